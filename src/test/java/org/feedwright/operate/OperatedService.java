package org.feedwright.operate;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.feedwright.Feedwright;
import org.feedwright.feed.FirstLook;
import org.feedwright.testing.Requests;
import org.feedwright.testing.SettableClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.FileSystemUtils;

/** One running service for all who look at it: three feeds, a file that is held back, a warning, and a day of polls. */
final class OperatedService implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final String HELD = "'x' \"y\"><b onclick=z>&amp;.md";

    private final Path directory;
    private final ConfigurableApplicationContext context;

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(NOON.minus(Duration.ofDays(1)));
        }
    }

    private static final class Shared {
        static final OperatedService SERVICE = new OperatedService();
    }

    /** The one that everybody uses who changes nothing. */
    static OperatedService shared() {
        return Shared.SERVICE;
    }

    OperatedService() {
        try {
            directory = Files.createTempDirectory("feedwright-operated");
            write("news/feed.yaml", "title: News of the house\nhome: https://example.org/\n");
            write("rare-earth/feed.yaml", "title: Rare earths <b>&amp; more\nhome: https://example.org/\n");
            write("empty/feed.yaml", "title: Nothing yet" + "o".repeat(500) + "\nhome: https://example.org/\n");
            for (int i = 1; i <= 12; i++) {
                write(
                        "news/a-" + i + ".md",
                        "---\ntitle: A " + i + "\npublished: 2026-01-" + (10 + i) + "\n---\nText\n");
            }
            write("rare-earth/b.md", "---\ntitle: B\npublished: 2026-02-03\ncolour: red\n---\nText\n");
            write("rare-earth/" + HELD, "---\n<b>: 1\n---\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context = new SpringApplicationBuilder(Feedwright.class, Time.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--feedwright.base-url=https://feeds.example.org",
                        "--feedwright.webhooks.endpoints.chat.url=https://chat.example.org/", // told of nothing so old
                        "--feedwright.webhooks.endpoints.chat.secret=whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz",
                        "--feedwright.folder=" + directory.resolve("feeds"),
                        "--feedwright.data=" + directory.resolve("data"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        await().atMost(Duration.ofMinutes(1)).until(() -> !bean(FirstLook.class).mayBringMore());
        pollForADay();
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve("feeds").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** More by day than by night; most readers have it already. */
    private void pollForADay() {
        for (int hour = 0; hour <= 24; hour++) {
            bean(SettableClock.class).set(NOON.minus(Duration.ofHours(24 - hour)));
            int readers = 3 + (int) (12 * Math.sin(Math.PI * ((hour + 12) % 24) / 24));
            for (int reader = 0; reader < readers; reader++) {
                String feed = reader % 3 == 0 ? "/feeds/news.rss" : "/feeds/rare-earth.atom";
                String[] fields = reader % 4 == 0
                        ? new String[] {"Accept-Encoding", "gzip"}
                        : new String[] {"If-None-Match", "*"};
                get(feed, fields);
            }
        }
        get("/feeds/nothing.json");
        get("/feeds/all.json");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    HttpResponse<String> get(String path, String... fields) {
        return ask("local.server.port", "GET", path, fields);
    }

    /** Asks at the management port. */
    HttpResponse<String> manage(String path, String... fields) {
        return ask("local.management.port", "GET", path, fields);
    }

    HttpResponse<String> ask(String port, String method, String path, String... fields) {
        return new Requests(port(port)).send(BodyHandlers.ofString(), method, path, fields);
    }

    int port(String name) {
        return context.getEnvironment().getRequiredProperty(name, Integer.class);
    }

    @Override
    public void close() {
        context.close();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }
}
