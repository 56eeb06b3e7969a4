package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Real web servers with the exported files and their configuration answer as the service does. */
class ExportedSiteTest {
    private static final String BASE = "http://feeds.example";
    private static final Path BROTLI = Path.of("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    private static final byte[] PICTURE = new byte[3_000];
    private static final Pattern DOCUMENT = Pattern.compile("/feeds/.*\\.(atom|rss|json|rdf)");
    private static final Pattern LINK = Pattern.compile(Pattern.quote(BASE) + "(/[^\"<>\\s\\\\]*)");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path directory;

    /** Where everything must be proved, a missing server is a failure and no reason to skip. */
    static boolean nginxIsToBeThere() throws IOException, InterruptedException {
        return isToBeThere("nginx");
    }

    static boolean caddyIsToBeThere() throws IOException, InterruptedException {
        return isToBeThere("caddy");
    }

    /** Elsewhere the files that it would send are not looked at. */
    private static boolean sendsBrotli() {
        boolean isThere = Files.exists(BROTLI);
        assertThat(isThere || !"true".equals(System.getenv("CI")))
                .as(
                        "nginx's module for Brotli (libnginx-mod-http-brotli-static) is there, as everything must be proved")
                .isTrue();
        return isThere;
    }

    private static boolean isToBeThere(String server) throws IOException, InterruptedException {
        return "true".equals(System.getenv("CI"))
                || new ProcessBuilder("which", server).start().waitFor() == 0;
    }

    @Test
    @EnabledIf("nginxIsToBeThere")
    void nginxAnswersEveryAddressAsTheServiceDoes() throws Exception {
        compare(this::startNginx, sendsBrotli());
    }

    @Test
    @EnabledIf("caddyIsToBeThere")
    void caddyAnswersEveryAddressAsTheServiceDoes() throws Exception {
        compare(this::startCaddy, true);
    }

    private interface Start {
        Server start() throws Exception;
    }

    private void compare(Start start, boolean hasBrotli) throws Exception {
        writeFolder();
        try (var service = start()) {
            String origin = "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
            awaitArticles(origin, "The last one");
            Files.delete(directory.resolve("feeds/news/withdrawn.md"));
            awaitGone(origin + "/articles/news/withdrawn");
            rename(origin, "Former", "former");
            rename(origin, "former", "größer");
            rename(origin, "once", "taken-back");
            Files.delete(directory.resolve("feeds/news/taken-back.md"));
            awaitGone(origin + "/articles/news/taken-back");
            rename(origin, "left", "Renamed", "other");
            Files.delete(directory.resolve("feeds/left/taken-back.md"));
            Files.delete(directory.resolve("feeds/left/former.md"));
            awaitGone(origin + "/articles/left/taken-back");
            awaitGone(origin + "/articles/left/former");
            assertThat(Feedwright.commands()
                            .execute(
                                    settings("export", directory.resolve("site").toString())))
                    .isZero();
            // The service leaves the date out while a document may still change within its second; files have it at
            // once.
            await(() -> !field(ask(origin + "/feeds/all.atom"), "Last-Modified").isEmpty());
            var server = start.start();
            try {
                compare(origin, "http://127.0.0.1:" + server.port(), hasBrotli);
                var all = new SoftAssertions();
                answersMethodsAsFilesCan(all, server.port());
                survivesWhatNoFileIsCalled(all, server.port());
                leadsToTheOneSpelling(all, server.port());
                tellsProgramsAndPeople(all, server.port());
                all.assertAll();
            } finally {
                server.process().destroy();
                server.process().waitFor();
            }
        }
    }

    private void compare(String service, String server, boolean hasBrotli) throws Exception {
        var addresses = addresses(service);
        if (ask(service + "/favicon.ico").statusCode() == 200) {
            addresses.add("/favicon.ico");
        }
        addresses.add("/media/left/stayed.png"); // of a feed that has ended, which no document shows
        assertThat(addresses)
                .contains("/", "/feeds/news/archive/1.atom", "/articles/news/article-7", "/feeds.opml", "/robots.txt")
                .contains(
                        "/media/news/photo.png", "/media/news/more/ein%20Bild%20%C3%BC.png", "/media/news/drawing.svg")
                .contains("/media/news/notes.vtt", "/media/news/odd.thing", "/media/news/data.vtt.gz")
                .anyMatch(address -> address.startsWith("/feeds/news/categories/c~23~."))
                .anyMatch(address -> address.startsWith("/feeds/news/categories/%E6%97%A5"))
                .hasSizeGreaterThan(100);
        assertThat(addresses)
                .as("of articles that stayed where the feed was called otherwise")
                .contains("/articles/left/stayed", "/articles/left/other")
                .anyMatch(address -> address.startsWith("/articles/left/%E8%AF%AD"));
        var all = new SoftAssertions();
        var documents = new TreeSet<String>();
        for (String address : addresses) {
            boolean isDocument = DOCUMENT.matcher(address).matches();
            boolean isMedia = address.startsWith("/media/");
            for (String coding : List.of("identity", "gzip", "br")) {
                if (coding.equals("identity") || (isDocument && (coding.equals("gzip") || hasBrotli))) {
                    var expected = ask(service + address, "Accept-Encoding", coding);
                    var answer = ask(server + address, "Accept-Encoding", coding);
                    all.assertThat(answer.statusCode()).as(address).isEqualTo(expected.statusCode());
                    all.assertThat(answer.body()).as(coding + " of " + address).isEqualTo(expected.body());
                    assertSame(all, address, expected, answer, "Content-Type", "Content-Encoding");
                    assertSame(all, address, expected, answer, "Access-Control-Allow-Origin", "X-Content-Type-Options");
                    assertSame(all, address, expected, answer, "Content-Security-Policy");
                    assertThat(field(answer, "Content-Length")).isIn("", field(expected, "Content-Length"));
                    if (isDocument) {
                        documents.add(address);
                        assertSame(all, address, expected, answer, "Last-Modified");
                        all.assertThat(field(answer, "Vary"))
                                .as("Vary of " + address)
                                .isEqualTo("Accept-Encoding, Sec-Fetch-Dest");
                        if (field(expected, "Cache-Control").contains("max-age=86400")) {
                            assertSame(all, address, expected, answer, "Cache-Control");
                        } else {
                            all.assertThat(field(answer, "Cache-Control"))
                                    .as(address)
                                    .isEqualTo("public, max-age=300, stale-if-error=86400");
                        }
                        all.assertThat(field(answer, "Link")).contains("<" + BASE + address + ">; rel=\"self\"");
                    } else {
                        assertSame(all, address, expected, answer, "Cache-Control");
                        all.assertThat(field(answer, "Vary"))
                                .as("Vary of " + address)
                                .isEqualTo(isMedia ? field(expected, "Vary") : "Accept-Encoding");
                    }
                    all.assertThat(ask(
                                            server + address,
                                            "If-None-Match",
                                            field(answer, "ETag"),
                                            "Accept-Encoding",
                                            coding)
                                    .statusCode())
                            .as("known " + address)
                            .isEqualTo(304);
                }
            }
        }
        assertThat(addresses.stream()
                        .filter(DOCUMENT.asMatchPredicate())
                        .map(address -> cachingOf(server + address))
                        .distinct())
                .as("archives that are complete and others")
                .hasSize(2);
        for (String address : addresses) {
            if (address.startsWith("/media/")) {
                compareParts(all, service + address, server + address);
            }
        }
        for (String address : documents) {
            var page = ask(server + address, "Sec-Fetch-Dest", "document");
            all.assertThat(page.body())
                    .as("to people " + address)
                    .isEqualTo(
                            ask(service + address, "Sec-Fetch-Dest", "document").body());
            all.assertThat(field(page, "Vary")).as(address).isEqualTo("Accept-Encoding, Sec-Fetch-Dest");
        }
        for (String address : documents) {
            all.assertThat(field(ask(server + address + "?x=1&y=%C3%BC"), "Link"))
                    .as("Link of " + address + " with a query")
                    .contains("<" + BASE + address + ">; rel=\"self\"");
        }
        for (String address : List.of(
                "/nothing",
                "/index.html",
                "/feeds/news.html",
                "/articles/news/nothing",
                "/articles/news/article-7.html",
                "/.feedwright/manifest",
                "/gone/articles/news/withdrawn.html",
                "/?page=2",
                "/media/news/article-7.md",
                "/media/news/unnamed.png",
                "/.feedwright/Caddyfile",
                "/feeds/nothing")) {
            all.assertThat(ask(server + address).statusCode()).as(address).isEqualTo(404);
        }
        for (String address : List.of(
                "/articles/news/withdrawn",
                "/articles/news/once",
                "/feeds/ended",
                "/feeds/ended.atom",
                "/articles/left/taken-back",
                "/articles/left/former",
                "/media/news/withdrawn.png",
                "/media/left/taken-back.png")) {
            var expected = ask(service + address, "Accept", "text/html");
            var answer = ask(server + address, "Accept", "text/html");
            all.assertThat(answer.statusCode()).as(address).isEqualTo(410).isEqualTo(expected.statusCode());
            if (!address.contains(".")) {
                all.assertThat(answer.body()).as(address).isEqualTo(expected.body());
            }
        }
        for (String address : List.of(
                "/feeds/old-news.atom",
                "/feeds/old-news.atom?x=1&y",
                "/feeds/old-news",
                "/feeds/old-news/archive/1.rss",
                "/feeds/left",
                "/feeds/left.atom",
                "/feeds/left/categories/plain.rss",
                "/feeds/left/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E.rss",
                "/media/left/photo.png?x=1",
                "/media/old-news/more/ein%20Bild%20%C3%BC.png",
                "/articles/left/Renamed",
                "/articles/left/article-7",
                "/articles/left/nothing?x=1",
                "/articles/old-news/article-7",
                "/articles/old-news/Former",
                "/articles/news/Former",
                "/articles/news/former?x=1&y")) {
            var answer = ask(server + address);
            all.assertThat(answer.statusCode()).as(address).isEqualTo(301);
            all.assertThat(field(answer, "Location")).isEqualTo(field(ask(service + address), "Location"));
        }
        all.assertAll();
    }

    private static void answersMethodsAsFilesCan(SoftAssertions all, int port) {
        for (String address : List.of(
                "/",
                "/feeds/news.atom",
                "/feeds/news.atom?x=1",
                "/feeds/news",
                "/articles/news/article-7",
                "/media/news/photo.png",
                "/feeds.opml")) {
            var leave = send(port, "OPTIONS", address);
            all.assertThat(leave.statusCode()).as(address).isEqualTo(204);
            all.assertThat(leave.headers().allValues("Allow")).as(address).containsExactly("GET, HEAD, OPTIONS");
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "PROPFIND", "TRACE")) {
                var refusal = send(port, method, address);
                all.assertThat(refusal.statusCode()).as(method + address).isEqualTo(405);
                all.assertThat(refusal.headers().allValues("Allow"))
                        .as(method + address)
                        .containsExactly("GET, HEAD, OPTIONS");
                all.assertThat(refusal.headers().allValues("Content-Type"))
                        .as(method + address)
                        .containsExactly("application/problem+json");
                all.assertThat(refusal.body())
                        .as(method + address)
                        .isEqualTo("{\"title\":\"Method Not Allowed\",\"status\":405,\"instance\":\""
                                + address.replace("?x=1", "") + "\"}");
            }
            var head = send(port, "HEAD", address);
            all.assertThat(head.statusCode()).as("HEAD of " + address).isEqualTo(200);
            all.assertThat(head.body()).isEmpty();
        }
    }

    private static void survivesWhatNoFileIsCalled(SoftAssertions all, int port) {
        for (String before : List.of("/", "/feeds/", "/feeds/news/", "/articles/news/", "/media/news/", "/assets/")) {
            for (String end : List.of("", ".atom", ".css", ".png", ".xml")) {
                for (String name :
                        List.of("x".repeat(300), "x".repeat(5000), "%E8%AA%9E".repeat(200), "%ff", "*%5B%3Fa")) {
                    String address = before + name + end;
                    all.assertThat(send(port, "GET", address)).as(address).returns(404, HttpResponse::statusCode);
                }
                String address = before + "a%00b" + end;
                all.assertThat(send(port, "GET", address)).as(address).returns(400, HttpResponse::statusCode);
            }
        }
        for (String page : List.of("x".repeat(300), "..%2Ffeeds%2Fnews", "0", "-1", "%00")) {
            all.assertThat(send(port, "GET", "/?page=" + page)).as(page).returns(404, HttpResponse::statusCode);
        }
        for (String address : List.of("/feeds/news.atom", "/media/news/photo.png", "/feeds/news")) {
            for (String range : List.of("items=0-5", "pages=1", "bytes:0-5", "x")) {
                all.assertThat(send(port, "GET", address, "Range", range))
                        .as(range + " of " + address)
                        .returns(200, HttpResponse::statusCode);
            }
        }
    }

    private static void leadsToTheOneSpelling(SoftAssertions all, int port) {
        for (String[] pair : new String[][] {
            {"/feeds/news/", "/feeds/news"},
            {"/feeds/news/?x=1", "/feeds/news?x=1"},
            {"/feeds/news//", "/feeds/news/"},
            {"/feeds/News", "/feeds/news"},
            {"/feeds/NEWS.atom?x=1", "/feeds/news.atom?x=1"},
            {"/feeds/News/archive/1.rss", "/feeds/news/archive/1.rss"},
            {"/feeds/All.json", "/feeds/all.json"},
            {"/feeds/news.atom/", "/feeds/news.atom"},
            {"//feeds/news.atom", "/feeds/news.atom"},
            {"/feeds//news.atom", "/feeds/news.atom"},
            {"///articles///news/article-7", "/articles///news/article-7"},
            {"/feeds/news/categories/plain/", "/feeds/news/categories/plain"},
            {"/feeds/news/archive/1/", "/feeds/news/archive/1"},
            {"/articles/news/article-7/", "/articles/news/article-7"},
            {"/articles/News/article-7", "/articles/news/article-7"},
            {"/articles/news/%E8%A8%98%E4%BA%8B/", "/articles/news/%E8%A8%98%E4%BA%8B"},
            {"/articles/news/" + "%E8%AA%9E".repeat(82) + "/", "/articles/news/" + "%E8%AA%9E".repeat(82)},
            {"/media/News/photo.png", "/media/news/photo.png"}
        }) {
            var answer = send(port, "GET", pair[0]);
            all.assertThat(answer.statusCode()).as(pair[0]).isEqualTo(301);
            all.assertThat(answer.headers().allValues("Location")).as(pair[0]).containsExactly(BASE + pair[1]);
        }
        for (String address : List.of(
                "/feeds/nothing/",
                "/articles/news/nothing/",
                "/articles/news/article-7.html/",
                "/feeds/news/categories/plain.foo",
                "/feeds/news.foo/",
                "/feeds/",
                "/articles/",
                "/articles/news/",
                "/media/news/")) {
            all.assertThat(send(port, "GET", address)).as(address).returns(404, HttpResponse::statusCode);
        }
    }

    /** Browsers say what for they ask, or that they take pages; feed readers may say the latter too, as Miniflux does. */
    private static void tellsProgramsAndPeople(SoftAssertions all, int port) {
        String miniflux = "application/xml, application/atom+xml, application/rss+xml, text/html, */*;q=0.9";
        for (var told : Map.of("/feeds/nothing.atom", 404, "/nothing", 404, "/articles/news/withdrawn", 410)
                .entrySet()) {
            for (String[] fields :
                    new String[][] {{}, {"Accept", "*/*"}, {"Accept", miniflux}, {"Sec-Fetch-Dest", "empty"}}) {
                var problem = send(port, "GET", told.getKey(), fields);
                all.assertThat(problem.statusCode()).isEqualTo(told.getValue());
                all.assertThat(problem.headers().allValues("Content-Type"))
                        .as(told.getKey())
                        .containsExactly("application/problem+json");
                all.assertThat(problem.headers().allValues("Vary"))
                        .as(told.getKey())
                        .containsExactly("Accept, Accept-Encoding, Sec-Fetch-Dest");
                all.assertThat(problem.body())
                        .contains("\"status\":" + told.getValue(), "\"instance\":\"" + told.getKey() + "\"");
            }
            for (String[] fields : new String[][] {{"Accept", "text/html,*/*;q=0.8"}, {"Sec-Fetch-Dest", "document"}}) {
                var page = send(port, "GET", told.getKey(), fields);
                all.assertThat(page.statusCode()).isEqualTo(told.getValue());
                all.assertThat(page.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
                all.assertThat(page.headers().allValues("Vary"))
                        .as(told.getKey())
                        .containsExactly("Accept, Accept-Encoding, Sec-Fetch-Dest");
            }
        }
    }

    private static String cachingOf(String address) {
        try {
            return field(ask(address), "Cache-Control");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What players ask for. */
    private static void compareParts(SoftAssertions all, String service, String server) throws Exception {
        String modified = field(ask(service), "Last-Modified");
        for (String range : List.of("bytes=2-5", "bytes=3-", "bytes=-4", "bytes=9999-")) {
            for (String date : List.of(modified, "Thu, 01 Jan 2026 00:00:00 GMT")) {
                var expected = ask(service, "Range", range, "If-Range", date);
                var answer = ask(server, "Range", range, "If-Range", date);
                String name = range + " of " + server;
                all.assertThat(answer.statusCode()).as(name).isEqualTo(expected.statusCode());
                if (expected.statusCode() == 206) {
                    assertSame(all, name, expected, answer, "Last-Modified");
                    all.assertThat(answer.body()).as(name).isEqualTo(expected.body());
                    assertSame(all, name, expected, answer, "Content-Range", "Content-Type", "Content-Length");
                }
            }
        }
        all.assertThat(ask(server, "If-Modified-Since", modified).statusCode())
                .as("known " + server)
                .isEqualTo(304);
    }

    /** Every address that a program finds by following what the service tells. */
    private static Set<String> addresses(String service) throws Exception {
        var known = new LinkedHashSet<String>(
                List.of("/", "/feeds.opml", "/robots.txt", "/sitemap.xml", "/feeds/all.atom"));
        var open = new ArrayDeque<>(known);
        while (!open.isEmpty()) {
            String address = open.remove();
            var answer = ask(service + address);
            if (Set.of(301, 410).contains(answer.statusCode())) {
                known.remove(address); // pages of articles lead to their feed also when it has ended or moved
                continue;
            }
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            var found = new LinkedHashSet<String>();
            if (field(answer, "Content-Type").startsWith("text/html")) {
                Jsoup.parse(text)
                        .select("[href]")
                        .forEach(link -> found.add(link.attr("href").replace(BASE, "")));
            } else if (!address.startsWith("/assets/")) {
                LINK.matcher(text).results().forEach(link -> found.add(link.group(1)));
            }
            for (String each : found) {
                String path = each.replaceFirst("#.*", "");
                if (path.startsWith("/") && known.add(path)) {
                    open.add(path);
                }
            }
        }
        return known;
    }

    private static void assertSame(
            SoftAssertions all,
            String address,
            HttpResponse<byte[]> expected,
            HttpResponse<byte[]> answer,
            String... names) {
        for (String name : names) {
            all.assertThat(field(answer, name)).as(name + " of " + address).isEqualTo(field(expected, name));
        }
    }

    private static String field(HttpResponse<byte[]> answer, String name) {
        String value = String.join(", ", answer.headers().allValues(name));
        return name.equals("Content-Type") ? value.toLowerCase(Locale.ROOT).replace(" ", "") : value;
    }

    private static HttpResponse<byte[]> ask(String address, String... fields) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<String> send(int port, String method, String address, String... fields) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (fields.length > 0) {
            request.headers(fields);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeFolder() throws IOException {
        var news = Files.createDirectories(directory.resolve("feeds/news"));
        Files.writeString(
                news.resolve("feed.yaml"),
                "title: News\nwindow: 5\nauthor: The Editor\nformerly: [old-news, left]\nhubs: ['https://hub.example/']\n");
        var names = List.of("C#", "日本語", "a/b", "..", "🎉", "x".repeat(300), "語".repeat(90), "Plain");
        for (int i = 0; i < 30; i++) {
            article(news, "article-" + i, i, names.get(i % names.size()), "Article " + i);
        }
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

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(Feedwright.class, settings("--server.port=0", "--management.server.port=0"));
    }

    private void rename(String origin, String from, String to) throws Exception {
        rename(origin, "news", from, to);
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

    private record Server(Process process, int port) {}

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Server startCaddy() throws Exception {
        int port = freePort();
        var home = Files.createDirectory(directory.resolve("caddy"));
        var configuration = Files.writeString(home.resolve("Caddyfile"), """
                {
                  admin off
                  auto_https off
                }
                import %s
                """.formatted(
                        directory.resolve("site/.feedwright/Caddyfile").toRealPath()));
        var builder =
                new ProcessBuilder("caddy", "run", "--config", configuration.toString(), "--adapter", "caddyfile");
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_DATA_HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.toString());
        builder.environment().put("FEEDWRIGHT_SITE", "http://127.0.0.1:" + port);
        return started(builder, home, port);
    }

    private Server startNginx() throws Exception {
        int port = freePort();
        var home = Files.createDirectory(directory.resolve("nginx"));
        Path own = directory.resolve("site/.feedwright/nginx").toRealPath();
        String text = """
                %s
                user root;
                daemon off;
                pid nginx.pid;
                events { }
                http {
                  access_log off;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  include "%s/http.conf";
                  server {
                    listen 127.0.0.1:%d;
                    include "%s/server.conf";
                  }
                }
                """.formatted(Files.exists(BROTLI) ? "load_module " + BROTLI + ";" : "", own, port, own);
        var configuration = Files.writeString(home.resolve("nginx.conf"), text);
        return started(
                new ProcessBuilder("nginx", "-p", home.toString(), "-c", configuration.toString(), "-e", "error.log"),
                home,
                port);
    }

    private static Server started(ProcessBuilder builder, Path home, int port) throws Exception {
        var process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
        await(() -> {
            assertThat(process.isAlive()).as(() -> read(home.resolve("output"))).isTrue();
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return true;
            } catch (IOException _) {
                return false;
            }
        });
        return new Server(process, port);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
