package org.feedwright.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that are refused before their content has come. Their senders get the answer, and learn that the connection ends:
 * nothing that they send next is lost.
 */
@SuppressWarnings("NullAway.Init") // started before the tests
class RefusedUploadsTest {
    private static final int MUCH = 8_000_000; // bytes, which no buffer between here and there takes

    @TempDir
    static Path directory;

    private static ApiService service;
    private static String token;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(directory.resolve("feeds"));
        service = ApiService.start(directory, Database.SQLITE, "--feedwright.access.failed-tries=1000");
        token = service.administrator();
        service.use(token);
        service.feed("news");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Socket connect() throws IOException {
        var socket = new Socket("localhost", service.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void head(Socket socket, String path, String token, int length, String... fields)
            throws IOException {
        socket.getOutputStream()
                .write(("PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                                + String.join("", fields) + "Content-Length: " + length + "\r\n\r\n")
                        .getBytes(UTF_8));
    }

    /** Reads the head of an answer. */
    private static String answer(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended before the answer: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** In the order of who refuses: the API, the gate, a page, what stands before the servlets. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "422 /api/v1/feeds/news/media/.hidden",
                "401 /api/v1/feeds/news/media/x.png?unknown",
                "405 /feeds/news.atom",
                "400 /api/v1/feeds/news/media/a%2Fb.png",
                "400 /api/v1/feeds/news/media/a%25b.png"
            })
    void answersAtOnceAndThenReadsOn(String expected) throws IOException {
        String path = expected.substring(4);
        try (var socket = connect()) {
            head(socket, path, path.contains("unknown") ? "wrong" : token, MUCH);
            String answer = answer(socket.getInputStream());
            assertThat(answer).startsWith("HTTP/1.1 " + expected.substring(0, 3));
            assertThat(answer).containsIgnoringCase("\r\nConnection: close\r\n");

            socket.getOutputStream().write(new byte[MUCH]);

            socket.getInputStream().readAllBytes(); // to the end, and no reset
        }
    }

    /** Jetty answers by itself, and where it cannot read the request, it knows nothing of its content. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "404 /nothing",
                "400 /api/v1/feeds/news/media/a%5Cb.png",
                "400 /api/v1/feeds/news/media/a%00b.png"
            })
    void saysThatTheConnectionEndsAlsoWhereTheServerItselfRefuses(String expected) throws IOException {
        try (var socket = connect()) {
            head(socket, expected.substring(4), token, 26);

            assertThat(answer(socket.getInputStream()))
                    .startsWith("HTTP/1.1 " + expected.substring(0, 3))
                    .containsIgnoringCase("\r\nConnection: close\r\n");
        }
    }

    @Test
    void keepsAConnectionWhereAllHasCome() throws IOException {
        try (var socket = connect()) {
            for (int i = 0; i < 2; i++) {
                socket.getOutputStream()
                        .write("PUT /feeds/news.atom HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nabcd"
                                .getBytes(UTF_8));
                var in = socket.getInputStream();
                String answer = answer(in);
                assertThat(answer).startsWith("HTTP/1.1 405").doesNotContainIgnoringCase("Connection: close");
                in.skipNBytes(Integer.parseInt(answer.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1")));
            }
        }
    }

    @Test
    void asksForNothingOfWhoWaitsForLeaveToSend() throws IOException {
        try (var socket = connect()) {
            head(socket, "/api/v1/feeds/news/media/.hidden", token, MUCH, "Expect: 100-continue\r\n");

            String all = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(all).startsWith("HTTP/1.1 422").doesNotContain("100 Continue");
        }
    }

    @Test
    void waitsForNobodyWhoSendsNothingMore() throws IOException {
        long begun = System.nanoTime();
        try (var socket = connect()) {
            head(socket, "/api/v1/feeds/news/media/.hidden", token, MUCH);
            socket.getInputStream().readAllBytes();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    }
}
