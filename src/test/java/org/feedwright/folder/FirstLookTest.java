package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between the start and the end of the first look at the folder, which a lock on the store draws out here. */
class FirstLookTest {
    private static final List<String> ADDRESSES = List.of(
            "/feeds/news.atom",
            "/feeds/news.rss",
            "/feeds/news.json",
            "/feeds/news.rdf",
            "/feeds/news.atom?q=word",
            "/feeds/news/archive/1.atom",
            "/feeds/news/categories/metals.atom",
            "/feeds/news/authors/ann.json",
            "/feeds/news",
            "/feeds/news/archive/1",
            "/feeds/news/categories/metals",
            "/feeds/formerly.atom",
            "/feeds/formerly",
            "/articles/news/first",
            "/articles/formerly/first",
            "/media/news/photo.png",
            "/media/formerly/photo.png",
            "/feeds/known/categories/metals.atom",
            "/articles/known/second");

    @TempDir
    Path directory;

    private Path folder;
    private Connection lock;
    private RunningFolder service;

    @BeforeEach
    void startWithAFeedThatIsKnownAndOneThatIsNot() throws IOException, SQLException {
        folder = Files.createDirectories(directory.resolve("feeds"));
        try (var before = start()) {
            var known = before.feed("known");
            save(known.resolve("first.md"), article("Known", "x"));
            before.awaitTitles("known", "Known");
            soon(() -> assertThat(before.health("/readiness").statusCode()).isEqualTo(200));
        }
        save(folder.resolve("known/second.md"), article("Second", "x", "categories: [Metals]"));
        var news = Files.createDirectories(folder.resolve("news"));
        save(news.resolve("feed.yaml"), "title: News\nformerly: [formerly]");
        save(news.resolve("photo.png"), "picture");
        save(
                news.resolve("first.md"),
                article("First", "![](photo.png) word", "categories: [Metals]", "authors: [Ann]"));
        lock = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data/feedwright.db"));
        lock(true);
        service = start();
    }

    @AfterEach
    void stop() throws SQLException {
        lock.close(); // or the service would wait for it to the end
        service.close();
    }

    @Test
    void asksReadersOfWhatIsNotKnownToComeBackInASecond() throws SQLException {
        for (String address : ADDRESSES) {
            for (String accept : List.of("*/*", "text/html")) {
                var answer = service.get(address, "Accept", accept);
                assertThat(answer.statusCode()).as(address).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After"))
                        .as(address)
                        .contains("1");
            }
        }
        assertThat(service.health("/readiness").statusCode()).isEqualTo(503);
        assertThat(service.health("/liveness").statusCode()).isEqualTo(200);

        lock(false);

        for (String address : ADDRESSES) {
            // There are too few articles for an archive, and readers are only told so now.
            int[] statuses = address.contains("archive") ? new int[] {404} : new int[] {200, 301};
            soon(() -> assertThat(statuses)
                    .as(address)
                    .contains(service.get(address).statusCode()));
        }
        soon(() -> assertThat(service.health("/readiness").statusCode()).isEqualTo(200));
        soon(() -> assertThat(service.get("/feeds/other.atom").statusCode()).isEqualTo(404));
        assertThat(service.get("/feeds/other").statusCode()).isEqualTo(404);
        assertThat(service.get("/articles/news/other").statusCode()).isEqualTo(404);
        assertThat(service.get("/media/news/other.png").statusCode()).isEqualTo(404);
    }

    @Test
    void answersForWhatIsKnownAtOnce() {
        assertThat(service.get("/feeds/known.atom").body()).contains("Known");
        assertThat(service.get("/feeds/known").statusCode()).isEqualTo(200);
        assertThat(service.get("/articles/known/first").statusCode()).isEqualTo(200);
    }

    @Test
    void isOverWhereThereIsNoFolder() throws IOException {
        try (var other = RunningFolder.start(
                directory.resolve("nowhere"), directory.resolve("other"), "--management.server.port=0")) {
            soon(() -> assertThat(other.health("/readiness").statusCode()).isEqualTo(200));
            soon(() -> assertThat(other.get("/feeds/news.atom").statusCode()).isEqualTo(404));
        }
    }

    private RunningFolder start() {
        return RunningFolder.start(folder, directory.resolve("data"), "--management.server.port=0");
    }

    private void lock(boolean on) throws SQLException {
        try (var statement = lock.createStatement()) {
            statement.execute(on ? "begin immediate" : "rollback");
        }
    }
}
