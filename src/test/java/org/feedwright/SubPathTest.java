package org.feedwright;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.testing.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Below a path of its host, the service answers alike whether a proxy takes the path away or leaves it. */
class SubPathTest {
    private static final String BASE = "https://example.org/news";
    private static final Pattern ADDRESS = Pattern.compile("(?:" + BASE + "|(?:href|src)=\"/news)(/[^\"<>\\\\\\s]*)");

    @TempDir
    private static Path directory;

    private static ConfigurableApplicationContext service;
    private static Requests http;

    @BeforeAll
    static void start() throws IOException {
        Path metals = Files.createDirectories(directory.resolve("feeds/metals"));
        Files.writeString(metals.resolve("feed.yaml"), """
                title: Metals
                formerly: [ores]
                formerly-at: [/news/feed.xml, /old.rss, /news/news/older.atom]
                window: 1
                """);
        Files.write(metals.resolve("a b.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        Files.writeString(metals.resolve("first.md"), article("First", """
                aliases: [/news/2019/first.html, /2018/first.html, '/news/?p=12']
                """, "![a picture](<a b.png>)"));
        for (int i = 0; i < 25; i++) {
            Files.writeString(metals.resolve("later-" + i + ".md"), article("Grüße " + i, "", "Text " + i));
        }
        service = Site.start(directory, BASE, 0);
        var site = new Site(service);
        http = site.http();
        site.await("/feeds/metals.atom", "Grüße");
        site.await("/news/articles/metals/first", "First");
        await().atMost(Duration.ofSeconds(60)).until(() -> http.get("/nothing").statusCode() == 404);
        awaitTheEndOfTheFirstSecond();
    }

    /** In the second in which they were published, documents have no date yet: they may change without another one. */
    private static void awaitTheEndOfTheFirstSecond() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Stream.of("/feeds/metals.atom", "/feeds/metals/archive/1.atom")
                        .map(http::get)
                        .allMatch(answer ->
                                answer.headers().firstValue("Last-Modified").isPresent()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String article(String title, String front, String body) {
        return "---\ntitle: " + title + "\npublished: 2026-01-26\nauthors: [Ann]\ncategories: [Rare Earths]\n" + front
                + "---\n" + body + "\n";
    }

    @Test
    void answersAtEveryAddressThatItNamesWithTheSameBytesBothWays() {
        var found = new LinkedHashSet<>(List.of("/", "/robots.txt", "/sitemap.xml", "/favicon.ico"));
        var open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            var answer = sameBothWays("GET", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            var links = ADDRESS.matcher(new String(answer.body(), UTF_8));
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
                if (found.add(link)) {
                    open.add(link);
                }
            }
        }
        assertThat(found)
                .contains(
                        "/feeds/metals",
                        "/feeds/metals.rss",
                        "/feeds/metals/archive/1.atom",
                        "/feeds/metals/categories/rare-earths",
                        "/feeds.opml",
                        "/articles/metals/first",
                        "/media/metals/a%20b.png")
                .anyMatch(path -> path.startsWith("/assets/feedwright"));
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/ores.atom, /feeds/metals.atom",
        "/feeds/ores.atom?x=1, /feeds/metals.atom?x=1",
        "/articles/ores/first, /articles/metals/first",
        "/feeds/Metals.atom/, /feeds/metals.atom",
        "//feeds//metals.rss, /feeds/metals.rss",
        "/feeds/metals/, /feeds/metals",
        "/feeds/metals.xml, /feeds/metals.atom",
        "/feeds/metals/categories/Rare%20Earths.atom, /feeds/metals/categories/rare-earths.atom",
        "/feeds/metals/categories/rare%2Fearths.atom, /feeds/metals/categories/rare~2f~earths.atom",
        "/feed.xml, /feeds/metals.atom",
        "/old.rss, /feeds/metals.rss",
        "/2019/first.html, /articles/metals/first",
        "/2018/first.html, /articles/metals/first",
        "/?p=12, /articles/metals/first",
        "/news/older.atom, /feeds/metals.atom",
    })
    void leadsOnWithThePathInFront(String path, String place) {
        var moved = sameBothWays("GET", path);

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).contains(BASE + place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/nothing.atom", "/nothing", "/articles/metals/nothing", "/media/metals/x.png"})
    void saysThatNothingIsThereByTheReadersAddress(String path) {
        var nothing = sameBothWays("GET", path);

        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(new String(nothing.body(), UTF_8)).contains("\"instance\":\"/news" + path + "\"");
    }

    @Test
    void answersPollsAlike() {
        var first = http.get("/news/feeds/metals.atom", "Accept-Encoding", "gzip");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(sameBothWays("GET", "/feeds/metals.atom", "Accept-Encoding", "gzip")
                        .body())
                .isEqualTo(first.body());
        assertThat(sameBothWays("GET", "/feeds/metals.atom", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(sameBothWays("HEAD", "/feeds/metals.atom").statusCode()).isEqualTo(200);
        assertThat(sameBothWays("GET", "/feeds/metals.atom", "Sec-Fetch-Dest", "document")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("text/html;charset=utf-8");
        assertThat(sameBothWays("GET", "/feeds/all.atom?q=grüße").statusCode()).isEqualTo(200);
        assertThat(sameBothWays("GET", "/feeds/metals/authors/ann.json").statusCode())
                .isEqualTo(200);
        assertThat(sameBothWays("POST", "/feeds/metals.atom").statusCode()).isEqualTo(405);
        assertThat(sameBothWays("OPTIONS", "/feeds/metals.atom").statusCode()).isEqualTo(204);
    }

    @Test
    void leadsFromThePathItselfToTheFrontPage() {
        assertThat(http.get("/news?page=2").headers().firstValue("Location")).contains(BASE + "/?page=2");
        assertThat(http.send("HEAD", "/news").statusCode()).isEqualTo(301);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/news/../feeds/metals.atom", "/newspaper/feeds/metals.atom", "/news/news/feeds/metals.atom"})
    void answersNowhereElse(String path) {
        assertThat(raw(path)).isEqualTo("404");
    }

    @Test
    void leavesHealthWhereItIs() {
        int port = service.getEnvironment().getRequiredProperty("local.management.port", Integer.class);

        assertThat(new Requests(port).get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(new Requests(port).get("/news/actuator/health").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<byte[]> sameBothWays(String method, String path, String... fields) {
        var left = http.send(method, ("/news" + path).replace("ü", "%C3%BC").replace("ß", "%C3%9F"), fields);
        var taken = http.send(method, path.replace("ü", "%C3%BC").replace("ß", "%C3%9F"), fields);
        assertThat(taken.statusCode()).as(path).isEqualTo(left.statusCode());
        assertThat(headers(taken)).as(path).isEqualTo(headers(left));
        assertThat(taken.body()).as(path).isEqualTo(left.body());
        return left;
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        var fields = new TreeMap<>(answer.headers().map());
        fields.keySet().removeAll(Set.of("date"));
        return fields;
    }

    /** The status of the answer to a path that is sent as it is. */
    private static String raw(String path) {
        try (var socket = new Socket("localhost", http.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8).split(" ", 3)[1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
