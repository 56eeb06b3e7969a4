package org.feedwright.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
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
        return export(now, Set.of(".gz"), writing);
    }

    private IncrementalFiles export(Instant now, Set<String> endings, Writing writing) throws IOException {
        try (var directory = ExportDirectory.open(root);
                var manifest = new Manifest(directory)) {
            var files = new IncrementalFiles(directory, manifest, endings, now);
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

    /** A page that is known by its key need not be made to know that it is there. */
    @Test
    void areKeptByWhatTheyAreMadeOf() throws IOException {
        var paths = List.of("a.html", "b.html");
        export(NOW, files -> {
            assertThat(files.keep(paths, "key")).isFalse();
            files.put("a.html", "key", "one".getBytes(UTF_8));
            files.put("b.html", "key", "two".getBytes(UTF_8));
        });

        var second = export(NOW, files -> {
            assertThat(files.keep(paths, "another key")).isFalse();
            assertThat(files.keep(List.of("a.html", "c.html"), "key")).isFalse();
            assertThat(files.kept()).isZero();
            assertThat(files.keep(paths, "key")).isTrue();
            files.keep("c.html");
        });
        assertThat(second.kept()).isEqualTo(2);
        assertThat(second.written()).isZero();

        Files.delete(root.resolve("b.html.gz"));
        export(NOW, files -> {
            assertThat(files.isWhole("a.html")).isTrue();
            assertThat(files.isWhole("b.html")).isFalse();
            assertThat(files.keep(paths, "key")).isFalse();
        });
    }

    @Test
    void areNotThereWhereALinkLeadsToTheirFolders() throws IOException {
        export(NOW, files -> files.put("a/b/c.html", "key", "one".getBytes(UTF_8)));
        var elsewhere = Files.createDirectory(root.resolve(".feedwright/elsewhere"));
        Files.move(root.resolve("a"), elsewhere.resolve("a"));
        Files.createSymbolicLink(root.resolve("a"), elsewhere.resolve("a"));

        export(NOW, files -> {
            assertThat(files.isWhole("a/b/c.html")).isFalse();
            assertThat(files.keep(List.of("a/b/c.html"), "key")).isFalse();
        });
    }

    @Test
    void leaveNoDraftsOfAnExportThatWasBrokenOff() throws IOException {
        export(NOW, _ -> {});
        var drafts = root.resolve(".feedwright/drafts");
        Files.writeString(drafts.resolve("8"), "half");
        Files.writeString(drafts.resolve("9"), "half");

        page("one", NOW);

        assertThat(drafts).isEmptyDirectory();
    }

    @Test
    void areNeverKeptByAnEmptyKey() throws IOException {
        page("one", NOW);

        export(NOW, files -> assertThat(files.keep(List.of(PATH), "")).isFalse());
    }

    @Test
    void areWrittenAgainWhereOneOfTheirFormsIsGoneOrWasOnlyAnnounced() throws IOException {
        page("one", NOW);
        Files.delete(root.resolve(PATH + ".gz"));
        assertThat(page("one", NOW).written()).isEqualTo(1);
        assertThat(text()).isEqualTo("one");

        Files.writeString(
                root.resolve(".feedwright/manifest"), PATH + "\t.gz\t\t\t0\n", StandardOpenOption.TRUNCATE_EXISTING);
        Files.writeString(root.resolve(PATH), "half");
        assertThat(page("one", NOW).written()).isEqualTo(1);
        assertThat(text()).isEqualTo("one");
        assertDated(NOW);
    }

    @Test
    void loseTheFormsThatAreNotWantedAnyMore() throws IOException {
        page("one", NOW);
        var plain = export(NOW, Set.of(), files -> files.put(PATH, "", "one".getBytes(UTF_8)));

        assertThat(plain.written()).isEqualTo(1);
        assertThat(root.resolve(PATH)).hasContent("one");
        assertThat(root.resolve(PATH + ".gz")).doesNotExist();
    }

    @Test
    void areRemovedWhereTheyAreNotWrittenAnyMore() throws IOException {
        export(NOW, files -> {
            files.put("a/b.html", "", "one".getBytes(UTF_8));
            files.put("c.html", "", "two".getBytes(UTF_8));
        });
        Files.writeString(root.resolve(".feedwright/manifest"), ":feeds\t\tkey\t\t0\n", StandardOpenOption.APPEND);
        Files.writeString(root.resolve(":feeds"), "of somebody else");

        export(NOW, files -> {
            files.put("c.html", "", "two".getBytes(UTF_8));
            assertThat(files.removeOthers()).isEqualTo(1);
        });
        assertThat(root.resolve("a")).doesNotExist();
        assertThat(root.resolve("c.html.gz")).exists();
        assertThat(root.resolve(":feeds")).exists();
        export(NOW, files -> {
            files.keep("c.html");
            assertThat(files.removeOthers()).isZero();
        });
    }

    @Test
    void areCopiedOnceForEachDigest() throws IOException {
        assertThat(copy("one", "1").written()).isEqualTo(1);
        assertThat(copy("two", "1").kept()).isEqualTo(1);
        assertThat(root.resolve("media/a.png")).hasContent("one");
        assertThat(copy("two", "2").written()).isEqualTo(1);
        assertThat(root.resolve("media/a.png")).hasContent("two");
        assertThat(root.resolve("media/a.png.gz")).doesNotExist();

        Files.delete(root.resolve("media/a.png"));
        assertThat(copy("two", "2").written()).isEqualTo(1);
        assertThat(root.resolve("media/a.png")).hasContent("two");
    }

    /** Two pictures of one length, of which the second was saved within the same second, or is an older one. */
    @Test
    void haveALaterDateAlsoWhereTheyAreCopied() throws IOException {
        copy("one", "1");
        assertThat(date("media/a.png")).isEqualTo(DATE);
        copy("two", "2");
        assertThat(date("media/a.png")).isEqualTo(DATE.plusSeconds(1));
        copy("two", "2");
        assertThat(date("media/a.png")).isEqualTo(DATE.plusSeconds(1));
        copy("six", "3", DATE.minusSeconds(60));
        assertThat(date("media/a.png")).isEqualTo(DATE.plusSeconds(2));
        copy("ten", "4", DATE.plusSeconds(60));
        assertThat(date("media/a.png")).isEqualTo(DATE.plusSeconds(60));
    }

    private IncrementalFiles copy(String text, String digest) throws IOException {
        return copy(text, digest, DATE);
    }

    private IncrementalFiles copy(String text, String digest, Instant modified) throws IOException {
        return export(
                NOW,
                files -> files.put(
                        "media/a.png", () -> new ByteArrayInputStream(text.getBytes(UTF_8)), digest, modified));
    }

    /** After a crash the next export knows of everything that may lie there. */
    @Test
    void areAnnouncedWithAllTheirFormsBeforeTheyAreWritten() throws IOException {
        page("one", NOW);
        var manifest = root.resolve(".feedwright/manifest");
        var announced = new ArrayList<String>();

        export(
                NOW,
                files -> files.put(
                        PATH,
                        () -> {
                            announced.addAll(Files.readAllLines(manifest));
                            return new ByteArrayInputStream("two".getBytes(UTF_8));
                        },
                        "2",
                        DATE));
        assertThat(announced).last().isEqualTo(PATH + "\t.gz\t\t\t0");
        assertThat(root.resolve(PATH + ".gz")).doesNotExist();
        assertThat(root.resolve(PATH)).hasContent("two");
    }

    @Test
    void areAnnouncedAlsoWhereTheyCannotBeWritten() throws IOException {
        export(NOW, files -> files.put("a.html", "", "one".getBytes(UTF_8)));
        Files.writeString(root.resolve("feeds"), "a file");

        assertThatThrownBy(() -> page("one", NOW)).isInstanceOf(ExportRefused.class);
        assertThat(Files.readAllLines(root.resolve(".feedwright/manifest")))
                .last()
                .isEqualTo(PATH + "\t.gz\t\t\t0");
    }

    @Test
    void haveAKeyForAllThatTheyAreMadeOf() {
        assertThat(IncrementalFiles.key("a", 1)).isEqualTo(IncrementalFiles.key("a", 1));
        assertThat(IncrementalFiles.key("a", 1))
                .isNotEqualTo(IncrementalFiles.key("a", 2))
                .isNotEqualTo(IncrementalFiles.key("a"));
    }
}
