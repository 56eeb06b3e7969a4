package org.feedwright.page;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feedwright.article.Article;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.testing.AdvancingClock;
import org.feedwright.testing.Requests;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a database of its own, asked over HTTP. Each test makes feeds of its own. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "feedwright.base-url=" + PageTest.BASE,
            "feedwright.page.title=Fenwick"
        })
@Import(PageClock.class)
abstract class PageTest {
    static final String BASE = "https://feeds.example.org";

    @LocalServerPort
    int port;

    @Autowired
    FeedLifecycle lifecycle;

    @Autowired
    Feeds feeds;

    @Autowired
    Publishing publishing;

    @Autowired
    Articles articles;

    @Autowired
    FirstLook firstLook;

    @Autowired
    AdvancingClock clock;

    /** Until then, what is not there may be about to come. */
    @BeforeEach
    void theFolderHasBeenLookedThrough() {
        await().until(() -> !firstLook.mayBringMore());
    }

    @DynamicPropertySource
    static void directories(DynamicPropertyRegistry registry) throws IOException {
        Path directory = Files.createTempDirectory("feedwright-page");
        Path folder = Files.createDirectory(directory.resolve("feeds"));
        registry.add("feedwright.data", () -> directory.resolve("data").toString());
        registry.add("feedwright.folder", () -> folder.toString());
    }

    FeedName open(String name) {
        return open(name, Sample.feed("The feed " + name));
    }

    FeedName open(String name, FeedDefinition definition) {
        var feed = new FeedName(name);
        lifecycle.define(feed, definition);
        lifecycle.open(feed);
        return feed;
    }

    Article publish(Sample sample) {
        return publishing.publish(sample.manuscript());
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        return new Requests(port).send(BodyHandlers.ofString(), method, path, headers);
    }

    Document page(String path) {
        return Jsoup.parse(get(path).body(), BASE + path);
    }
}
