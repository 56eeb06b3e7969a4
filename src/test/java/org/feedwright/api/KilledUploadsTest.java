package org.feedwright.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.feedwright.testing.Database;
import org.feedwright.testing.FeedwrightProcess;
import org.feedwright.testing.NodeProcess;
import org.feedwright.testing.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A service that is killed (SIGKILL) while a large file comes: what it has acknowledged is there, and the upload goes on;
 * with two nodes, at the other one. Every node serves the file.
 */
@SuppressWarnings("NullAway.Init") // the test makes the token
class KilledUploadsTest {
    private static final int FIRST = 1_000_000; // bytes
    private static final int SENT = 3_500_000;
    private static final int TOTAL = 5_000_000;
    private static final String MEDIA = "/api/v1/feeds/news/media";

    @TempDir
    private Path directory;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final byte[] recording = new byte[TOTAL];
    private String token;

    @AfterEach
    void stop() {
        nodes.forEach(NodeProcess::close);
    }

    private void start(Database database) throws IOException {
        var folder = Files.createDirectories(directory.resolve("feeds/news"));
        Files.writeString(folder.resolve("feed.yaml"), "title: News\n");
        Files.writeString(folder.resolve("one.md"), "---\ntitle: One\npublished: 2026-06-01\n---\nText\n");
        var settings = List.of(
                "--feedwright.base-url=https://feeds.example.org",
                "--feedwright.folder=" + directory.resolve("feeds"),
                database == Database.POSTGRES
                        ? "--spring.datasource.url=" + Postgres.freshDatabase()
                        : "--feedwright.data=" + directory.resolve("data"));
        token = FeedwrightProcess.newToken(settings);
        for (String name : database == Database.POSTGRES ? List.of("one", "two") : List.of("one")) {
            nodes.add(new NodeProcess(name, directory, settings));
        }
        nodes.forEach(node -> node.awaitFeed("/feeds/news.atom"));
    }

    private HttpRequest.Builder request(NodeProcess node, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private byte[] part(long from, long to) {
        return Arrays.copyOfRange(recording, (int) from, (int) to);
    }

    /** Begins an upload; gives its path. */
    private String begin(NodeProcess node) throws IOException, InterruptedException {
        var begun = send(request(node, MEDIA + "/talk.mp3")
                .header("Upload-Complete", "?0")
                .header("Upload-Length", String.valueOf(TOTAL))
                .PUT(BodyPublishers.ofByteArray(part(0, FIRST)))
                .build());
        assertThat(begun.statusCode()).isEqualTo(201);
        return URI.create(begun.headers().firstValue("Location").orElseThrow()).getRawPath();
    }

    private long offset(NodeProcess node, String upload) throws IOException, InterruptedException {
        return send(request(node, upload)
                        .method("HEAD", BodyPublishers.noBody())
                        .build())
                .headers()
                .firstValueAsLong("Upload-Offset")
                .orElse(-1);
    }

    /** Sends a part of the next request's content, and kills whoever receives it once some of that is acknowledged. */
    private long killWhileItComes(NodeProcess node, String upload) throws IOException, InterruptedException {
        try (var socket = new Socket("localhost", node.port())) {
            var out = socket.getOutputStream();
            out.write(("PATCH " + upload + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/partial-upload\r\nUpload-Complete: ?1\r\nUpload-Offset: "
                            + FIRST + "\r\nContent-Length: " + (TOTAL - FIRST) + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(part(FIRST, SENT));
            out.flush();
            await().atMost(Duration.ofSeconds(30)).until(() -> offset(node, upload) > FIRST);
            long acknowledged = offset(node, upload);
            node.kill();
            return acknowledged;
        }
    }

    private HttpResponse<byte[]> article(NodeProcess node) throws IOException, InterruptedException {
        return send(request(node, "/api/v1/feeds/news/articles/talk")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"title\": \"A talk\", \"enclosures\": [\"talk.mp3\"]}"))
                .build());
    }

    private void hasNothingHalf(NodeProcess node) throws IOException, InterruptedException {
        assertThat(new String(send(request(node, MEDIA).build()).body(), UTF_8)).contains("\"media\":[]");
        assertThat(send(request(node, MEDIA + "/talk.mp3").build()).statusCode())
                .isEqualTo(404);
        await("an article whose recording has not come is refused, once the folder has been looked through")
                .atMost(Duration.ofSeconds(30))
                .until(() -> article(node).statusCode() == 422);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void goesOnWithAnUploadWhoseServiceWasKilled(Database database) throws IOException, InterruptedException {
        new SplittableRandom(7).nextBytes(recording);
        start(database);
        var killed = nodes.getFirst();
        var other = nodes.getLast();
        String upload = begin(killed);

        long acknowledged = killWhileItComes(killed, upload);
        if (killed == other) {
            killed.restart();
            killed.awaitFeed("/feeds/news.atom");
        }

        long there = offset(other, upload);
        assertThat(there).isBetween(acknowledged, (long) SENT);
        hasNothingHalf(other);
        var last = send(request(other, upload)
                .header("Content-Type", "application/partial-upload")
                .header("Upload-Offset", String.valueOf(there))
                .header("Upload-Complete", "?1")
                .method("PATCH", BodyPublishers.ofByteArray(part(there, TOTAL)))
                .build());
        assertThat(last.statusCode()).as(new String(last.body(), UTF_8)).isEqualTo(201);
        assertThat(article(other).statusCode()).isEqualTo(201);
        if (killed != other) {
            killed.restart();
        }
        servedByAll(
                URI.create(ApiService.JSON.readTree(last.body()).get("address").stringValue())
                        .getRawPath());
    }

    private void servedByAll(String path) throws IOException, InterruptedException {
        for (var node : nodes) {
            node.awaitFeed("/feeds/news.atom");
            assertThat(node.get("/feeds/news.json").body()).contains(path);
            var file = send(HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + path))
                    .build());
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).as(node.name()).isEqualTo(recording);
        }
    }
}
