package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.feedwright.Feedwright;
import org.feedwright.testing.FeedwrightProcess;
import org.feedwright.testing.Seeded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A service that is killed while it publishes: nothing that was acknowledged is lost, and nothing is there twice. */
@SuppressWarnings("NullAway.Init") // the test starts the service
@ExtendWith(Seeded.class)
class KilledServiceTest {
    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final String ARTICLES = "/api/v1/feeds/news/articles/";

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> acknowledged = new ConcurrentSkipListMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private int port;
    private String token;
    private Process service;

    @BeforeEach
    void makeAToken() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Files.createDirectories(directory.resolve("feeds"));
        var out = new StringWriter();
        var arguments = new ArrayList<>(List.of("token", "new", "test", "--admin"));
        arguments.addAll(settings());
        Feedwright.commands().setOut(new PrintWriter(out, true)).execute(arguments.toArray(String[]::new));
        token = out.toString().lines().toList().getLast();
    }

    @AfterEach
    void stop() {
        service.destroyForcibly();
    }

    private List<String> settings() {
        return List.of(
                "--feedwright.folder=" + directory.resolve("feeds"), "--feedwright.data=" + directory.resolve("data"));
    }

    private void start() throws IOException {
        var arguments = new ArrayList<>(List.of("--server.port=" + port, "--management.server.port=-1"));
        arguments.addAll(settings());
        service = FeedwrightProcess.of(arguments)
                .redirectOutput(new File(directory.toFile(), "log"))
                .start();
        await().ignoreExceptions()
                .atMost(Duration.ofMinutes(2))
                .until(() -> send("PUT", "/api/v1/feeds/news", "{\"title\": \"News\", \"window\": 1000}", "")
                                .statusCode()
                        < 300);
    }

    private HttpResponse<String> send(String method, String path, String content, String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.ofString(content))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", '"' + key + '"');
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Publishes one article after another, until the service is killed. */
    private void publish() {
        while (true) {
            String slug = "a-" + sent.incrementAndGet();
            try {
                var answer = put(slug);
                assertThat(answer.statusCode()).isEqualTo(201);
                acknowledged.put(slug, answer.body());
            } catch (IOException | InterruptedException _) {
                return;
            }
        }
    }

    private HttpResponse<String> put(String slug) throws IOException, InterruptedException {
        return send("PUT", ARTICLES + slug, "{\"title\": \"(" + slug + ")\"}", slug);
    }

    @Test
    void losesNothingThatItHasAcknowledged(RandomGenerator random) throws IOException, InterruptedException {
        start();
        for (int kill = 0; kill < KILLS; kill++) {
            var publishing = CompletableFuture.runAsync(this::publish);
            int before = acknowledged.size();
            await().until(() -> acknowledged.size() > before + random.nextInt(1, 20));
            service.destroyForcibly().waitFor();
            publishing.join();
            start();

            String interrupted = "a-" + sent.get();
            assertThat(put(interrupted).statusCode()).isEqualTo(201);
            acknowledged.put(interrupted, put(interrupted).body());
            for (var article : acknowledged.entrySet()) {
                assertThat(send("GET", ARTICLES + article.getKey(), "", "").body())
                        .isEqualTo(article.getValue());
            }
            String feed = send("GET", "/feeds/news.json", "", "").body();
            acknowledged.keySet().forEach(slug -> assertThat(feed).containsOnlyOnce("\"(" + slug + ")\""));
        }
    }
}
