package org.feedwright.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.feedwright.Feedwright;
import org.feedwright.access.Scopes;
import org.feedwright.access.Tokens;
import org.feedwright.feed.FirstLook;
import org.feedwright.testing.Requests;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running service whose articles were renamed, revised, withdrawn, scheduled and kept as drafts. */
final class Publisher implements AutoCloseable {
    /** Where readers met something that is elsewhere now, or gone, or was never out; and searches. */
    static final List<String> FURTHER = List.of(
            "/articles/news/former",
            "/articles/news/renamed",
            "/articles/news/removed",
            "/articles/news/withdrawn",
            "/articles/news/draft",
            "/articles/news/scheduled",
            "/articles/old-news/article-3",
            "/articles/olds/kept",
            "/feeds/old-news.atom",
            "/feeds/olds.rss",
            "/feeds/markets.json",
            "/feeds/ended.atom",
            "/feed.xml",
            "/2019/moved/",
            "/media/news/photo.png",
            "/media/news/unnamed.png",
            "/feeds/nothing.atom",
            "/feeds/all.atom?q=copper&limit=5",
            "/feeds/news.json?q=rewritten",
            "/feeds/news.atom?author=ann",
            "/feeds/news/archive/1.atom",
            "/feeds/news/categories/c~23~.rss");

    private final Path folder;
    private final ConfigurableApplicationContext service;

    private Publisher(Path folder, ConfigurableApplicationContext service) {
        this.folder = folder;
        this.service = service;
    }

    /** Starts a service on what is there, and waits until it has looked through the folder. */
    static Publisher start(Path folder, List<String> store) {
        var service = SpringApplication.run(Feedwright.class, settings(folder, store, "--server.port=0"));
        var publisher = new Publisher(folder, service);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !service.getBean(FirstLook.class).isUnderWay());
        return publisher;
    }

    static String[] settings(Path folder, List<String> store, String... more) {
        var settings = new ArrayList<>(List.of(more));
        settings.addAll(store);
        settings.add("--feedwright.folder=" + folder);
        settings.add("--feedwright.base-url=" + Answers.BASE);
        settings.add("--management.server.port=-1");
        settings.add("--logging.level.org.feedwright=warn");
        return settings.toArray(String[]::new);
    }

    Map<String, String> answers() {
        return Answers.of(http(), FURTHER);
    }

    Requests http() {
        return new Requests(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    ConfigurableApplicationContext service() {
        return service;
    }

    /** Writes a folder, and changes it while the service runs. */
    static Publisher withHistory(Path folder, List<String> store) throws IOException {
        write(folder);
        var publisher = start(folder, store);
        publisher.makeHistory();
        return publisher;
    }

    private static void write(Path folder) throws IOException {
        file(folder, "news/feed.yaml", """
                title: News
                window: 5
                author: {name: The Editor, email: editor@example.org}
                formerly: [old-news]
                formerly-at: [/feed.xml]
                tombstones: true
                """);
        for (int i = 0; i < 60; i++) {
            String category = List.of("C#", "日本語", "Copper & zinc").get(i % 3);
            file(folder, "news/article-" + i + ".md", """
                    ---
                    title: 'Article %d'
                    published: 2026-01-01T00:%02d
                    categories: ['%s']
                    authors: [%s]
                    ---
                    The *body* of it, about copper. \uD83C\uDF89
                    """.formatted(i, i, category, i % 2 == 0 ? "Ann" : "Bob"));
        }
        file(folder, "news/former.md", "---\ntitle: To be renamed\npublished: 2026-01-02\n---\nRenamed.\n");
        file(folder, "news/removed.md", "---\ntitle: To be removed\npublished: 2026-01-03\n---\nRemoved.\n");
        file(folder, "news/withdrawn.md", "---\ntitle: To be withdrawn\npublished: 2026-01-04\n---\nWrong.\n");
        file(folder, "news/revised.md", "---\ntitle: To be revised\npublished: 2026-01-05\n---\nAt first.\n");
        file(folder, "news/draft.md", "---\ntitle: A draft\ndraft: true\npublished: 2026-01-05\n---\nSecret.\n");
        file(folder, "news/scheduled.md", "---\ntitle: Scheduled\npublished: 2099-01-05\n---\nIn the future.\n");
        file(folder, "news/moved.md", """
                ---
                title: Moved here
                id: 45863 at https://elsewhere.example
                published: 2026-01-06
                aliases: [/2019/moved/]
                highlights: ['Up 10^6 t', 'Down <3']
                disclaimer: No *advice*.
                ---
                ![It](photo.png) and [another](article-3.md).
                """);
        file(folder, "news/photo.png", "a picture");
        file(folder, "news/unnamed.png", "of nobody");
        file(folder, "olds/feed.yaml", "title: Olds\n");
        file(folder, "olds/kept.md", "---\ntitle: Kept\npublished: 2026-01-01\n---\nKept.\n");
        file(folder, "markets/feed.yaml", "title: Markets\nselect:\n  categories: ['Copper & zinc']\n");
        file(folder, "ended/feed.yaml", "title: Ended\nretired: true\n");
        file(folder, "ended/survivor.md", "---\ntitle: Survivor\npublished: 2026-01-01\n---\nIt stays.\n");
    }

    private void makeHistory() throws IOException {
        await("/feeds/news.atom", 200, "Moved here");
        await("/feeds/markets.atom", 200, "Article 59");
        Files.move(folder.resolve("news/former.md"), folder.resolve("news/renamed.md"));
        await("/articles/news/former", 301, "");
        Files.delete(folder.resolve("news/removed.md"));
        await("/articles/news/removed", 410, "");
        file(
                folder,
                "news/withdrawn.md",
                "---\ntitle: To be withdrawn\npublished: 2026-01-04\nwithdrawn: It was wrong\n---\nWrong.\n");
        await("/articles/news/withdrawn", 410, "It was wrong");
        file(folder, "news/revised.md", "---\ntitle: To be revised\npublished: 2026-01-05\n---\nRewritten.\n");
        await("/articles/news/revised", 200, "Rewritten");
        Files.move(folder.resolve("olds"), folder.resolve("later"));
        await("/articles/olds/kept", 301, "");
        send();
        // A document's date is left out while it may still change within its second.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> http().get("/feeds/all.atom")
                        .headers()
                        .firstValue("last-modified")
                        .isPresent());
    }

    /** A recording of several parts, and an article that has it, come through the API. */
    private void send() throws IOException {
        var token = service.getBean(Tokens.class).make("a publisher", new Scopes(false, true, Set.of()));
        String api = "http://localhost:" + http().port() + "/api/v1/feeds/news/";
        var sent = List.of(
                HttpRequest.newBuilder(URI.create(api + "media/talk.mp3"))
                        .PUT(BodyPublishers.ofByteArray(new byte[200_000])),
                HttpRequest.newBuilder(URI.create(api + "articles/sent"))
                        .PUT(BodyPublishers.ofString("{\"title\": \"Sent\", \"enclosures\": [\"talk.mp3\"]}"))
                        .header("Content-Type", "application/json"));
        try (var client = HttpClient.newHttpClient()) {
            for (var request : sent) {
                var answer = client.send(
                        request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }

    void await(String address, int status, String text) {
        Awaitility.await(address)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    var answer = http().get(address);
                    assertThat(answer.statusCode()).isEqualTo(status);
                    assertThat(new String(answer.body(), UTF_8)).contains(text);
                });
    }

    static void file(Path folder, String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Override
    public void close() {
        service.close();
    }
}
