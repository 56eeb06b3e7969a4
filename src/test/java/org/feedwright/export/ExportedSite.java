package org.feedwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.export.Asking.ask;
import static org.feedwright.export.Asking.field;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.feedwright.Feedwright;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A running service with a history of renames and withdrawals, and the export of all that it serves. */
final class ExportedSite implements AutoCloseable {
    static final String BASE = "http://feeds.example";
    private static final byte[] PICTURE = new byte[3_000];

    private final Path directory;
    private final ConfigurableApplicationContext service;
    private final Set<String> addresses;

    ExportedSite(Path directory) throws Exception {
        this.directory = directory;
        writeFolder();
        service = SpringApplication.run(Feedwright.class, settings("--server.port=0", "--management.server.port=0"));
        makeHistory(origin());
        assertThat(Feedwright.commands().execute(settings("export", site().toString())))
                .isZero();
        // The service leaves the date out while a document may still change within its second; files have it at
        // once.
        await(() -> !field(ask(origin() + "/feeds/all.atom"), "Last-Modified").isEmpty());
        addresses = Asking.addresses(origin());
        if (ask(origin() + "/favicon.ico").statusCode() == 200) {
            addresses.add("/favicon.ico");
        }
        addresses.add("/media/left/stayed.png"); // of a feed that has ended, which no document shows
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    Path site() {
        return directory.resolve("site");
    }

    /** Every address that is there. */
    Set<String> addresses() {
        return addresses;
    }

    @Override
    public void close() {
        service.close();
    }

    private void makeHistory(String origin) throws Exception {
        awaitArticles(origin, "The last one");
        Files.delete(directory.resolve("feeds/news/withdrawn.md"));
        awaitGone(origin + "/articles/news/withdrawn");
        Files.delete(directory.resolve("feeds/news/withdrawn-alias.md"));
        awaitGone(origin + "/articles/news/withdrawn-alias");
        rename(origin, "news", "Former", "former");
        rename(origin, "news", "former", "größer");
        rename(origin, "news", "once", "taken-back");
        Files.delete(directory.resolve("feeds/news/taken-back.md"));
        awaitGone(origin + "/articles/news/taken-back");
        rename(origin, "left", "Renamed", "other");
        Files.delete(directory.resolve("feeds/left/taken-back.md"));
        Files.delete(directory.resolve("feeds/left/former.md"));
        awaitGone(origin + "/articles/left/taken-back");
        awaitGone(origin + "/articles/left/former");
    }

    private void writeFolder() throws IOException {
        var news = Files.createDirectories(directory.resolve("feeds/news"));
        Files.writeString(news.resolve("feed.yaml"), """
                title: News
                window: 5
                author: The Editor
                formerly: [old-news, left]
                hubs: ['https://hub.example/']
                formerly-at: [/feed.xml, /blog/feed/, '/?feed=rss2', {/syndication: json}, /feeds.opml]
                """);
        var names = List.of("C#", "日本語", "a/b", "..", "🎉", "x".repeat(300), "語".repeat(90), "Plain");
        for (int i = 0; i < 30; i++) {
            article(news, "article-" + i, i, names.get(i % names.size()), "Article " + i);
        }
        Files.writeString(news.resolve("moved-here.md"), """
                ---
                title: Moved here
                published: 2026-01-01T00:50
                aliases:
                  - /2019/moved/
                  - /größer/als 1.html
                  - /?p=12
                  - /index.php?p=12&x=y
                  - /articles/news/old-slug
                  - /articles/old-news/older-slug
                  - /articles/elsewhere/x
                  - /feeds/elsewhere.atom
                  - /media/news/old.png
                  - /feeds/news.rss
                  - /articles/news/article-7
                  - /404.html
                  - /robots.txt
                  - /
                ---
                Body.
                """);
        Files.writeString(
                news.resolve("withdrawn-alias.md"),
                "---\ntitle: W\npublished: 2026-01-01T00:51\naliases: /of-the-withdrawn\n---\nBody.\n");
        article(news, "Former", 44, "Plain", "Renamed");
        article(news, "once", 45, "Plain", "Renamed and taken back");
        article(news, "記事", 40, "Plain", "The last one");
        article(news, "語".repeat(82), 41, "Plain", "The longest name");
        article(news, "withdrawn", 42, "Plain", "To be withdrawn", "![It](withdrawn.png)");
        article(
                news,
                "illustrated",
                43,
                "Plain",
                "With files",
                "![It](photo.png) ![And](<more/ein Bild ü.png>) [drawing](drawing.svg) [notes](notes.vtt)"
                        + " [data](data.vtt.gz) [odd](odd.thing)");
        for (String name : List.of("photo.png", "more/ein Bild ü.png", "withdrawn.png", "unnamed.png", "odd.thing")) {
            Files.createDirectories(news.resolve(name).getParent());
            Files.write(news.resolve(name), PICTURE);
        }
        Files.writeString(news.resolve("drawing.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Files.writeString(news.resolve("notes.vtt"), "Grüße, and more than eight bytes");
        Files.writeString(news.resolve("data.vtt.gz"), "not compressed, whatever its name says");
        var ended = Files.createDirectories(directory.resolve("feeds/ended"));
        Files.writeString(ended.resolve("feed.yaml"), "title: Ended\nretired: true\n");
        article(ended, "survivor", 1, "Plain", "It stays");
        var left = Files.createDirectories(directory.resolve("feeds/left"));
        Files.writeString(left.resolve("feed.yaml"), "title: Left\nretired: true\n");
        article(left, "stayed", 1, "Plain", "Stayed behind");
        article(left, "Renamed", 2, "Plain", "Stayed behind, under another name");
        article(left, "语.", 3, "Plain", "Stayed behind too", "![It](stayed.png)");
        Files.write(left.resolve("taken-back.png"), PICTURE);
        Files.write(left.resolve("stayed.png"), PICTURE);
        article(left, "taken-back", 4, "Plain", "Stayed behind and taken back", "![It](taken-back.png)");
        article(left, "former", 5, "Plain", "Taken back where another one was called so");
    }

    private static void article(Path feed, String name, int minute, String category, String title) throws IOException {
        article(feed, name, minute, category, title, "The *body* of it.");
    }

    private static void article(Path feed, String name, int minute, String category, String title, String body)
            throws IOException {
        Files.writeString(
                feed.resolve(name + ".md"),
                "---\ntitle: '%s'\npublished: 2026-01-01T00:%02d\ncategories: ['%s']\n---\n%s\n"
                        .formatted(title, minute, category, body));
    }

    private String[] settings(String... first) {
        return Stream.concat(
                        Arrays.stream(first),
                        Stream.of(
                                "--feedwright.base-url=" + BASE,
                                "--feedwright.folder=" + directory.resolve("feeds"),
                                "--feedwright.data=" + directory.resolve("data")))
                .toArray(String[]::new);
    }

    private void rename(String origin, String feed, String from, String to) throws Exception {
        var folder = directory.resolve("feeds").resolve(feed);
        Files.move(folder.resolve(from + ".md"), folder.resolve(to + ".md"));
        String address = origin + "/articles/" + feed + "/" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        await(() -> ask(address).statusCode() == 200);
    }

    private static void awaitArticles(String origin, String title) throws Exception {
        await(() -> new String(ask(origin + "/feeds/all.atom").body(), StandardCharsets.UTF_8).contains(title));
    }

    private static void awaitGone(String address) throws Exception {
        await(() -> ask(address).statusCode() == 410);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(condition);
    }
}
