package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {
    private static final String WORDPRESS = "src/test/resources/imports/wordpress.xml";
    private static final String GHOST = "src/test/resources/imports/ghost.json";

    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    private Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Feedwright.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        Stream.concat(Stream.of("import"), Stream.of(arguments)).toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    private Outcome runThere(String kind, String... arguments) {
        return run(Stream.concat(Stream.of(kind, "--folder", folder.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    @Test
    void writesIntoAFeedThatIsNamedByTheTitleThere() {
        var outcome = runThere("wordpress", WORDPRESS);

        assertThat(outcome.out()).startsWith("Imported into " + folder + "/the-ferry-log-notes:\n  published: 3\n");
        assertThat(folder.resolve("the-ferry-log-notes/2020-03-11-spring-tide.html"))
                .exists();
        assertThat(outcome.status()).isZero();
    }

    @Test
    void writesNothingOnADryRun() throws IOException {
        var outcome = runThere("ghost", GHOST, "--feed", "still", "--dry-run", "--home", "https://still.example");

        assertThat(outcome.out()).startsWith("Nothing was written. The import into " + folder + "/still would be:\n");
        assertThat(outcome.status()).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void endsWithOneWhereSomethingCouldNotBeTaken() throws IOException {
        Path export = Files.writeString(folder.resolve("export.json"), """
                {"data": {"posts": [{"id": "1", "title": "Timeless", "status": "published"}],
                 "settings": [{"key": "title", "value": "Old"}]}}""");

        var outcome = runThere("ghost", export.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("'Timeless' (ghost 1) has no date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "wordpress",
                "wordpress a.xml --zone Nowhere",
                "wordpress " + WORDPRESS + " --feed No_Name --dry-run",
                "ghost a.json --home nowhere"
            })
    void endsWithTwoWhereItIsNotUnderstood(String arguments) {
        var outcome = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wordpress", "ghost"})
    void endsWithThreeWhereThereIsNoExport(String kind) throws IOException {
        assertThat(runThere(kind, "none").err()).contains("none is not a file");
        Path other = Files.writeString(folder.resolve("other"), "{}");
        var outcome = runThere(kind, other.toString());

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains(other.toString()).doesNotContain("Exception");
    }

    @Test
    void explainsItself() {
        assertThat(run("wordpress", "--help").out()).contains("--dry-run", "--media", "Tools > Export");
        assertThat(run("--help").out()).contains("wordpress", "ghost");
    }
}
