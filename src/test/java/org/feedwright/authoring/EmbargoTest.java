package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.feedwright.authoring.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken files, of which only the text tells whether they may be spoken of. */
class EmbargoTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: [\ndraft: true\n---",
                "---\npublished: false",
                "---\nstatus: in review",
                "---\nunlisted: true",
                "---\nheadless: true",
                "---\ntitle: [\nbuild:\n  list: never",
                "---\nbuild: {list: never, title: [",
                "+++\ntitle = soon\n[_build]\nlist = false\n+++",
                "+++\ntitle = soon\ndraft = true\n+++",
                "+++\ntitle = soon\ndate = 2027-01-26T00:00:00Z\n+++",
                "+++\ntitle = soon\ndate = 2027-01-26\n+++",
                "+++\ntitle = soon\ndate = \"2027-01-26\" # then\n+++",
                "{\"title\": soon, \"draft\": true}",
                "{\n  \"title\": soon,\n  \"date\": \"2027-01-26\",\n  \"draft\": false\n}",
                "{\"date\": \"January 26, 2027\", \"title\": }",
                "---\ndate: '2027-01-26'\ntitle: [",
                "---\npubDate: 2027-01-26 # then\ntitle: [",
                "---\npublished: soon\ndate: 2027-01-26\ntitle: [",
                "---\npublished: 2026-11-28T12:00:01Z\ntitle: [",
                "Title: T\nStatus: draft\nno key",
                "<html><head><meta name=\"status\" content=\"draft\" /><meta name=\"date\" content=\"soon\"></head>",
                "<html><head><meta name=\"date\" content=\"2027-01-26 10:00\" /></head>",
                "Title: T\nDate: Tue, 26 Jan 2027 09:30:00 +0100\nno key",
                "title: [\ndate: 2027-01-26\n---",
                "---\ntitle: [\npermalink: /2027/01/26/secret/\n---",
                "---\nentwurf: true\ntitle: [",
                "+++\nerscheint = 2027-01-26\ntitle = ["
            })
    void coverWhatIsNotOut(String text) {
        assertThat(covers("a.md", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: [\ndraft: false\n---",
                "---\ntitle: [\nbuild: {list: always}\n---",
                "+++\ntitle = soon\ndraft = false\ndate = 2026-01-26\n+++",
                "{\"title\": soon, \"draft\": false, \"date\": \"2026-01-26\"}",
                "{\n\"draft\": false,\n\"status\": \"published\",\n\"title\": }",
                "Title: T\nStatus: published\nno key",
                "---\npublished: 2026-11-28T12:00:00Z\ntitle: [",
                "---\npublished: soon\ntitle: [",
                "---\nupdated: 2027-01-26\ntitle: [",
                "---\nurl: /2026/01/26/public/\ntitle: [",
                "<html><head><meta name='status' content='published'><meta name='date' content='2026-01-26'></head>",
            })
    void doNotCoverWhatIs(String text) {
        assertThat(covers("a.md", text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-26-a.md", "2027-01-26-a/index.md", "x/2027-01-26-a.md"})
    void coverWhatIsDatedInTheFutureByItsName(String path) {
        assertThat(covers(path, "")).isTrue();
    }

    /** A file of some hundred thousand characters has no front matter that long. */
    @Test
    void lookAtTheBeginningOfALongFile() {
        String draft = "\ndraft: true";

        assertThat(covers("a.md", "x".repeat(200_000 - draft.length()) + draft)).isTrue();
        assertThat(covers("a.md", "x".repeat(200_000) + draft)).isFalse();
    }

    @Test
    void goByTheFeedsZone() {
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(Embargo.covers("a.md", "date: 2026-11-28T13:00", berlin, NOW))
                .isFalse();
        assertThat(Embargo.covers("a.md", "date: 2026-11-28T13:00", ZoneOffset.UTC, NOW))
                .isTrue();
    }

    private static boolean covers(String path, String text) {
        var definition = FeedFile.read(
                "title: F\nkeys: {entwurf: draft, erscheint: published}", "example.org", new Problems("feed.yaml"));
        return Embargo.covers(path, text, definition, NOW);
    }
}
