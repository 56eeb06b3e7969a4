package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.feedwright.Feedwright;
import org.feedwright.imports.feed.FeedEntry;
import org.feedwright.imports.feed.FeedPage;
import org.feedwright.imports.feed.FeedReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that were published, imported elsewhere, and published there again. */
class FeedRoundTripTest {
    @TempDir
    private Path temporary;

    private SiteOnDisk site;
    private Path feeds;

    @BeforeEach
    void publish() throws IOException {
        var served = Files.createDirectories(temporary.resolve("site"));
        site = SiteOnDisk.start(served);
        feeds = Files.createDirectories(temporary.resolve("feeds/ores"));
        Files.writeString(feeds.resolve("feed.yaml"), """
                title: 'Ores & metals: <notes>'
                subtitle: What moves the prices
                home: https://ores.example.org/
                language: en
                author: {name: The desk, email: desk@ores.example.org}
                rights: © Ores
                window: 4
                disclaimer: No *advice*.
                """);
        articles();
        export(temporary.resolve("feeds"), served);
    }

    private void articles() throws IOException {
        article("2026-01-02T10:00:00+01:00", "copper", """
                title: '<3 Copper & "AT&T" &lt;b&gt; ]]>'
                updated: 2026-01-03T11:12:13Z
                authors: [{name: Ann, uri: 'https://ann.example/'}, {name: Bob, email: bob@ores.example.org}]
                categories: ['C & C++', Copper]
                highlights: ['Up 10^6 t, 3~5 %', 'Down & out < 3']
                image: https://ores.example.org/copper.jpg
                """, """
                Copper **rose** by 10<sup>6</sup> t, see [the table](/table?x=1&y=2) and ![a chart](chart.png).

                ```
                a  b
                  c
                ```

                - one
                - two[^1]

                [^1]: A note.
                """);
        article("2026-01-04", "zinc", """
                title: Zinc
                id: 45863 at https://ores.example.org
                summary: One line & nothing else.
                disclaimer: |
                  First <b>paragraph</b>.

                  Second one.
                enclosures:
                - {url: 'https://ores.example.org/zinc.mp3', type: audio/mpeg, length: 1234, duration: '1:02:03'}
                - {url: 'https://ores.example.org/zinc.pdf', type: application/pdf, length: 99, title: The report}
                """, "Zinc fell.\n");
        article("2026-01-05", "nahas", "title: النحاس\nlanguage: ar\nhighlights: [ارتفع, هبط]\n", "النص هنا.\n");
        article(
                "2026-01-06",
                "plain",
                "title: Plain\nlink: https://elsewhere.example/x?a=1&b=2\nrights: Other\n",
                "Text.\n");
        for (int day = 7; day < 20; day++) {
            article("2026-01-%02d".formatted(day), "more-" + day, "title: More " + day + "\n", "Text " + day + ".\n");
        }
    }

    private void article(String date, String slug, String front, String body) throws IOException {
        Files.writeString(feeds.resolve(slug + ".md"), "---\npublished: " + date + "\n" + front + "---\n" + body);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Feedwright.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Outcome(status, out.toString(), err.toString());
    }

    private void export(Path folder, Path to) {
        var outcome = run(
                "export",
                to.toString(),
                "--codings=none",
                "--feedwright.folder=" + folder,
                "--feedwright.data=" + to.resolveSibling(to.getFileName() + "-data"),
                "--feedwright.base-url=" + site.address(),
                "--logging.level.org.feedwright=warn");
        assertThat(outcome.status()).as(outcome.err()).isZero();
    }

    /** Imports the feed into a folder of its own. */
    private Path imported(String format, String... more) {
        var folder = temporary.resolve("imported-" + format);
        var outcome = run(Stream.concat(
                        Stream.of(
                                "import",
                                "feed",
                                site.address() + "/feeds/ores." + format,
                                "--folder=" + folder,
                                "--feed=ores",
                                "--emails",
                                "--allow-private"),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        return folder;
    }

    private static FeedPage page(Path file) throws IOException {
        return FeedReading.read(Files.readAllBytes(file), null, "http://127.0.0.1/");
    }

    /** The entries of a feed and of its archives. */
    private static List<FeedEntry> entries(Path site, String format) throws IOException {
        var entries = new ArrayList<>(page(site.resolve("feeds/ores." + format)).entries());
        try (var archives = Files.list(site.resolve("feeds/ores/archive"))) {
            for (Path archive : archives.filter(file -> file.toString().endsWith("." + format))
                    .sorted()
                    .toList()) {
                entries.addAll(page(archive).entries());
            }
        }
        return entries;
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void givesTheSameFeedWhereItIsPublishedAgain(String format) throws IOException {
        var folder = imported(format);
        Path file = folder.resolve("ores/feed.yaml");
        Files.writeString(file, Files.readString(file) + "window: 4\n");
        Path again = Files.createDirectories(temporary.resolve("again"));
        export(folder, again);

        var before = entries(temporary.resolve("site"), format);
        assertThat(before).hasSize(17);
        assertThat(entries(again, format)).containsExactlyElementsOf(before);
        var old = page(temporary.resolve("site/feeds/ores." + format));
        var page = page(again.resolve("feeds/ores." + format));
        assertThat(page.title()).isEqualTo(old.title());
        assertThat(page.subtitle()).isEqualTo(old.subtitle());
        assertThat(page.home()).isEqualTo(old.home());
        assertThat(page.language()).isEqualTo(old.language());
        assertThat(page.rights()).isEqualTo(old.rights());
    }

    @Test
    void takesHighlightsAndDisclaimersForWhatTheyAre() throws IOException {
        String copper = Files.readString(imported("atom").resolve("ores/2026-01-02-copper.html"));
        assertThat(copper).contains("highlights:\n- Up 10^6 t, 3~5 %\n- Down & out < 3\n", "\ndisclaimer: ");
        assertThat(copper.substring(copper.lastIndexOf("---"))).doesNotContain("Disclaimer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void isProvedToBeNoticedByNobodyBeforehand(String format) throws IOException {
        var folder = imported(format);
        Path file = folder.resolve("ores/feed.yaml");
        Files.writeString(file, Files.readString(file) + "window: 4\n");

        var outcome = run(
                "check",
                folder.toString(),
                "--against=" + site.address() + "/feeds/ores." + format,
                "--base-url=" + site.address(),
                "--allow-private");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("would notice nothing; all 4 entries are the same");
        assertThat(outcome.status()).isZero();
    }
}
