package org.feedwright.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.feedwright.document.FeedDocument;
import org.feedwright.document.FeedFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Web servers make a validator of a file's date and length: the date is all that tells two versions apart. */
class IncrementalFilesTest {
    private static final String PATH = "feeds/news.atom";
    private static final Instant DATE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private Path root;

    private interface Writing {
        void to(IncrementalFiles files) throws IOException;
    }

    private IncrementalFiles export(Instant now, Writing writing) throws IOException {
        try (var directory = ExportDirectory.open(root);
                var manifest = new Manifest(directory)) {
            var files = new IncrementalFiles(directory, manifest, Set.of(".gz"), now);
            writing.to(files);
            manifest.settle();
            return files;
        }
    }

    private IncrementalFiles document(String text, Instant modified) throws IOException {
        var document = new FeedDocument(
                FeedFormat.ATOM, text.getBytes(UTF_8), "", List.of(), modified, null, null, false, Map.of());
        return export(NOW, files -> files.put(PATH, "", document));
    }

    private IncrementalFiles page(String text, Instant now) throws IOException {
        return export(now, files -> files.put(PATH, "", text.getBytes(UTF_8)));
    }

    private Instant date(String path) throws IOException {
        return Files.getLastModifiedTime(root.resolve(path)).toInstant();
    }

    private Object inode(String path) throws IOException {
        return Files.getAttribute(root.resolve(path), "unix:ino");
    }

    private String text() throws IOException {
        String plain = Files.readString(root.resolve(PATH));
        byte[] compressed = Files.readAllBytes(root.resolve(PATH + ".gz"));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(unpacked.readAllBytes()).asString(UTF_8).isEqualTo(plain);
        }
        return plain;
    }

    private void assertDated(Instant date) throws IOException {
        assertThat(date(PATH)).isEqualTo(date);
        assertThat(date(PATH + ".gz")).isEqualTo(date);
    }

    @Test
    void haveALaterDateWhenTheirBytesChangeAndTheDateOfTheirContentDoesNot() throws IOException {
        document("one", DATE);
        assertDated(DATE);

        assertThat(document("two", DATE).written()).isEqualTo(1);
        assertThat(text()).isEqualTo("two");
        assertDated(DATE.plusSeconds(1));

        document("six", DATE);
        assertThat(text()).isEqualTo("six");
        assertDated(DATE.plusSeconds(2));
    }

    @Test
    void haveALaterDateAlsoWhenTheDateOfTheirContentIsAnEarlierOne() throws IOException {
        document("one", DATE);
        document("two", DATE.minusSeconds(60));

        assertThat(text()).isEqualTo("two");
        assertDated(DATE.plusSeconds(1));
    }

    @Test
    void haveTheDateOfTheirContentWhenThatIsLater() throws IOException {
        document("one", DATE);
        document("two", DATE.plusSeconds(1));

        assertDated(DATE.plusSeconds(1));
    }

    @Test
    void areDatedAnewAndNotWrittenWhenOnlyTheDateOfTheirContentIsLater() throws IOException {
        document("one", DATE);
        var plain = inode(PATH);
        var compressed = inode(PATH + ".gz");

        var second = document("one", DATE.plusSeconds(7));
        assertThat(second.written()).isZero();
        assertThat(second.kept()).isEqualTo(1);
        assertThat(inode(PATH)).isEqualTo(plain);
        assertThat(inode(PATH + ".gz")).isEqualTo(compressed);
        assertDated(DATE.plusSeconds(7));

        document("two", DATE.plusSeconds(7));
        assertDated(DATE.plusSeconds(8));
    }

    @Test
    void haveALaterDateWhenAPageChangesWithinTheSecondOfTheLastExport() throws IOException {
        page("one", NOW);
        page("two", NOW);

        assertThat(text()).isEqualTo("two");
        assertDated(NOW.plusSeconds(1));
    }

    @Test
    void keepTheDateOfAPageThatHasNotChanged() throws IOException {
        page("one", NOW);
        assertThat(page("one", NOW.plusSeconds(60)).kept()).isEqualTo(1);

        assertDated(NOW);
    }
}
