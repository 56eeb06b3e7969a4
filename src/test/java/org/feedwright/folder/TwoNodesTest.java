package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.feedwright.article.FeedName;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.feedwright.folder.reading.ArticleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Of two services on one folder and one store, one is always the later. */
class TwoNodesTest {
    private static final FeedName NEWS = new FeedName("news");

    @TempDir
    Path directory;

    @Test
    void holdNothingBackThatTheOtherHasStoredSinceItLooked() throws IOException {
        try (var node = RunningFolder.startIn(directory, "1h")) {
            var feed = node.feed("news");
            save(feed.resolve("plain.md"), article("Plain", "The body."));
            save(feed.resolve("stated.md"), article("Stated", "The body.", "id: urn:news:1"));
            node.awaitTitles("news", "Plain", "Stated");

            takeAsIfNothingWasStored(node);

            assertThat(node.problems("news")).isEmpty();
            assertThat(node.titles("news")).containsExactlyInAnyOrder("Plain", "Stated");
        }
    }

    /** What the later one does: it has looked at the folder before the other stored what is in it. */
    private static void takeAsIfNothingWasStored(RunningFolder node) throws IOException {
        var intake = node.bean(Intake.class);
        var folder = new FeedFolder(node.folder(), DataSize.ofMegabytes(2));
        var difference = FolderDifference.between(
                NEWS.value(),
                folder.files(NEWS.value()),
                node.bean(ReferencedFiles.class).look(folder, NEWS.value()),
                Map.of(),
                List.of());
        var definition = node.feeds().definition(NEWS).orElseThrow();
        var vanished = new MovedFiles(List.of(difference), folder, node.articles());
        intake.take(
                node.bean(ArticleReader.class).begin(difference.articlesToRead(), difference.known(), NEWS, definition),
                difference,
                vanished,
                new Progress(2, InstantSource.system()),
                () -> {});
    }
}
