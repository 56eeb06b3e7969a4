package org.feedwright.imports.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsTest {
    private static final long MOST = 1_000;

    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer server;
    private String site;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        int port = server.getAddress().getPort();
        site = "http://127.0.0.1:" + port;
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/moved" -> exchange.getResponseHeaders().add("Location", "text#part");
                case "/away" -> exchange.getResponseHeaders().add("Location", "http://127.0.0.2:" + port + "/text");
                case "/round" -> exchange.getResponseHeaders().add("Location", "/round");
                case "/file" -> exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
                default -> {
                    if (path.matches("/hop[1-9]")) {
                        exchange.getResponseHeaders().add("Location", "/hop" + (path.charAt(4) - '1'));
                    }
                }
            }
            if (exchange.getResponseHeaders().containsKey("Location")) {
                exchange.sendResponseHeaders(302, 0);
                exchange.getResponseBody().write(new byte[100_000]);
            } else if (path.equals("/slow")) {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
                await();
            } else if (path.equals("/long")) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[(int) MOST + 1]);
            } else if (path.equals("/text") || path.equals("/hop0")) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("text".getBytes(UTF_8));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
            exchange.close();
        });
        server.start();
    }

    private void await() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() {
        ended.countDown();
        server.stop(0);
    }

    private static Downloads downloads() {
        return new Downloads(address -> address.getHostAddress().equals("127.0.0.1"), Duration.ofSeconds(20));
    }

    private String text(String path) throws IOException {
        try (var downloads = downloads()) {
            return new String(downloads.bytes(site + path, "*/*", MOST).body(), UTF_8);
        }
    }

    @Test
    void fetchesIntoMemoryAndIntoAFile() throws IOException {
        assertThat(text("/text")).isEqualTo("text");
        Path file = folder.resolve("text");
        try (var downloads = downloads()) {
            downloads.file(site + "/text", file, MOST);
        }
        assertThat(file).hasContent("text");
    }

    @Test
    void followsRedirectsAndSaysWhereItArrived() throws IOException {
        try (var downloads = downloads()) {
            assertThat(downloads.bytes(site + "/moved", "*/*", MOST).address()).hasToString(site + "/text#part");
        }
    }

    @Test
    void followsFiveRedirectsAndNotSix() throws IOException {
        assertThat(text("/hop5")).isEqualTo("text");
        assertThatThrownBy(() -> text("/hop6")).hasMessageContaining("more than 5 times");
    }

    @Test
    void judgesEachRedirectAnew() {
        assertThatThrownBy(() -> text("/away")).hasMessageContaining("127.0.0.2, which is no public address");
        assertThat(requests).hasValue(1);
        assertThatThrownBy(() -> text("/file")).hasMessageContaining("does not begin with https://");
        assertThatThrownBy(() -> text("/round")).hasMessageContaining("from address to address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/text",
                "http://localhost:%d/text",
                "http://[::1]:%d/text",
                "http://[::ffff:127.0.0.1]:%d/text",
                "http://2130706433:%d/text",
                "http://0:%d/text"
            })
    void neverAsksThisMachineUnlessItIsAllowed(String address) throws IOException {
        String url = address.formatted(server.getAddress().getPort());
        try (var downloads = new Downloads(false)) {
            assertThatThrownBy(() -> downloads.bytes(url, "*/*", MOST)).isInstanceOf(IOException.class);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void asksThisMachineWhereItIsAllowed() throws IOException {
        try (var downloads = new Downloads(true)) {
            assertThat(downloads.bytes(site + "/text", "*/*", MOST).body()).hasSize(4);
        }
    }

    @Test
    void stopsAtTheLargestSize() throws IOException {
        assertThatThrownBy(() -> text("/long")).hasMessage("it is longer than 1,000 bytes");
        try (var downloads = downloads()) {
            assertThatThrownBy(() -> downloads.file(site + "/long", folder.resolve("long"), MOST))
                    .hasMessage("it is longer than 1,000 bytes");
        }
    }

    @Test
    void stopsWaitingForAServerThatSendsAByteNowAndThen() throws IOException {
        try (var downloads = new Downloads(_ -> true, Duration.ofMillis(300))) {
            assertThatThrownBy(() -> downloads.bytes(site + "/slow", "*/*", MOST))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysWhatTheServerAnswers() {
        assertThatThrownBy(() -> text("/none")).hasMessage("the server answers 404");
    }

    @Test
    void recognizesFilesByTheirFirstBytes() throws IOException {
        assertThat(FileSignature.endings("\211PNG\r\n".getBytes(ISO_8859_1))).containsExactly("png");
        assertThat(FileSignature.endings("<!DOCTYPE html><html><svg>".getBytes(UTF_8)))
                .isEmpty();
        assertThat(FileSignature.endings("<?xml version='1.0'?>\n<svg xmlns=''>".getBytes(UTF_8)))
                .containsExactly("svg");
        assertThat(FileSignature.endings("ID3\u0004".getBytes(UTF_8))).containsExactly("mp3");
        assertThat(FileSignature.endings("\0\0\0\u0018ftypM4A ".getBytes(UTF_8)))
                .containsExactly("m4a", "m4b");
        assertThat(FileSignature.endings("\0\0\0\u0018ftypisom".getBytes(UTF_8)))
                .containsExactly("mp4", "m4v", "m4a");
        assertThat(FileSignature.endings("\0\0\0\u0018ftyp".getBytes(UTF_8))).containsExactly("mp4", "m4v", "m4a");
        assertThat(FileSignature.endings("RIFF1234AVI ".getBytes(UTF_8))).isEmpty();
        assertThat(FileSignature.endings(new byte[0])).isEmpty();
        assertThat(FileSignature.endings("RIFF1234WEBP".getBytes(UTF_8))).containsExactly("webp");
        assertThat(FileSignature.endings("\0\0\0\u0018ftypavif".getBytes(UTF_8)))
                .containsExactly("avif");
    }
}
