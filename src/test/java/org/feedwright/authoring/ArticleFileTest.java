package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.FeedName;
import org.feedwright.article.Manuscript;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFileTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.123Z");

    private final Problems problems = new Problems("a.md");

    @ParameterizedTest
    @ValueSource(strings = {"disclaimer: ''", "disclaimer: false", "disclaimer: False", "Disclaimer: FALSE "})
    void goesWithoutTheFeedsDisclaimer(String line) {
        assertThat(read(line).text().disclaimer()).isEqualTo(Disclaimer.NONE);
    }

    @Test
    void takesAliasesAsTheyAreMeant() {
        assertThat(read("aliases: [' /a/ ', '', /b/]").aliases()).containsExactly("/a/", "/b/");
        assertThat(problems.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/, /b/", "/a/ /b/", "/a/ https://example.org/b", "/a/,http://example.org/b"})
    void tellsOfSeveralAliasesInOneText(String aliases) {
        assertThat(read("aliases: " + aliases).aliases()).containsExactly(aliases);
        assertThat(problems.warnings()).extracting(Problem::line).containsExactly(4);
    }

    /** A date may be as late as now, or as the time at which a scheduled article appears. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-26, 2026-11-28T12:00:00.123Z, true",
        "2026-01-26, 2026-11-28T12:00:01Z, false",
        "2027-01-26, 2027-01-26, true",
        "2027-01-26, 2027-01-26T00:00:01Z, false",
    })
    void isChangedNotLaterThanItAppears(String published, String date, boolean isTaken) {
        for (String line :
                List.of("correction: {text: C, date: '%s'}", "withdrawn: {reason: R, date: '%s'}", "updated: '%s'")) {
            var own = new Problems("a.md");
            readWhole("title: T\npublished: " + published + "\n" + line.replace("%s", date), own);
            assertThat(own.isEmpty()).as(line).isEqualTo(isTaken);
        }
    }

    /** Hugo's two dates. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date: 2026-01-26|publishDate: 2026-01-27|2026-01-27T00:00:00Z|1",
                "date: 2026-01-26|publishDate: 2026-01-25|2026-01-26T00:00:00Z|1",
                "date: 2026-01-26|publishDate: 2026-01-26|2026-01-26T00:00:00Z|0",
                "publishDate: 2026-01-26|date: 2026-01-26T00:00|2026-01-26T00:00:00Z|1",
            })
    void isKeptBackUntilTheLaterOfTwoDates(String one, String other, Instant published, int warnings) {
        var article = readWhole("title: T\n" + one + "\n" + other);

        assertThat(article.published().toInstant()).isEqualTo(published);
        assertThat(problems.warnings()).hasSize(warnings);
    }

    @Test
    void isDatedByOurKeyBeforeBothOfHugos() {
        var article = readWhole("title: T\npublished: 2026-01-25\ndate: 2026-01-26\npublishDate: 2026-01-27");

        assertThat(article.published().toInstant()).isEqualTo(Instant.parse("2026-01-25T00:00:00Z"));
        assertThat(problems.warnings()).extracting(Problem::line).containsExactly(4, 5);
    }

    /** The address that counts is that of the key which generators ask first. */
    @Test
    void isDatedByItsAddress() {
        assertThat(published("url: /2026/01/25/a\npath: /2026/01/24/a\npermalink: /2026/01/23/a"))
                .isEqualTo("2026-01-24T00:00:00Z");
        assertThat(published("permalink: /2026/01/23/a\nurl: /2026-1-5/a")).isEqualTo("2026-01-05T00:00:00Z");
        assertThat(published("permalink: /n/2026/02/30/a\nurl: /x/a\npath: /2026/01-05/2026-1-6"))
                .isEqualTo("2026-01-06T00:00:00Z");
    }

    @Test
    void tellsOfAnUpdateBeforeTheDayOfPublicationOnly() {
        assertThat(read("updated: 2026-01-25T23:59:59Z").statedUpdated())
                .isEqualTo(Instant.parse("2026-01-26T00:00:00Z"));
        assertThat(problems.warnings()).hasSize(1);

        read("updated: 2026-01-26", "2026-01-26T10:00Z");
        assertThat(problems.warnings()).hasSize(1);
    }

    /** Zola's paths begin without a slash, and its addresses end with one. */
    @ParameterizedTest
    @CsvSource({
        "path: news/a, https://example.org/news/a/",
        "path: news/a/, https://example.org/news/a/",
        "path: /news/a, https://example.org/news/a",
        "permalink: news/a, https://example.org/news/a",
        "url: /news/a/, https://example.org/news/a/",
    })
    void hasTheAddressThatItStates(String line, String link) {
        assertThat(read(line).text().link()).isEqualTo(link);
        assertThat(problems.warnings()).isEmpty();
    }

    private Instant published(String lines) {
        return readWhole("title: T\n" + lines).published().toInstant();
    }

    private Manuscript read(String line) {
        return read(line, "2026-01-26");
    }

    private Manuscript read(String line, String published) {
        return readWhole("title: T\npublished: " + published + "\n" + line);
    }

    private Manuscript readWhole(String front) {
        return readWhole(front, problems).orElseThrow();
    }

    private static Optional<Manuscript> readWhole(String front, Problems problems) {
        var definition = FeedFile.read(
                "title: F\nhome: https://example.org/\ndisclaimer: No advice.", "localhost", new Problems("feed.yaml"));
        return ArticleFile.read(
                        "a.md",
                        "---\n" + front + "\n---\nText.\n",
                        new FeedName("f"),
                        definition,
                        Attachments.NONE,
                        NOW,
                        problems)
                .map(ArticleFile::manuscript);
    }
}
