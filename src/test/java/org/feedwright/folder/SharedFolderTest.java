package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feedwright.folder.report.FolderReport;
import org.feedwright.store.nodes.Nodes;
import org.feedwright.testing.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL and one folder, of which one looks after the folder. */
class SharedFolderTest {
    @TempDir
    Path directory;

    private RunningFolder keeper;
    private RunningFolder other;
    private Path feed;

    @BeforeEach
    void start() throws IOException {
        String database = Postgres.freshDatabase();
        keeper = node(database, "keeper");
        feed = keeper.feed("news");
        save(feed.resolve("first.md"), article("First", "x"));
        keeper.awaitTitles("news", "First");
        other = node(database, "other");
    }

    private RunningFolder node(String database, String name) throws IOException {
        return RunningFolder.start(
                Files.createDirectories(directory.resolve("feeds")),
                directory.resolve("unused"),
                "--management.server.port=0",
                "--feedwright.node.name=" + name,
                "--spring.datasource.url=" + database);
    }

    @AfterEach
    void stop() {
        other.close();
        keeper.close();
    }

    @Test
    void isReportedAlikeByBoth() throws IOException {
        soon(() -> assertThat(other.health("/readiness").statusCode()).isEqualTo(200));
        save(feed.resolve("bad.md"), "---\ntitle: [\n---\nx");
        save(feed.resolve("strange.md"), article("Strange", "x", "colour: red"));
        save(feed.resolve("notes.doc"), "x");
        for (var node : List.of(keeper, other)) {
            soon(() -> {
                assertThat(node.bean(FolderReport.class).problems())
                        .singleElement()
                        .asString()
                        .startsWith("news/bad.md");
                assertThat(node.bean(FolderReport.class).warnings())
                        .hasSize(2)
                        .extracting(Object::toString)
                        .anyMatch(warning -> warning.contains("colour"))
                        .anyMatch(warning -> warning.contains("notes.doc"));
                assertThat(node.bean(FolderReport.class).listings())
                        .extracting(FolderReport.Listing::directory, FolderReport.Listing::files)
                        .contains(tuple("news", 4));
                assertThat(node.health("/folder").body()).contains("news/bad.md", "colour", "notes.doc");
            });
        }

        save(feed.resolve("bad.md"), article("Good", "x"));
        Files.delete(feed.resolve("notes.doc"));
        for (var node : List.of(keeper, other)) {
            soon(() -> {
                assertThat(node.bean(FolderReport.class).problems()).isEmpty();
                assertThat(node.bean(FolderReport.class).warnings()).hasSize(1);
            });
        }

        save(feed.resolve("secret-merger.md"), "---\ntitle: Merger\ndraft: true\npublished: never\n---\nx");
        for (var node : List.of(keeper, other)) {
            soon(() -> assertThat(node.bean(FolderReport.class).problems())
                    .as("what its operator is told")
                    .singleElement()
                    .asString()
                    .startsWith("news/secret-merger.md"));
            assertThat(node.problems("news"))
                    .as("what everyone may read")
                    .contains("what is not out yet has a problem")
                    .doesNotContain("merger", "never");
        }
    }

    @Test
    void isTakenInByTheOtherWhenTheFirstHasEnded() throws IOException {
        soon(() -> assertThat(other.bean(Nodes.class).all())
                .filteredOn(Nodes.Node::looksAfterFolder)
                .extracting(Nodes.Node::name)
                .containsExactly("keeper"));
        var id = other.id("news", "First");
        save(feed.resolve("bad.md"), "---\ntitle: [\n---\nx");
        keeper.awaitProblem("news", "bad.md");
        keeper.close();
        save(feed.resolve("second.md"), article("Second", "x"));

        other.awaitTitles("news", "First", "Second");
        assertThat(other.id("news", "First")).isEqualTo(id);
        other.awaitProblem("news", "bad.md");
        soon(() -> assertThat(other.bean(Nodes.class).all())
                .singleElement()
                .matches(Nodes.Node::looksAfterFolder)
                .matches(Nodes.Node::isThis));
        Files.delete(feed.resolve("first.md"));
        other.awaitTitles("news", "Second");
    }
}
