package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and folders that get another name while they cannot be read: nobody can tell yet which articles they are. */
class MovedWhileUnreadableTest extends EditingTest {
    private static final String GOOD = article("One", "Body.");
    private static final String BROKEN = GOOD.replace("title:", "title: [");
    private static final String DOUBT = "1 article stays published, although its file is no longer there";

    @Test
    void keepsTheIdOfAFileThatWasBrokenBefore() throws IOException {
        save(directory.resolve("one.md"), GOOD);
        service.awaitTitles(feed, "One");
        var id = service.id(feed, "One");
        save(directory.resolve("one.md"), BROKEN);
        service.awaitProblem(feed, "one.md");

        move(directory.resolve("one.md"), directory.resolve("uno.md"));
        service.awaitProblem(feed, DOUBT, "uno.md:");
        service.awaitLooks();
        assertThat(service.titles(feed)).containsExactly("One");

        save(directory.resolve("uno.md"), GOOD);
        service.awaitNoProblem(feed);
        assertThat(service.id(feed, "One")).isEqualTo(id);
        assertThat(service.stored(feed, "uno")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.md", "uno.md", "2026/uno.md"})
    void keepsTheIdOfAFileThatBreaksAsItMoves(String name) throws IOException {
        save(directory.resolve("one.markdown"), GOOD);
        service.awaitTitles(feed, "One");
        var id = service.id(feed, "One");

        Files.delete(directory.resolve("one.markdown"));
        Files.createDirectories(directory.resolve(name).getParent());
        save(directory.resolve(name), BROKEN);
        service.awaitProblem(feed, DOUBT);
        service.awaitLooks();
        assertThat(service.titles(feed)).containsExactly("One");

        save(directory.resolve(name), GOOD);
        service.awaitNoProblem(feed);
        assertThat(service.id(feed, "One")).isEqualTo(id);
    }

    @Test
    void withdrawsWhenWhatCouldNotBeReadIsRemovedOrIsAnotherArticle() throws IOException {
        save(directory.resolve("one.md"), GOOD);
        save(directory.resolve("two.md"), article("Two", "Body."));
        service.awaitTitles(feed, "One", "Two");
        Files.delete(directory.resolve("one.md"));
        save(directory.resolve("broken.md"), BROKEN);
        service.awaitProblem(feed, DOUBT);
        Files.delete(directory.resolve("broken.md"));
        service.awaitTitles(feed, "Two");
        service.awaitNoProblem(feed);

        Files.delete(directory.resolve("two.md"));
        save(directory.resolve("broken.md"), BROKEN);
        service.awaitProblem(feed, DOUBT);
        save(directory.resolve("broken.md"), article("Three", "Body."));
        service.awaitTitles(feed, "Three");
        service.awaitNoProblem(feed);
    }

    @Test
    void withdrawsBesideAFileThatCouldNotBeReadForLonger() throws IOException {
        save(directory.resolve("one.md"), GOOD);
        save(directory.resolve("broken.md"), BROKEN);
        service.awaitTitles(feed, "One");
        service.awaitProblem(feed, "broken.md");

        Files.delete(directory.resolve("one.md"));
        service.awaitTitles(feed);
    }

    @Test
    void withdrawsWhenAnotherArticleBreaksAtThatMoment() throws IOException {
        save(directory.resolve("one.md"), GOOD);
        save(directory.resolve("two.md"), article("Two", "Body."));
        service.awaitTitles(feed, "One", "Two");

        Files.delete(directory.resolve("one.md"));
        save(directory.resolve("two.md"), article("[Two", "Body."));
        service.awaitTitles(feed, "Two");
        service.awaitProblem(feed, "two.md:2:");
    }

    @Test
    void withdrawsBesideAFileOfAnotherFeedThatCannotBeRead() throws IOException {
        save(directory.resolve("one.md"), GOOD);
        service.awaitTitles(feed, "One");
        String other = feed + "-other";
        var there = service.feed(other);
        save(there.resolve("one.md"), BROKEN);
        Files.delete(directory.resolve("one.md"));
        service.awaitProblem(other, "one.md");
        service.awaitTitles(feed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: [", "formerly: ["})
    void keepsTheIdsInAFeedWhoseFolderIsRenamedWithAMistake(String mistake) throws IOException {
        save(directory.resolve("one.md"), GOOD);
        service.awaitTitles(feed, "One");
        var id = service.id(feed, "One");
        String other = feed + "-renamed";
        Path there = service.folder().resolve(other);
        String definition = Files.readString(directory.resolve("feed.yaml"));
        Files.writeString(directory.resolve("feed.yaml"), definition + mistake + "\n");

        move(directory, there);
        service.awaitProblem(other, "feed.yaml");
        service.awaitLooks();
        service.awaitLooks();
        assertThat(service.titles(feed)).containsExactly("One");

        save(there.resolve("feed.yaml"), definition + "formerly: " + feed + "\n");
        service.awaitTitles(other, "One");
        assertThat(service.id(other, "One")).isEqualTo(id);
        service.awaitNoProblem(other);
        service.awaitNoProblem(feed);
    }

    @Test
    void keepsTheIdsInAFeedWhoseFolderGetsANameThatIsNone() throws IOException {
        save(directory.resolve("one.md"), GOOD);
        service.awaitTitles(feed, "One");
        var id = service.id(feed, "One");
        String other = feed + "-renamed";

        move(directory, service.folder().resolve("Not a name " + feed));
        service.awaitProblem("Not a name " + feed, "");
        service.awaitLooks();
        service.awaitLooks();
        assertThat(service.titles(feed)).containsExactly("One");

        move(service.folder().resolve("Not a name " + feed), service.folder().resolve(other));
        service.awaitTitles(other, "One");
        assertThat(service.id(other, "One")).isEqualTo(id);
        service.awaitTitles(feed);
    }

    @Test
    void keepsTheIdOfAFileThatMovesIntoANewFeedWithAMistake() throws IOException {
        save(directory.resolve("one.md"), GOOD);
        save(directory.resolve("two.md"), article("Two", "Body."));
        service.awaitTitles(feed, "One", "Two");
        var id = service.id(feed, "One");
        String other = feed + "-new";
        Path there = Files.createDirectories(service.folder().resolve(other));
        String definition = Files.readString(directory.resolve("feed.yaml"));

        save(there.resolve("feed.yaml"), definition + "x: [\n");
        move(directory.resolve("one.md"), there.resolve("one.md"));
        service.awaitProblem(other, "feed.yaml");
        service.awaitLooks();
        service.awaitLooks();
        assertThat(service.titles(feed)).containsExactlyInAnyOrder("One", "Two");

        save(there.resolve("feed.yaml"), definition);
        service.awaitTitles(other, "One");
        assertThat(service.id(other, "One")).isEqualTo(id);
        service.awaitTitles(feed, "Two");
    }

    @Test
    void withdrawsWhatWentWhileItWasStoppedBesideAFileThatCouldNotBeReadBefore() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("stopped"));
        Path data = temporary.resolve("stopped-data");
        try (var first = RunningFolder.start(folder, data)) {
            var news = first.feed("news");
            save(news.resolve("one.md"), GOOD);
            save(news.resolve("broken.md"), BROKEN);
            first.awaitTitles("news", "One");
            first.awaitProblem("news", "broken.md");
            first.awaitLooks();
        }
        Files.delete(folder.resolve("news/one.md"));
        try (var again = RunningFolder.start(folder, data)) {
            again.awaitTitles("news");
        }
    }

    @Test
    void keepsTheIdOverARestart() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("restarted"));
        Path data = temporary.resolve("restarted-data");
        String id;
        try (var first = RunningFolder.start(folder, data)) {
            var news = first.feed("news");
            save(news.resolve("one.md"), GOOD);
            first.awaitTitles("news", "One");
            id = first.id("news", "One").toString();
        }
        Files.delete(folder.resolve("news/one.md"));
        save(folder.resolve("news/uno.md"), BROKEN);
        for (int start = 0; start < 2; start++) {
            try (var again = RunningFolder.start(folder, data)) {
                again.awaitProblem("news", DOUBT);
                again.awaitLooks();
                assertThat(again.titles("news")).containsExactly("One");
            }
        }
        save(folder.resolve("news/uno.md"), GOOD);
        try (var last = RunningFolder.start(folder, data)) {
            last.awaitLooks();
            assertThat(last.id("news", "One").toString()).isEqualTo(id);
        }
    }
}
