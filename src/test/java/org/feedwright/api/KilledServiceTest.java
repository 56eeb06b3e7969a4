package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import org.feedwright.testing.Database;
import org.feedwright.testing.FeedwrightProcess;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.Seeded;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * A service that is killed (SIGKILL) while several clients publish: nothing that was acknowledged is lost, and nothing
 * is there twice. {@code -Dkills=100} kills it more often.
 */
@SuppressWarnings("NullAway.Init") // the test starts the service
@ExtendWith(Seeded.class)
class KilledServiceTest {
    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int CLIENTS = 3;

    @TempDir
    Path directory;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private List<String> settings;
    private int port;
    private String token;
    private Process service;

    @BeforeEach
    void chooseAPort() throws IOException {
        port = WebServer.freePort();
    }

    @AfterEach
    void stop() {
        service.destroyForcibly();
    }

    private void settle(Database database) throws IOException {
        settings = new ArrayList<>(List.of(
                "--feedwright.folder=" + Files.createDirectories(directory.resolve("feeds")),
                "--feedwright.data=" + directory.resolve("data")));
        if (database == Database.POSTGRES) {
            settings.add("--spring.datasource.url=" + Postgres.freshDatabase());
        }
        token = FeedwrightProcess.newToken(settings);
    }

    private void launch() throws IOException {
        var arguments = new ArrayList<>(List.of("--server.port=" + port, "--management.server.port=-1"));
        arguments.addAll(settings);
        service = FeedwrightProcess.of(arguments)
                .redirectOutput(Redirect.appendTo(directory.resolve("log").toFile()))
                .start();
    }

