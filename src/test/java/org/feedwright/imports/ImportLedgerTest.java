package org.feedwright.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feedwright.imports.ImportLedger.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportLedgerTest {
    @TempDir
    private Path directory;

    @Test
    void remembersArticlesAndFiles() throws IOException {
        var ledger = ImportLedger.of(directory);
        ledger.noteMedia("https://example.org/a.png", "files/a/a.png");
        ledger.save();
        assertThat(ImportLedger.of(directory).media("https://example.org/a.png"))
                .isEqualTo("files/a/a.png");

        ledger.note("42", new Line("a.md", "digest"));
        ledger.save();
        assertThat(ImportLedger.of(directory).line("42")).isEqualTo(new Line("a.md", "digest"));
        assertThat(ImportLedger.of(directory).line("43")).isNull();
    }

    @Test
    void isNotWrittenForNothing() throws IOException {
        ImportLedger.of(directory).save();

        assertThat(directory).isEmptyDirectory();
    }

    /** Somebody may have edited it, or given it away. */
    @Test
    void leadsToNothingOutsideOfTheFolder() throws IOException {
        Files.writeString(directory.resolve(ImportLedger.NAME), """
                {"articles": {"1": {"file": "../a.md", "digest": "d"}, "2": {"file": "", "digest": "d"},
                  "3": {"file": "in/../a.md", "digest": "d"}, "4": {"file": "/etc/passwd", "digest": "d"}},
                 "media": {"a": "../a.png", "b": "", "c": "files/b.png", "d": "/etc/passwd"}}
                """);
        var ledger = ImportLedger.of(directory);

        assertThat(ledger.line("1")).isNull();
        assertThat(ledger.line("2")).isNull();
        assertThat(ledger.line("3")).isNotNull();
        assertThat(ledger.line("4")).isNull();
        assertThat(ledger.media("a")).isNull();
        assertThat(ledger.media("b")).isNull();
        assertThat(ledger.media("c")).isEqualTo("files/b.png");
        assertThat(ledger.media("d")).isNull();
    }

    @Test
    void saysWhatToDoWhereItIsBroken() throws IOException {
        Files.writeString(directory.resolve(ImportLedger.NAME), "{");

        assertThatThrownBy(() -> ImportLedger.of(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("mend it, or delete it");
    }
}
