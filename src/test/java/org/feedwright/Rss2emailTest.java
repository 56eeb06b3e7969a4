package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a subscriber is mailed by a real rss2email. It is built on feedparser, which asks for deltas unasked. It mails
 * each entry once, by its id: a revision is not mailed, with the settings that it has from the start.
 */
@EnabledIf("readerIsToBeThere")
class Rss2emailTest {
    @TempDir
    private Path directory;

    private Path feed;
    private Rss2email reader;

    /** Where everything must be proved, a missing reader is a failure and no reason to skip. */
    static boolean readerIsToBeThere() throws IOException, InterruptedException {
        return "true".equals(System.getenv("CI"))
                || new ProcessBuilder("which", "r2e").start().waitFor() == 0;
    }

    @BeforeEach
    void anEditorAndASubscriberStart() throws IOException {
        feed = Files.createDirectories(directory.resolve("feeds/reports"));
        Files.writeString(
                feed.resolve("feed.yaml"), "title: Reports\nhome: https://example.org/\nauthor: The Editor\n");
        write("first", "First", "The body.");
        reader = Rss2email.in(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss"})
    void mailsEachPublicationOnceWhateverComesBetweenItsPolls(String extension) throws Exception {
        try (var service = start()) {
            var site = new Site(service);
            String path = "/feeds/reports." + extension;
            site.await(path, "First");
            reader.run("add", "reports", "http://localhost:" + site.port() + path);
            var expected = new ArrayList<>(List.of("First"));
            reader.run("run");
            assertThat(reader.subjects()).containsExactlyElementsOf(expected);
            for (int i = 0; i < 6; i++) {
                write("n" + i, "Number " + i, "Text " + i + ".");
                site.await(path, "Number " + i);
                expected.add("Number " + i);
                reader.run("run");
                assertThat(reader.subjects()).containsExactlyInAnyOrderElementsOf(expected);

                write("n" + i, "Number " + i, "Better text " + i + ".");
                site.await(path, "Better text " + i);
                reader.run("run");
                Files.move(file("n" + i), file("n" + i + "-renamed"));
                site.await("/articles/reports/n" + i + "-renamed", "Better text");
                reader.run("run");
                assertThat(reader.subjects()).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void missesNothingThatComesAllAtOnce() throws Exception {
        try (var service = start()) {
            var site = new Site(service);
            site.await("/feeds/reports.atom", "First");
            reader.run("add", "reports", "http://localhost:" + site.port() + "/feeds/reports.atom");
            reader.run("run");
            for (int i = 0; i < 5; i++) {
                write("n" + i, "Number " + i, "Text.");
                site.await("/feeds/reports.atom", "Number " + i);
            }
            reader.run("run");
            assertThat(reader.subjects())
                    .containsExactlyInAnyOrder("First", "Number 0", "Number 1", "Number 2", "Number 3", "Number 4");
        }
    }

    private ConfigurableApplicationContext start() {
        return Site.start(directory, "http://feeds.example", 0);
    }

    private void write(String slug, String title, String body) throws IOException {
        Files.writeString(file(slug), "---\ntitle: " + title + "\npublished: 2026-01-26\n---\n\n" + body + "\n");
    }

    private Path file(String slug) {
        return feed.resolve("2026-01-26-" + slug + ".md");
    }
}
