package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTextCommandTest {
    private static final String REPORT = """
            Home > News
            Harbour Opens – Again
            By Ann Example and Bo Örn
            January 26, 2026
            Share
            Highlights
            - Two berths, 5*3*2 m each.
            - “So what?” it’s asked
            The harbour opened in the winter—a long paragraph that says a good deal about the harbour and its two berths.
            Why it Matters
            It matters to <b>many</b> people (opens in a new tab) who live along the coast and in the towns behind it, as far as we hear today.
            Disclaimer: Verify this.
            0 Comments
            """;

    @TempDir
    private Path folder;

    private Path file = Path.of("report.txt");
    private String out = "";

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("report.txt"), REPORT);
    }

    private int run(String... arguments) {
        var printed = new StringWriter();
        int status = Feedwright.commands()
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(Stream.concat(
                                Stream.of(
                                        "import",
                                        "text",
                                        file.toString(),
                                        "--folder",
                                        folder.resolve("f").toString()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
        out = printed.toString();
        return status;
    }

    private String article(String name) throws IOException {
        return Files.readString(folder.resolve("f/reports").resolve(name));
    }

    @Test
    void findsThePartsOfAReport() throws IOException {
        assertThat(run()).isZero();

        assertThat(article("2026-01-26-harbour-opens-again.md"))
                .startsWith("---\ntitle: Harbour Opens – Again\npublished: 2026-01-26\n")
                .contains("- Ann Example\n- Bo Örn\n", "- Two berths, 5*3*2 m each.\n", "disclaimer: Verify this.\n")
                .contains("\n\n## Why it Matters\n\nIt matters to \\<b>many\\</b> people who live")
                .doesNotContain("Home", "Share", "Comments", "new tab", "Highlights");
        assertThat(out).contains("line 1 'Home > News'", "line 5 'Share'", "line 13 '0 Comments'", "'Why it Matters'");
    }

    @Test
    void keepsWhatWasEditedWhenItIsRunAgain() throws IOException {
        run();
        Path article = folder.resolve("f/reports/2026-01-26-harbour-opens-again.md");
        Files.writeString(article, "edited");

        assertThat(run()).isZero();

        assertThat(article).hasContent("edited");
    }

    @Test
    void givesTheSameFileForTheTextDamaged() throws IOException {
        run();
        String sound = article("2026-01-26-harbour-opens-again.md");
        Files.delete(folder.resolve("f/reports/2026-01-26-harbour-opens-again.md"));
        Files.delete(folder.resolve("f/reports/.imported.json"));
        Files.writeString(
                file,
                new String(REPORT.getBytes(StandardCharsets.UTF_8), Charset.forName("x-iso-8859-11"))
                        .replace("\uFFFD", "")
                        .replaceAll("[\\x80-\\x9f]", ""));

        run();

        assertThat(article("2026-01-26-harbour-opens-again.md").replace("Bo รrn", "Bo Örn"))
                .isEqualTo(sound);
        assertThat(out).contains("guessed in line 9", "warning: line 3 ");
    }

    @Test
    void makesADraftOfAReportWithoutADate() throws IOException {
        Files.writeString(file, REPORT.replace("January 26, 2026", "05/06/2026"));

        assertThat(run()).isEqualTo(1);
        assertThat(article("harbour-opens-again.md")).contains("draft: true").doesNotContain("published:");
        assertThat(out).contains("nobody knows which number of '05/06/2026' is the month");

        assertThat(run("--published", "2026-06-05")).isZero();
        assertThat(article("harbour-opens-again.md"))
                .contains("published: 2026-06-05")
                .doesNotContain("draft");
    }

    @Test
    void refusesAFileThatIsNotUtf8UntilItsEncodingIsStated() throws IOException {
        Files.write(file, REPORT.getBytes(Charset.forName("windows-1252")));

        assertThat(run()).isEqualTo(1);
        assertThat(out).contains("it is not in UTF-8; save it as UTF-8, or say its encoding");

        assertThat(run("--charset", "windows-1252")).isZero();
        assertThat(article("2026-01-26-harbour-opens-again.md")).contains("Bo Örn");
    }

    @Test
    void readsUtf16WithAByteOrderMark() throws IOException {
        Files.write(file, REPORT.getBytes(StandardCharsets.UTF_16));

        assertThat(run()).isZero();
    }

    @Test
    void writesNothingOnADryRun() {
        assertThat(run("--dry-run")).isZero();

        assertThat(folder.resolve("f")).doesNotExist();
    }

    @Test
    void findsThePartsAlsoInOtherWords() throws IOException {
        Files.writeString(file, """
                Skip to main content of this page
                Continue reading →
                Published on 2026/01/26 at 10:30 am | 5 min read
                January 26, 2026
                1) The harbour opened in the winter, which is a long paragraph that says a good deal about it all, line by line.
                Share this on the networks
                Disclaimer: Verify this.
                And that.
                """);

        assertThat(run()).as(out).isZero();

        assertThat(article("2026-01-26-skip-to-main-content-of-this-page.md"))
                .contains("published: 2026-01-26\n")
                .contains("\n1\\) The harbour opened")
                .contains("disclaimer: |-\n  Verify this.\n\n  And that.\n")
                .doesNotContain("Share", "Continue");
        assertThat(out).doesNotContain("states two dates").contains("'Share this on the networks'");
    }

    /** Chinese has no spaces, so that the first words of a text may end within a sign of two halves. */
    @Test
    void remembersTextsWhoseFirstWordsHaveNoEnd() throws IOException {
        Files.writeString(file, "稀".repeat(59) + "😀" + "土".repeat(300) + "。\n");

        assertThat(run("--published", "2026-01-26")).as(out).isZero();
        assertThat(run("--published", "2026-01-26")).as(out).isZero();
        assertThat(out).contains("files that stay as they are: 1");
    }

    @Test
    void takesATitleForASingleReportOnly() throws IOException {
        String second = Files.writeString(folder.resolve("second.txt"), REPORT).toString();

        assertThat(run(second, "--title", "One for two")).isEqualTo(2);
        assertThat(out).startsWith("--title is for a single file; import them one by one");
        assertThat(folder.resolve("f")).doesNotExist();
    }
}
