package org.feedwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.feedwright.export.Manifest.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final Instant DATE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Line LINE = new Line(".gz .br", "key", "digest", DATE);

    @TempDir
    private Path root;

    private interface Use {
        void of(Manifest manifest) throws IOException;
    }

    private void open(Use use) throws IOException {
        try (var directory = ExportDirectory.open(root);
                var manifest = new Manifest(directory)) {
            use.of(manifest);
        }
    }

    private Path file() {
        return root.resolve(".feedwright/manifest");
    }

    private void write(String text) throws IOException {
        open(_ -> {});
        Files.writeString(file(), text);
    }

    @Test
    void tellsTheNextExportWhatThisOneHasWritten() throws IOException {
        open(manifest -> {
            assertThat(manifest.before("b.atom")).isNull();
            manifest.note("b.atom", LINE);
            manifest.keep("a.atom", LINE);
            assertThat(manifest.has("b.atom")).isTrue();
            assertThat(manifest.has("c.atom")).isFalse();
            manifest.settle();
        });

        assertThat(Files.readAllLines(file()))
                .containsExactly(
                        "a.atom\t.gz .br\tkey\tdigest\t1772359200", "b.atom\t.gz .br\tkey\tdigest\t1772359200");
        open(manifest -> {
            assertThat(manifest.before("b.atom")).isEqualTo(LINE);
            assertThat(manifest.paths()).containsExactlyInAnyOrder("a.atom", "b.atom");
            manifest.keep("a.atom", LINE);
            assertThat(manifest.gone()).containsExactly("b.atom");
        });
    }

    /** As a crash leaves it: what was announced may be there, in any state. */
    @Test
    void tellsOfWhatWasAnnouncedOrWrittenBeforeACrash() throws IOException {
        open(manifest -> {
            manifest.announce("a.atom", ".gz");
            manifest.announce("b.atom", ".gz");
            manifest.note("b.atom", LINE);
        });

        open(manifest -> {
            assertThat(manifest.before("a.atom")).isEqualTo(new Line(".gz", "", "", Instant.EPOCH));
            assertThat(manifest.before("b.atom")).isEqualTo(LINE);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.atom\t.gz\tkey\tdigest",
                "a.atom\t.gz\tkey\tdigest\t",
                "a.atom\t\t\t\t1x",
                "a.atom\t\t\t\t1234567890123456",
                "a.atom\t\t\t\t1\t"
            })
    void passesOverALineThatIsNotWhole(String line) throws IOException {
        write("b.atom\t\t\t\t-1\n" + line);

        open(manifest -> {
            assertThat(manifest.paths()).containsExactly("b.atom");
            assertThat(manifest.before("b.atom")).isEqualTo(new Line("", "", "", Instant.ofEpochSecond(-1)));
        });
    }

    @Test
    void namesAllFormsOfAFile() {
        assertThat(LINE.files("a.atom")).containsExactly("a.atom", "a.atom.gz", "a.atom.br");
        assertThat(LINE.forms()).containsExactly(".gz", ".br");
        assertThat(new Line("", "", "", DATE).files("a.png")).containsExactly("a.png");
        assertThat(new Line("", "", "", DATE).forms()).isEmpty();
    }

    @Test
    void notesWhatHasNoFileUntilATimeOrForGood() throws IOException {
        open(manifest -> {
            manifest.note(":feeds", "key", DATE);
            manifest.note(":articles", "key", null);
            manifest.settle();
        });

        open(manifest -> {
            assertThat(manifest.before(":feeds")).isEqualTo(new Line("", "key", "", DATE));
            assertThat(manifest.before(":articles"))
                    .satisfies(line -> assertThat(line.modified()).isAfter("9999-12-31T00:00:00Z"));
        });
    }

    @Test
    void takesNothingMoreOnceItIsClosed() throws IOException {
        try (var directory = ExportDirectory.open(root)) {
            var manifest = new Manifest(directory);
            manifest.close();

            assertThatThrownBy(() -> manifest.announce("a.atom", "")).isInstanceOf(IOException.class);
        }
        assertThat(file()).isEmptyFile();
    }
}
