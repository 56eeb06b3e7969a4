package org.feedwright;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.testing.FeedwrightProcess;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as the launcher starts it, with its options for Java, on the classes under test. */
@SuppressWarnings("NullAway.Init") // each test starts the service
class LauncherTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private int port;
    private String token;
    private Process service;

    @BeforeEach
    void start() throws IOException {
        port = WebServer.freePort();
        var settings = List.of(
                "--feedwright.folder=" + Files.createDirectories(directory.resolve("feeds/news")),
                "--feedwright.data=" + directory.resolve("data"));
        Files.writeString(directory.resolve("feeds/news/feed.yaml"), "title: News\n");
        token = FeedwrightProcess.newToken(settings);
        service = launcher(Stream.concat(
                        Stream.of("--server.port=" + port, "--management.server.port=-1"), settings.stream()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        await().ignoreExceptions().atMost(Duration.ofMinutes(3)).until(() -> status("/feeds/news.atom") == 200);
    }

    @AfterEach
    void stop() throws InterruptedException {
        service.destroyForcibly().waitFor();
    }

    private ProcessBuilder launcher(Stream<String> arguments) throws IOException {
        var script = Files.copy(Path.of("src/main/sh/feedwright"), directory.resolve("feedwright"));
        jar(directory.resolve("feedwright.jar"));
        var command = Stream.concat(Stream.of("sh", script.toString()), arguments);
        var builder = new ProcessBuilder(command.toList());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "JAVA_OPTS",
                        "--enable-native-access=ALL-UNNAMED -Dspring.aot.enabled=false"); // no beans' code in tests
        return builder;
    }

    /** A jar that holds nothing itself, and names the classes under test. */
    private static void jar(Path place) throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Feedwright.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(place), manifest).close();
    }

    private int status(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(AT_ONCE)
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** A native call below a request that waits would hold one of the few threads that carry all others. */
    @Test
    void answersReadersWhileManyClientsSendSlowly() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
                slow.add(halfAnArticle("slow-" + i));
            }

            assertThat(status("/")).isEqualTo(200);
            assertThat(status("/feeds/news.rss")).isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    /** Sent as far as it is when the service has begun to read it. */
    private Socket halfAnArticle(String slug) throws IOException {
        var socket = new Socket("localhost", port);
        socket.setSoTimeout((int) AT_ONCE.toMillis());
        String head = """
                PUT /api/v1/feeds/news/articles/%s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: 100
                Expect: 100-continue

                """.formatted(slug, token).replace("\n", "\r\n");
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 100");
        socket.getOutputStream().write("{\"title\": \"Half".getBytes(US_ASCII));
        return socket;
    }
}
