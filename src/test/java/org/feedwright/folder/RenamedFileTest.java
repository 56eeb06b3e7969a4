package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import org.feedwright.article.Article.State;
import org.feedwright.article.FeedName;
import org.feedwright.entry.Entry;
import org.junit.jupiter.api.Test;

/** Files that get another name or another place, and the ids of their articles. */
class RenamedFileTest extends EditingTest {
    @Test
    void keepsTheId() throws IOException {
        save(directory.resolve("one.md"), article("One", "Body."));
        service.awaitTitles(feed, "One");
        var id = service.id(feed, "One");
        move(directory.resolve("one.md"), directory.resolve("uno.md"));
        soon(() -> assertThat(service.stored(feed, "uno")).isPresent());
        assertThat(service.entries(feed)).extracting(Entry::id).containsExactly(id);
    }

    @Test
    void keepsTheIdOfAFileThatIsEditedToo() throws IOException {
        save(directory.resolve("title.md"), article("Same title", "Body."));
        save(directory.resolve("link.md"), article("By link", "Body.", "link: https://example.org/x"));
        save(directory.resolve("slug.md"), article("By slug", "Body."));
        service.awaitTitles(feed, "Same title", "By link", "By slug");
        var byTitle = service.id(feed, "Same title");
        var byLink = service.id(feed, "By link");
        var bySlug = service.id(feed, "By slug");
        Files.delete(directory.resolve("title.md"));
        Files.delete(directory.resolve("link.md"));
        Files.delete(directory.resolve("slug.md"));
        save(directory.resolve("renamed.md"), article("Same title", "Other body."));
        save(directory.resolve("linked.md"), article("Other title", "Other body.", "link: https://example.org/x"));
        save(directory.resolve("2026-02-02-slug.md"), article("Third title", "Other body."));
        service.awaitTitles(feed, "Same title", "Other title", "Third title");
        assertThat(service.id(feed, "Same title")).isEqualTo(byTitle);
        assertThat(service.id(feed, "Other title")).isEqualTo(byLink);
        assertThat(service.id(feed, "Third title")).isEqualTo(bySlug);
    }

    @Test
    void keepsTheIdInAnotherFeedAndTellsBoth() throws IOException {
        String other = feed + "-other";
        var there = service.feed(other);
        save(directory.resolve("one.md"), article("One", "Body."));
        save(directory.resolve("two.md"), article("Two", "Body."));
        service.awaitTitles(feed, "One", "Two");
        var id = service.id(feed, "One");
        service.changed();
        move(directory.resolve("one.md"), there.resolve("one.md"));
        service.awaitTitles(other, "One");
        service.awaitTitles(feed, "Two");
        assertThat(service.id(other, "One")).isEqualTo(id);
        assertThat(service.changed()).contains(new FeedName(feed), new FeedName(other));
    }

    @Test
    void keepsAStatedIdInAnotherFeedThoughTheFileIsEditedToo() throws IOException {
        String other = feed + "-other";
        var there = service.feed(other);
        save(directory.resolve("one.md"), article("One", "Body.", "id: urn:x:" + feed));
        service.awaitTitles(feed, "One");
        Files.delete(directory.resolve("one.md"));
        save(there.resolve("uno.md"), article("Uno", "Another body.", "id: urn:x:" + feed));
        service.awaitTitles(other, "Uno");
        service.awaitTitles(feed);
        assertThat(service.id(other, "Uno")).hasToString("urn:x:" + feed);
    }

