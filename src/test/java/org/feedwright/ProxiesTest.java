package org.feedwright;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feedwright.testing.Certificates;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Through each proxy that {@code docs/operate/proxies.md} has a configuration for, readers are answered as by the service
 * itself. They ask with curl, from an address of their own.
 */
class ProxiesTest {
    private static final String FEED = "/feeds/metals.atom";

    @TempDir
    private static Path directory;

    private static ConfigurableApplicationContext ofHost;
    private static ConfigurableApplicationContext belowPath;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        Path metals = Files.createDirectories(directory.resolve("feeds/metals"));
        Files.writeString(metals.resolve("feed.yaml"), "title: Metals\nformerly: [ores]\nformerly-at: /feed.xml\n");
        Files.writeString(metals.resolve("first.md"), """
                ---
                title: First
                published: 2026-01-26
                categories: [Rare/Earths]
                aliases: /2019/first.html
                ---
                """ + "Text about metals. ".repeat(200));
        Certificates.make(directory, "feeds.example.org");
        ofHost = start("https://feeds.example.org", "host");
        belowPath = start("https://example.org/news", "path");
    }

    private static ConfigurableApplicationContext start(String base, String name, String... settings) {
        var arguments = new ArrayList<>(List.of(settings));
        arguments.addAll(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--server.http2.enabled=true",
                "--server.forward-headers-strategy=native", // which would believe everyone
                "--management.server.port=-1",
                "--feedwright.base-url=" + base,
                "--feedwright.folder=" + directory.resolve("feeds"),
                "--feedwright.data=" + directory.resolve(name),
                "--feedwright.http.trusted-proxies=127.0.0.1",
                "--server.jetty.accesslog.enabled=true",
                "--server.jetty.accesslog.custom-format=%{client}a %s %r",
                "--server.jetty.accesslog.filename=" + directory.resolve(name + ".log")));
        var service = SpringApplication.run(Feedwright.class, arguments.toArray(String[]::new));
        new Site(service).await(FEED, "First");
        return service;
    }

    @AfterAll
    static void stop() {
        ofHost.close();
        belowPath.close();
    }

    @ParameterizedTest
    @EnumSource
    void answersOnAHostOfItsOwn(Recipes proxy) throws IOException {
        try (var running = run(proxy, proxy.block(title(proxy)), "", ofHost)) {
            var reader = CurlReader.of(running, "feeds.example.org", "");
            assertAnswers(reader, ofHost, "host.log");
            assertThat(reader.ask("/2019/first.html").location())
                    .isEqualTo("https://feeds.example.org/articles/metals/first");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NGINX, leaves", "NGINX, takes",
        "CADDY, leaves", "CADDY, takes",
        "APACHE, leaves", "APACHE, takes",
    })
    void answersBelowAPath(Recipes proxy, String what) throws IOException {
        String heading = title(proxy) + (what.equals("leaves") ? " leaves the path" : " takes the path away");
        String recipe = proxy.below(
                proxy.block(title(proxy)).replace("feeds.example.org", "example.org"), proxy.block(heading));
        try (var running = run(proxy, recipe, "", belowPath)) {
            var reader = CurlReader.of(running, "example.org", "/news");
            assertAnswers(reader, belowPath, "path.log");
            assertThat(reader.ask("").status()).isEqualTo(301);
            assertThat(reader.ask("/2019/first.html").location())
                    .isEqualTo("https://example.org/news/articles/metals/first");
            var other = CurlReader.of(running, "example.org", "");
            assertThat(other.ask(FEED).field("etag")).as("of the other site").isEmpty();
        }
    }

    @Test
    void isAnsweredByNginxFromItsCache() throws IOException {
        try (var running = runWithCache(ofHost)) {
            var reader = CurlReader.of(running, "feeds.example.org", "");
            var plain = reader.ask(FEED);
            var gzip = reader.ask(FEED, "Accept-Encoding: gzip");
            int before = readers("host.log").size();
            for (int i = 0; i < 3; i++) {
                assertThat(reader.ask(FEED).body()).isEqualTo(plain.body());
                assertThat(reader.ask(FEED, "Accept-Encoding: gzip").body()).isEqualTo(gzip.body());
                assertThat(reader.ask(FEED, "Accept-Encoding: gzip", "If-None-Match: " + gzip.field("etag"))
                                .status())
                        .isEqualTo(304);
            }
            var page = reader.ask(FEED, "Sec-Fetch-Dest: document");
            assertThat(page.field("content-type")).contains("text/html");
            await().untilAsserted(() -> assertThat(readers("host.log")).hasSizeGreaterThan(before));
            assertThat(readers("host.log")).hasSizeLessThanOrEqualTo(before + 3); // the page, and what was written late
        }
    }

    @Test
    void isAnsweredByNginxWhileTheServiceIsAway() throws IOException, InterruptedException {
        var service = start(
                "https://feeds.example.org", "away", "--feedwright.poll.min-age=1s", "--feedwright.poll.max-age=1s");
        try (service;
                var running = runWithCache(service)) {
            var reader = CurlReader.of(running, "feeds.example.org", "");
            var before = reader.ask(FEED);
            assertThat(before.field("cache-control")).contains("max-age=1,");
            service.close();
            Thread.sleep(2_500); // past the time for which it is fresh, in whole seconds
            assertThat(reader.ask(FEED).body()).isEqualTo(before.body());
        }
    }

    private static WebServer runWithCache(ConfigurableApplicationContext service) throws IOException {
        var proxy = Recipes.NGINX;
        return run(proxy, proxy.block("nginx"), proxy.block("Let nginx keep documents"), service);
    }

    /** As proxies do that speak HTTP/2 to what is behind them. */
    @ParameterizedTest
    @ValueSource(strings = {"--http2", "--http2-prior-knowledge"})
    void isAnsweredInHttp2WithoutTlsToo(String how) throws IOException {
        var itself = new Site(ofHost);
        for (int status : List.of(200, 304)) {
            String known = status == 304 ? field(itself.http().get(FEED), "etag") : "none";
            var curl = new ProcessBuilder(
                            "curl",
                            "-s",
                            how,
                            "-o",
                            "/dev/null",
                            "-w",
                            "%{http_version} %{http_code}",
                            "-H",
                            "If-None-Match: " + known,
                            "http://127.0.0.1:" + itself.port() + FEED)
                    .start();

            assertThat(new String(curl.getInputStream().readAllBytes(), UTF_8)).isEqualTo("2 " + status);
        }
    }

    private static WebServer run(Recipes proxy, String recipe, String besides, ConfigurableApplicationContext service)
            throws IOException {
        return proxy.run(
                Files.createTempDirectory(directory, proxy.name()),
                directory,
                recipe,
                besides,
                new Site(service).port());
    }

    private static String title(Recipes proxy) {
        return proxy == Recipes.NGINX
                ? "nginx"
                : proxy.name().charAt(0) + proxy.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static void assertAnswers(CurlReader reader, ConfigurableApplicationContext service, String log)
            throws IOException {
        var http = new Site(service).http();
        for (String coding : List.of("identity", "gzip", "br")) {
            String accept = "Accept-Encoding: " + coding;
            var itself = http.get(FEED, "Accept-Encoding", coding);
            var through = reader.ask(FEED, accept);
            assertThat(through.status()).isEqualTo(200);
            assertThat(through.body()).isEqualTo(itself.body());
            for (String field : List.of(
                    "etag", "content-encoding", "content-type", "cache-control", "vary", "last-modified", "link")) {
                assertThat(listed(through.field(field))).as(field).isEqualTo(listed(field(itself, field)));
            }
            var known = reader.ask(FEED, accept, "If-None-Match: " + through.field("etag"));
            assertThat(known.status()).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            assertThat(known.field("etag")).isEqualTo(through.field("etag"));
            var head = reader.head(FEED, accept);
            assertThat(head.field("etag")).isEqualTo(through.field("etag"));
            assertThat(head.field("content-length")).isEqualTo(field(itself, "content-length"));
        }
        assertThat(reader.ask("/feeds/ores.rss").location()).isEqualTo(reader.base() + "/feeds/metals.rss");
        assertThat(reader.ask("/feeds/Metals.rss").location()).isEqualTo(reader.base() + "/feeds/metals.rss");
        assertThat(reader.ask("/feed.xml").location()).isEqualTo(reader.base() + FEED);
        assertThat(reader.ask("/feeds/metals.atom", "Sec-Fetch-Dest: document").text())
                .contains("<h1");
        assertThat(reader.ask("/articles/metals/first").text()).contains("Text about metals.");
        assertThat(reader.ask("/feeds.opml").text()).contains(reader.base() + FEED);
        assertThat(reader.ask("/feeds/metals/categories/rare~2f~earths.atom").status())
                .isEqualTo(200);
        assertThat(reader.ask("/feeds/nothing.atom").field("content-type")).isEqualTo("application/problem+json");

        reader.ask(
                "/forged",
                "X-Forwarded-For: 203.0.113.66",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Prefix: /evil");
        await().untilAsserted(() -> assertThat(lines(log)).anyMatch(line -> line.contains("/forged ")));
        assertThat(lines(log))
                .filteredOn(line -> line.contains("/forged "))
                .allMatch(line -> line.startsWith(CurlReader.ADDRESS + " 404"));
    }

    /** The members of a list, which Apache writes without spaces. */
    private static List<String> listed(String field) {
        return List.of(field.split(", ?"));
    }

    private static List<String> lines(String log) throws IOException {
        return Files.readAllLines(directory.resolve(log), UTF_8);
    }

    private static List<String> readers(String log) throws IOException {
        return lines(log).stream()
                .filter(line -> line.startsWith(CurlReader.ADDRESS))
                .toList();
    }

    private static String field(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
