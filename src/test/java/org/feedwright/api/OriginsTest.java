package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedwright.api.ApiService.json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.feedwright.authoring.Quarantine;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What the folder says and what the API says stay apart, and neither takes the other's. */
class OriginsTest {
    private static final String RAIN = "{\"title\": \"Rain\", \"body\": {\"text\": \"x\"}}";

    @TempDir
    Path directory;

    private ApiService service;
    private int looks;

    @BeforeEach
    void start() throws IOException {
        service = ApiService.start(directory, Database.SQLITE);
        service.use(service.administrator());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Path folder(String feed) throws IOException {
        var folder = Files.createDirectories(service.folder().resolve(feed));
        Files.writeString(folder.resolve("feed.yaml"), "title: " + feed);
        return folder;
    }

    private static void save(Path file, String title) throws IOException {
        Files.writeString(file, "---\ntitle: " + title + "\npublished: 2026-05-26\n---\nText\n");
    }

    private static void soon(ThrowingRunnable assertion) {
        await().ignoreExceptions()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(assertion);
    }

    /** Waits until the folder has been looked at: what had not happened by then never will. */
    private void awaitLooks() throws IOException {
        for (int i = 0; i < 3; i++) {
            String title = "Look " + ++looks;
            save(folder("looks").resolve("look.md"), title);
            soon(() -> assertThat(service.polled("looks")).containsExactly(title));
        }
    }

    private String problems() {
        return String.join(
                "\n",
                service.bean(Quarantine.class).problems().stream()
                        .map(String::valueOf)
                        .toList());
    }

    @Test
    void doesNotChangeWhatCameFromTheFolder() throws IOException {
        save(folder("news").resolve("2026-05-26-sun.md"), "Sun");
        soon(() -> assertThat(service.polled("news")).containsExactly("Sun"));
        String sun = "/api/v1/feeds/news/articles/sun";

        for (var answer : List.of(
                service.put(sun, RAIN), service.patch(sun, "{\"title\": \"x\"}"), service.send("DELETE", sun, null))) {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("news/2026-05-26-sun.md");
        }
        var feed = service.put("/api/v1/feeds/news", "{\"title\": \"Other\"}");
        assertThat(feed.statusCode()).isEqualTo(409);
        assertThat(feed.body()).contains("news/feed.yaml");
        assertThat(service.send("DELETE", "/api/v1/feeds/news", null).statusCode())
                .isEqualTo(409);

        var found = service.get(sun);
        assertThat(json(found).at("/stored/file").asString()).isEqualTo("news/2026-05-26-sun.md");
        assertThat(json(found).at("/stored/origin").asString()).isEqualTo("folder");
        assertThat(json(service.get("/api/v1/feeds/news")).at("/stored/file").asString())
                .isEqualTo("news/feed.yaml");
        assertThat(service.polled("news")).containsExactly("Sun");
    }

    @Test
    void publishesInAFeedOfTheFolderAndNoLookTakesItBack() throws IOException {
        save(folder("news").resolve("sun.md"), "Sun");
        soon(() -> assertThat(service.polled("news")).containsExactly("Sun"));

        assertThat(service.put("/api/v1/feeds/news/articles/rain", RAIN).statusCode())
                .isEqualTo(201);
        Files.delete(service.folder().resolve("news/sun.md"));
        soon(() -> assertThat(service.polled("news")).containsExactly("Rain"));
        awaitLooks();

        assertThat(service.polled("news")).containsExactly("Rain");
        var again = service.restart();
        service = again;
        awaitLooks();
        assertThat(service.polled("news")).containsExactly("Rain");
    }

    @Test
    void holdsAFileBackThatWantsTheAddressOrTheIdOfAnArticleOfTheApi() throws IOException {
        var folder = folder("news");
        soon(() -> assertThat(service.polled("news")).isEmpty());
        service.put("/api/v1/feeds/news/articles/rain", RAIN);
        String id = json(service.get("/api/v1/feeds/news/articles/rain"))
                .at("/stored/id")
                .asString();

        save(folder.resolve("rain.md"), "Taken over");
        Files.writeString(
                folder.resolve("other.md"), "---\ntitle: Other\npublished: 2026-05-26\nid: " + id + "\n---\nText\n");

        soon(() -> assertThat(problems())
                .contains("news/rain.md")
                .contains("its address would be that of the article news/rain (published through the API)")
                .contains("news/other.md")
                .contains("its id is that of the article news/rain (published through the API)"));
        assertThat(service.polled("news")).containsExactly("Rain");

        Files.delete(folder.resolve("rain.md"));
        Files.delete(folder.resolve("other.md"));
        soon(() -> assertThat(problems()).isEmpty());
        assertThat(service.polled("news")).containsExactly("Rain");
    }

    @Test
    void definesAFeedThatTheFolderNeitherRedefinesNorEnds() throws IOException {
        awaitLooks(); // so that the folder has more than one feed
        service.feed("notes");
        service.put("/api/v1/feeds/notes/articles/rain", RAIN);

        var folder = folder("notes");
        save(folder.resolve("sun.md"), "Sun");
        soon(() -> assertThat(problems())
                .contains("notes/feed.yaml")
                .contains("the feed notes is defined through the API, and this file does not count"));
        soon(() -> assertThat(service.polled("notes")).containsExactlyInAnyOrder("Rain", "Sun"));
        assertThat(json(service.get("/feeds/notes.json", "Authorization", ""))
                        .get("title")
                        .asString())
                .isEqualTo("The notes");

        Files.delete(folder.resolve("feed.yaml"));
        soon(() -> assertThat(problems()).isEmpty());
        FileSystemUtils.deleteRecursively(folder);
        soon(() -> assertThat(service.polled("notes")).containsExactly("Rain"));
        awaitLooks();
        assertThat(service.polled("notes")).containsExactly("Rain");
    }

    @Test
    void doesNotRenameAFeedOfTheApi() throws IOException {
        service.feed("notes");
        service.put("/api/v1/feeds/notes/articles/rain", RAIN);
        var folder = Files.createDirectories(service.folder().resolve("jottings"));
        Files.writeString(folder.resolve("feed.yaml"), "title: Jottings\nformerly: [notes]");
        awaitLooks();

        assertThat(service.polled("notes")).containsExactly("Rain");
    }

    @Test
    void givesTheFeedBackWhenItIsEndedThroughTheApi() throws IOException {
        service.feed("notes");
        assertThat(service.send("DELETE", "/api/v1/feeds/notes", null).statusCode())
                .isEqualTo(204);
        assertThat(service.polled("notes")).containsExactly("410");
        assertThat(service.put("/api/v1/feeds/notes/articles/rain", RAIN).statusCode())
                .isEqualTo(409);

        save(folder("notes").resolve("sun.md"), "Sun");
        soon(() -> assertThat(service.polled("notes")).containsExactly("Sun"));
        assertThat(service.put("/api/v1/feeds/notes", "{\"title\": \"x\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void doesNotBringAnArticleBackThatAFileHoldsAsWithdrawn() throws IOException {
        var folder = folder("news");
        save(folder.resolve("sun.md"), "Sun");
        soon(() -> assertThat(service.polled("news")).containsExactly("Sun"));
        String id = json(service.get("/api/v1/feeds/news/articles/sun"))
                .at("/stored/id")
                .asString();
        Files.writeString(
                folder.resolve("sun.md"), "---\ntitle: Sun\npublished: 2026-05-26\nwithdrawn: Wrong\n---\nText\n");
        soon(() -> assertThat(service.polled("news")).isEmpty());

        var answer = service.put(
                "/api/v1/feeds/news/articles/back", RAIN.replace("{\"title\"", "{\"id\": \"" + id + "\", \"title\""));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("news/sun.md");
        assertThat(service.polled("news")).isEmpty();
    }
}