    /** A start that has failed is tried again, as whatever supervises a service does. */
    private void start() throws IOException {
        launch();
        await().ignoreExceptions()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(3))
                .until(() -> {
                    if (!service.isAlive()) {
                        launch();
                    }
                    return send(new Request("GET", "/api/v1/feeds", "", "")).statusCode() == 200;
                });
    }

    /** @param key the Idempotency-Key; empty for none */
    private record Request(String method, String path, String content, String key) {}

    private HttpResponse<String> send(Request request) throws IOException, InterruptedException {
        var sent = HttpRequest.newBuilder(URI.create("http://localhost:" + port + request.path()))
                .method(request.method(), BodyPublishers.ofString(request.content()))
                .header("Authorization", "Bearer " + token)
                .header(
                        "Content-Type",
                        request.method().equals("PATCH") ? "application/merge-patch+json" : "application/json");
        if (!request.key().isEmpty()) {
            sent.header("Idempotency-Key", '"' + request.key() + '"');
        }
        return client.send(sent.build(), BodyHandlers.ofString());
    }

    /** Publishes, revises and withdraws one article after another, until the service is killed. */
    @SuppressWarnings("NullAway.Init")
    private final class Client {
        private final String feed;
        private final String name;
        private final RandomGenerator random;

        /** The titles of what is there by what was acknowledged, by slug. */
        private final Map<String, String> there = new TreeMap<>();

        private final Map<String, String> ids = new HashMap<>();
        private int sent;
        private Change last;

        /** A request, and the titles by slug of what it makes of articles; empty titles for those that it withdraws. */
        private record Change(Request request, Map<String, String> made) {}

        Client(String feed, String name, RandomGenerator random) {
            this.feed = feed;
            this.name = name;
            this.random = random;
        }

        private String articles() {
            return "/api/v1/feeds/" + feed + "/articles";
        }

        void run() {
            while (true) {
                last = next();
                try {
                    sendUntilAcknowledged();
                } catch (IOException | InterruptedException _) {
                    return;
                }
            }
        }

        /** Sends the last request, and sends it again as it was. */
        void sendUntilAcknowledged() throws IOException, InterruptedException {
            var answer = send(last.request());
            while (answer.statusCode() == 503) { // where the machine has so much to do that the store is late
                answer = send(last.request());
            }
            acknowledge(answer);
        }

        private Change next() {
            String slug = name + "-" + sent++;
            String other = there.keySet().stream()
                    .skip(random.nextInt(Math.max(1, there.size())))
                    .findFirst()
                    .orElse("");
            return switch (other.isEmpty() ? 0 : random.nextInt(6)) {
                case 1 ->
                    change("PATCH", other, "{\"title\": \"(" + slug + ")\"}", slug, Map.of(other, "(" + slug + ")"));
                case 2 -> change("DELETE", other, "", slug, Map.of(other, ""));
                case 3 -> batch(slug);
                default -> change("PUT", slug, "{\"title\": \"(" + slug + ")\"}", slug, Map.of(slug, "(" + slug + ")"));
            };
        }

        private Change change(String method, String slug, String content, String key, Map<String, String> made) {
            return new Change(new Request(method, articles() + "/" + slug, content, feed + " " + key), made);
        }

        private Change batch(String slug) {
            var made = new TreeMap<String, String>();
            IntStream.range(0, 5).forEach(i -> made.put(slug + "-" + i, "(" + slug + "-" + i + ")"));
            String content = String.join(
                    ",",
                    made.entrySet().stream()
                            .map(each ->
                                    "{\"slug\": \"" + each.getKey() + "\", \"title\": \"" + each.getValue() + "\"}")
                            .toList());
            return new Change(
                    new Request("POST", articles(), "{\"articles\": [" + content + "]}", feed + " " + slug), made);
        }

        private void acknowledge(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
            var change = last;
            change.made().forEach((slug, title) -> {
                if (title.isEmpty()) {
                    there.remove(slug);
                } else {
                    there.put(slug, title);
                }
            });
            if (change.request().method().equals("PUT")) {
                ids.put(
                        change.request().path(),
                        ApiService.json(answer).at("/stored/id").asString());
            }
            acknowledged.incrementAndGet();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void losesNothingThatItHasAcknowledged(Database database, SplittableGenerator random)
            throws IOException, InterruptedException {
        settle(database);
        start();
        var all = new ArrayList<Client>();
        for (int kill = 0; kill < KILLS; kill++) {
            String feed = "news-" + kill;
            await().atMost(Duration.ofMinutes(1)) // for the first look at the folder
                    .until(() -> send(new Request(
                                            "PUT",
                                            "/api/v1/feeds/" + feed,
                                            "{\"title\": \"News\", \"window\": 1000}",
                                            ""))
                                    .statusCode()
                            == 201);
            var clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> new Client(feed, "c" + i, random.split()))
                    .toList();
            all.addAll(clients);
            killWhile(clients, random.nextInt(1, 60));
            for (var client : clients) {
                client.sendUntilAcknowledged();
            }
            check(feed, clients);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            check("news-" + kill, all.subList(kill * CLIENTS, (kill + 1) * CLIENTS));
        }
        System.err.println(database + ": killed " + KILLS + " times, acknowledged " + acknowledged + " changes");
    }

    private void killWhile(List<Client> clients, int more) throws IOException, InterruptedException {
        int before = acknowledged.get();
        var publishing = clients.stream()
                .map(client -> CompletableFuture.runAsync(client::run, Thread::startVirtualThread))
                .toList();
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(3))
                .until(() -> acknowledged.get() > before + more
                        || publishing.stream().anyMatch(CompletableFuture::isDone)); // one of them has failed
        service.destroyForcibly().waitFor();
        publishing.forEach(CompletableFuture::join);
        start();
    }

    /** What is there is what was acknowledged, each once, under the id that was told. */
    private void check(String feed, List<Client> clients) throws IOException, InterruptedException {
        var items = ApiService.json(send(new Request("GET", "/feeds/" + feed + ".json", "", "")))
                .get("items")
                .values();
        var expected = clients.stream()
                .flatMap(client -> client.there.values().stream())
                .toList();
        assertThat(items)
                .extracting(item -> item.get("title").asString())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(items).extracting(item -> item.get("id").asString()).doesNotHaveDuplicates();
        for (var client : clients) {
            for (String slug : client.there.keySet()) {
                String path = client.articles() + "/" + slug;
                JsonNode found = ApiService.json(send(new Request("GET", path, "", "")));
                assertThat(found.at("/stored/id").asString())
                        .isEqualTo(client.ids.getOrDefault(
                                path, found.at("/stored/id").asString()))
                        .isNotEmpty();
            }
        }
    }
}
