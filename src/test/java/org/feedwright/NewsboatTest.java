package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.feedwright.Newsboat.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What a subscriber sees in a real reader, newsboat, from the file that an editor saves. */
@EnabledIf("readerIsToBeThere")
class NewsboatTest {
    private static final String FEED = "title: Reports\nhome: https://example.org/\nauthor: The Editor\n";

    @TempDir
    private Path directory;

    private Path feed;
    private Newsboat reader;

    /** Where everything must be proved, a missing reader is a failure and no reason to skip. */
    static boolean readerIsToBeThere() throws IOException, InterruptedException {
        return "true".equals(System.getenv("CI"))
                || new ProcessBuilder("which", "newsboat").start().waitFor() == 0;
    }

    @BeforeEach
    void anEditorAndASubscriberStart() throws IOException {
        feed = Files.createDirectories(directory.resolve("feeds/reports"));
        reader = new Newsboat(Files.createDirectory(directory.resolve("reader")));
        Files.writeString(feed.resolve("feed.yaml"), FEED);
        Files.writeString(
                feed.resolve("2026-01-26-first.md"), article("<3 \"AT&T\" &lt;b&gt; 🎉", "The body — as written."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss"})
    void showsTitleAuthorAndContentWithItsDisclaimer(String extension) throws Exception {
        try (var service = start()) {
            var items = reload(service, extension);
            assertThat(items).singleElement().satisfies(item -> {
                assertThat(item.title()).isEqualTo("<3 \"AT&T\" &lt;b&gt; 🎉");
                assertThat(item.author()).isEqualTo("The Editor");
                assertThat(item.guid()).isEqualTo("tag:example.org,2026-01-26:reports/first");
                assertThat(item.content()).contains("The body — as written.", "Disclaimer", "Verify it.");
                assertThat(item.unread()).isTrue();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss"})
    void findsNothingNewAfterARenameARestartAndANewBaseUrl(String extension) throws Exception {
        try (var service = start()) {
            reload(service, extension);
        }
        reader.markAllRead();
        Files.move(feed.resolve("2026-01-26-first.md"), feed.resolve("2026-01-26-another-name.md"));
        try (var service = start("https://elsewhere.example")) {
            // Only when the service has looked, the file could have become a new article.
            new Site(service).await("/articles/reports/another-name", "The body");
            assertThat(reload(service, extension))
                    .singleElement()
                    .satisfies(item -> assertThat(item.unread()).isFalse());
        }
    }

    @Test
    void findsANewArticle() throws Exception {
        try (var service = start()) {
            reload(service, "atom");
            reader.markAllRead();
            Files.writeString(feed.resolve("2026-01-27-second.md"), article("The second", "More."));
            var items = reloadUntil(service, "atom", 2);
            assertThat(items).filteredOn(Item::unread).extracting(Item::title).containsExactly("The second");
        }
    }

    @Test
    void findsEachPublicationOnceAndEachRevisionWhateverComesBetweenItsPolls() throws Exception {
        try (var service = start()) {
            var site = new Site(service);
            reload(service, "atom");
            reader.markAllRead();
            for (int i = 0; i < 6; i++) {
                String name = "2026-01-27-n" + i;
                Files.writeString(feed.resolve(name + ".md"), article("Number " + i, "Text " + i + "."));
                site.await("/feeds/reports.atom", "Number " + i);
                assertThat(reloadOnce(service, "atom"))
                        .filteredOn(Item::unread)
                        .extracting(Item::title)
                        .containsExactly("Number " + i);
                reader.markAllRead();

                Files.writeString(feed.resolve(name + ".md"), article("Number " + i, "Better text " + i + "."));
                site.await("/feeds/reports.atom", "Better text " + i);
                assertThat(reloadOnce(service, "atom")).hasSize(2 + i).noneMatch(Item::unread);
                String better = "Better text " + i;
                assertThat(reader.items()).anyMatch(item -> item.content().contains(better));

                Files.move(feed.resolve(name + ".md"), feed.resolve(name + "-renamed.md"));
                site.await("/articles/reports/n" + i + "-renamed", "Better text " + i);
                assertThat(reloadOnce(service, "atom")).hasSize(2 + i).noneMatch(Item::unread);
            }
        }
    }

    private ConfigurableApplicationContext start() {
        return start("http://feeds.example");
    }

    private ConfigurableApplicationContext start(String baseUrl) {
        return Site.start(directory, baseUrl, 0);
    }

    /** Reloads until the reader has so many items: the service reads its folder after it has started. */
    private List<Item> reloadUntil(ConfigurableApplicationContext service, String extension, int count)
            throws Exception {
        var latest = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        List<Item> items = List.of();
        while (items.size() < count && System.nanoTime() < latest) {
            items = reloadOnce(service, extension);
        }
        return items;
    }

    private List<Item> reload(ConfigurableApplicationContext service, String extension) throws Exception {
        return reloadUntil(service, extension, 1);
    }

    private List<Item> reloadOnce(ConfigurableApplicationContext service, String extension) throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        // The reader knows a feed by its address, so the port must not show in it: a proxy stands in between.
        reader.reload(
                "http://feeds.example/feeds/reports." + extension,
                "use-proxy yes\nproxy-type http\nproxy 127.0.0.1:" + port + "\n");
        return reader.items();
    }

    private static String article(String title, String body) {
        return "---\ntitle: '" + title
                + "'\npublished: 2026-01-26\nhighlights: [A point]\ndisclaimer: Verify it.\n---\n\n" + body + "\n";
    }
}