    @Test
    void takesNoFileOfAnotherFeedForOneThatIsMerelyLikeIt() throws IOException {
        String other = feed + "-other";
        var there = service.feed(other);
        save(directory.resolve("one.md"), article("One", "Body.", "link: https://example.org/x"));
        service.awaitTitles(feed, "One");
        var id = service.id(feed, "One");
        Files.delete(directory.resolve("one.md"));
        save(there.resolve("one.md"), article("One", "Another body.", "link: https://example.org/x"));
        service.awaitTitles(other, "One");
        service.awaitTitles(feed);
        assertThat(service.id(other, "One")).isNotEqualTo(id);
        assertThat(service.stored(feed, "one").orElseThrow().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void keepsTheIdsOfFilesThatSwapTheirNames() throws IOException {
        save(directory.resolve("a.md"), article("Anna", "Body of Anna."));
        save(directory.resolve("b.md"), article("Bert", "Body of Bert."));
        service.awaitTitles(feed, "Anna", "Bert");
        var anna = service.id(feed, "Anna");
        var bert = service.id(feed, "Bert");
        move(directory.resolve("a.md"), directory.resolve(".aside"));
        move(directory.resolve("b.md"), directory.resolve("a.md"));
        move(directory.resolve(".aside"), directory.resolve("b.md"));
        soon(() -> assertThat(service.stored(feed, "b").orElseThrow().text().title())
                .isEqualTo("Anna"));
        assertThat(service.id(feed, "Anna")).isEqualTo(anna);
        assertThat(service.id(feed, "Bert")).isEqualTo(bert);
        assertThat(service.stored(feed, "a").orElseThrow().text().title()).isEqualTo("Bert");
        assertThat(service.problems(feed)).isEmpty();
    }

    @Test
    void keepsTheIdsOfFilesThatMoveUpInALine() throws IOException {
        for (String name : new String[] {"a", "b", "c"}) {
            save(directory.resolve(name + ".md"), article("Was " + name, "Body of " + name));
        }
        service.awaitTitles(feed, "Was a", "Was b", "Was c");
        var ids = service.entries(feed).stream().map(Entry::id).toList();
        move(directory.resolve("c.md"), directory.resolve("d.md"));
        move(directory.resolve("b.md"), directory.resolve("c.md"));
        move(directory.resolve("a.md"), directory.resolve("b.md"));
        soon(() -> assertThat(service.stored(feed, "b").orElseThrow().text().title())
                .isEqualTo("Was a"));
        service.awaitTitles(feed, "Was a", "Was b", "Was c");
        assertThat(service.entries(feed)).extracting(Entry::id).containsExactlyElementsOf(ids);
        assertThat(service.stored(feed, "d").orElseThrow().text().title()).isEqualTo("Was c");
    }

    @Test
    void keepsTheIdThoughANewFileHasTheNameThatItHad() throws IOException {
        Files.createDirectories(directory.resolve("2026"));
        Files.createDirectories(directory.resolve("old"));
        save(directory.resolve("one.md"), article("One", "Body."));
        service.awaitTitles(feed, "One");
        var id = service.id(feed, "One");
        move(directory.resolve("one.md"), directory.resolve("old/first.md"));
        save(directory.resolve("2026/one.md"), article("Another one", "Another body."));
        service.awaitTitles(feed, "One", "Another one");
        assertThat(service.id(feed, "One")).isEqualTo(id);
        assertThat(service.stored(feed, "first").orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void keepsTheIdsOfFilesThatSwapTheirAddressesAndNotTheirNames() throws IOException {
        save(directory.resolve("a.md"), article("Anna", "Body of Anna."));
        save(directory.resolve("b.md"), article("Bert", "Body of Bert."));
        service.awaitTitles(feed, "Anna", "Bert");
        var anna = service.id(feed, "Anna");
        var bert = service.id(feed, "Bert");
        move(directory.resolve("a.md"), directory.resolve("2026-01-26-b.md"));
        move(directory.resolve("b.md"), directory.resolve("2026-01-26-a.md"));
        soon(() -> assertThat(service.stored(feed, "b").orElseThrow().id()).isEqualTo(anna));
        assertThat(service.stored(feed, "a").orElseThrow().id()).isEqualTo(bert);
        service.awaitTitles(feed, "Anna", "Bert");
        service.awaitNoProblem(feed);
    }

    @Test
    void keepsTheIdInAnotherFeedWhereItsAddressIsTakenAsYet() throws IOException {
        String other = feed + "-other";
        var there = service.feed(other);
        save(directory.resolve("one.md"), article("One", "Body."));
        save(there.resolve("one.md"), article("Taken", "Body of another."));
        service.awaitTitles(feed, "One");
        service.awaitTitles(other, "Taken");
        var id = service.id(feed, "One");
        move(directory.resolve("one.md"), there.resolve("2026-01-26-one.md"));
        service.awaitProblem(other, "its address would be that of the article");
        service.awaitTitles(feed, "One");
        Files.delete(there.resolve("one.md"));
        service.awaitTitles(other, "One");
        service.awaitTitles(feed);
        assertThat(service.id(other, "One")).isEqualTo(id);
    }

    @Test
    void givesACopyAnIdOfItsOwn() throws IOException {
        save(directory.resolve("one.md"), article("One", "Body."));
        service.awaitTitles(feed, "One");
        Files.copy(directory.resolve("one.md"), directory.resolve("copy.md"));
        service.awaitTitles(feed, "One", "One");
        assertThat(service.entries(feed)).extracting(Entry::id).doesNotHaveDuplicates();
    }

    @Test
    void keepsTheIdWhenTheFeedsFolderIsRenamed() throws IOException {
        save(directory.resolve("one.md"), article("One", "Body."));
        service.awaitTitles(feed, "One");
        var id = service.id(feed, "One");
        move(directory, service.folder().resolve(feed + "-new"));
        service.awaitTitles(feed + "-new", "One");
        assertThat(service.id(feed + "-new", "One")).isEqualTo(id);
        soon(() -> assertThat(service.find(feed).isRetired()).isTrue());
        save(service.folder().resolve(feed + "-new").resolve("two.md"), article("Two", "Body."));
        service.awaitTitles(feed + "-new", "One", "Two");
    }
}
