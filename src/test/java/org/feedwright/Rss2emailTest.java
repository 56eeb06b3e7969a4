package org.feedwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
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
        Files.writeString(directory.resolve("rss2email.cfg"), """
                        [DEFAULT]
                        from = feeds@example.org
                        to = reader@example.org
                        email-protocol = maildir
                        maildir-path = %s
                        maildir-mailbox = mail
                        """.formatted(directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss"})
    void mailsEachPublicationOnceWhateverComesBetweenItsPolls(String extension) throws Exception {
        try (var service = start()) {
            var site = new Site(service);
            String path = "/feeds/reports." + extension;
            site.await(path, "First");
            reader("add", "reports", "http://localhost:" + site.port() + path);
            var expected = new ArrayList<>(List.of("First"));
            reader("run");
            assertThat(subjects()).containsExactlyElementsOf(expected);
            for (int i = 0; i < 6; i++) {
                write("n" + i, "Number " + i, "Text " + i + ".");
                site.await(path, "Number " + i);
                expected.add("Number " + i);
                reader("run");
                assertThat(subjects()).containsExactlyInAnyOrderElementsOf(expected);

                write("n" + i, "Number " + i, "Better text " + i + ".");
                site.await(path, "Better text " + i);
                reader("run");
                Files.move(file("n" + i), file("n" + i + "-renamed"));
                site.await("/articles/reports/n" + i + "-renamed", "Better text");
                reader("run");
                assertThat(subjects()).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void missesNothingThatComesAllAtOnce() throws Exception {
        try (var service = start()) {
            var site = new Site(service);
            site.await("/feeds/reports.atom", "First");
            reader("add", "reports", "http://localhost:" + site.port() + "/feeds/reports.atom");
            reader("run");
            for (int i = 0; i < 5; i++) {
                write("n" + i, "Number " + i, "Text.");
                site.await("/feeds/reports.atom", "Number " + i);
            }
            reader("run");
            assertThat(subjects())
                    .containsExactlyInAnyOrder("First", "Number 0", "Number 1", "Number 2", "Number 3", "Number 4");
        }
    }

    private ConfigurableApplicationContext start() {
        return SpringApplication.run(
                Feedwright.class,
                "--server.port=0",
                "--management.server.port=0",
                "--feedwright.base-url=http://feeds.example",
                "--feedwright.folder=" + directory.resolve("feeds"),
                "--feedwright.data=" + directory.resolve("data"));
    }

    private void reader(String... command) throws IOException, InterruptedException {
        var words = Stream.concat(
                        Stream.of(
                                "r2e",
                                "-c",
                                directory.resolve("rss2email.cfg").toString(),
                                "-d",
                                directory.resolve("rss2email.json").toString()),
                        Arrays.stream(command))
                .toList();
        Path output = directory.resolve("output");
        var program = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        program.environment().put("HOME", directory.toString());
        program.environment().put("LC_ALL", "C.UTF-8");
        program.environment().put("no_proxy", "localhost");
        var process = program.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("r2e ends").isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    private List<String> subjects() throws IOException {
        try (var mails = Files.walk(directory.resolve("mail"))) {
            var subjects = new ArrayList<String>();
            for (Path mail : mails.filter(Files::isRegularFile).toList()) {
                Files.readAllLines(mail).stream()
                        .filter(line -> line.startsWith("Subject: "))
                        .map(line -> line.substring("Subject: ".length()))
                        .forEach(subjects::add);
            }
            return subjects;
        }
    }

    private void write(String slug, String title, String body) throws IOException {
        Files.writeString(file(slug), "---\ntitle: " + title + "\npublished: 2026-01-26\n---\n\n" + body + "\n");
    }

    private Path file(String slug) {
        return feed.resolve("2026-01-26-" + slug + ".md");
    }
}
