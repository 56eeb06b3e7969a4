package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FolderAttachments;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.ledger.JdbcReferencedFiles;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.feedwright.folder.reading.ArticleReader;
import org.feedwright.folder.reading.DefinitionReader;
import org.feedwright.folder.reading.Reading;
import org.feedwright.folder.reading.ReadingThreads;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The files of a feed that comes next are read by a guess, and what comes of a wrong one is not used. */
class PrefetchTest {
    private static final FeedName NEWS = new FeedName("news");

    @TempDir
    private Path directory;

    private Store store;
    private FeedFolder folder;
    private Prefetch foresight;

    @BeforeEach
    void makeFolder() throws IOException {
        store = Store.sqlite(directory.resolve("data"));
        folder = new FeedFolder(directory.resolve("feeds"), DataSize.ofMegabytes(1));
        define(NEWS, "+01:00");
        write("one");
        var threads = new ReadingThreads(Duration.ofSeconds(2));
        foresight = new Prefetch(
                folder,
                store.feeds(),
                new ArticleReader(folder, threads, store.clock()),
                new DefinitionReader(folder, store.feeds(), threads));
    }

    @AfterEach
    void close() {
        foresight.close();
        store.close();
    }

    @Test
    void handsOutWhatWasReadByARightGuess() throws IOException {
        foresight.begin(difference(NEWS));

        assertThat(published(difference(NEWS))).containsExactly(Instant.parse("2026-01-25T23:00:00Z"));
    }

    @Test
    void readsFilesAnewWhereTheFeedIsDefinedOtherwiseThanItGuessed() throws IOException {
        var difference = difference(NEWS);
        foresight.begin(difference);
        define(NEWS, "+05:00");

        assertThat(published(difference)).containsExactly(Instant.parse("2026-01-25T19:00:00Z"));
    }

    @Test
    void readsFilesAnewWhereOthersHaveCome() throws IOException {
        foresight.begin(difference(NEWS));
        write("two");

        assertThat(published(difference(NEWS))).hasSize(2);
    }

    @Test
    void readsAnotherFeedThanItGuessed() throws IOException {
        var other = new FeedName("other");
        define(other, "+05:00");
        foresight.begin(difference(other));

        assertThat(published(difference(NEWS))).containsExactly(Instant.parse("2026-01-25T23:00:00Z"));
    }

    @Test
    void guessesNothingFromADefinitionThatCannotBeRead() throws IOException {
        Files.writeString(folder.path().resolve("news/feed.yaml"), "title: [");
        foresight.begin(difference(NEWS));
        define(NEWS, "+01:00");

        assertThat(published(difference(NEWS))).containsExactly(Instant.parse("2026-01-25T23:00:00Z"));
    }

    private void define(FeedName feed, String zone) throws IOException {
        var path = Files.createDirectories(folder.path().resolve(feed.value()));
        Files.writeString(path.resolve("feed.yaml"), "title: News\nzone: \"" + zone + "\"\n");
    }

    private void write(String name) throws IOException {
        Files.writeString(
                folder.path().resolve("news").resolve(name + ".md"), RunningFolder.article(name, "The body of it."));
    }

    private FolderDifference difference(FeedName feed) throws IOException {
        var look = new ReferencedFiles(new JdbcReferencedFiles(store.jdbc())).look(folder, feed.value());
        return FolderDifference.between(feed.value(), folder.files(feed.value()), look, Map.of(), List.of());
    }

    /** When the articles come out that are read by what the feed says now. */
    private List<Instant> published(FolderDifference difference) throws IOException {
        try (var files = foresight.files(difference, NEWS, definition())) {
            return files.next().stream()
                    .map(reading -> ((Reading.Good) reading)
                            .file()
                            .manuscript()
                            .published()
                            .toInstant())
                    .toList();
        }
    }

    private FeedDefinition definition() throws IOException {
        return FeedFile.read(
                Files.readString(folder.path().resolve("news/feed.yaml")),
                store.feeds().addresses().host(),
                new FolderAttachments(folder, FolderPath.definition("news")),
                new Problems("news/feed.yaml"));
    }
}
