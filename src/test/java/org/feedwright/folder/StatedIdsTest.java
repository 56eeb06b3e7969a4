package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.replace;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feedwright.conformance.Conformance;
import org.feedwright.conformance.Reader;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ids of any text, from the author's file to the reader. */
class StatedIdsTest extends EditingTest {
    private static final String STATED = "123 at https://example.com";
    private static final String MADE = "urn:uuid:[0-9a-f-]{36}";

    private String shown(String feed, FeedFormat format) {
        byte[] bytes = Documents.render(service.selections().select(service.find(feed)), format)
                .bytes();
        assertThat(Conformance.violations(format, bytes)).isEmpty();
        return Reader.read(format, bytes).entry().id();
    }

    private static boolean takesAnyText(FeedFormat format) {
        return format == FeedFormat.RSS || format == FeedFormat.JSON;
    }

    @ParameterizedTest
    @EnumSource
    void areShownAsTheyAreWhereTheFormatTakesAnyText(FeedFormat format) throws IOException {
        save(directory.resolve("a.md"), article("One", "x", "id: " + STATED));
        service.awaitTitles(feed, "One");

        if (takesAnyText(format)) {
            assertThat(shown(feed, format)).isEqualTo(STATED);
        } else {
            assertThat(shown(feed, format))
                    .matches(MADE)
                    .isEqualTo(service.id(feed, "One").value());
        }
    }

    @ParameterizedTest
    @EnumSource
    void areIrisInDocumentsOfSeveralFeeds(FeedFormat format) throws IOException {
        String other = "composed-of-" + feed;
        save(directory.resolve("a.md"), article("One", "x", "id: 12345"));
        service.awaitTitles(feed, "One");
        service.feed(other, "select: {feeds: [" + feed + "]}");
        service.awaitTitles(other, "One");

        assertThat(shown(other, format))
                .isEqualTo(service.id(feed, "One").value())
                .matches(MADE);
    }

    @Test
    void mayBeTheSameInTwoFeeds() throws IOException {
        String other = "beside-" + feed;
        save(directory.resolve("a.md"), article("One", "x", "id: 12345"));
        save(service.feed(other).resolve("a.md"), article("Two", "x", "id: 12345"));

        service.awaitTitles(feed, "One");
        service.awaitTitles(other, "Two");
        assertThat(service.id(feed, "One")).isNotEqualTo(service.id(other, "Two"));
    }

    @Test
    void areGivenToOneArticleOfAFeed() throws IOException {
        save(directory.resolve("a.md"), article("One", "x", "id: 12345"));
        service.awaitTitles(feed, "One");
        save(directory.resolve("b.md"), article("Two", "x", "id: 12345"));

        service.awaitProblem(feed, "b.md:4: its id is that of the article " + feed + "/a", "state another id");
        assertThat(service.titles(feed)).containsExactly("One");
    }

    @Test
    void keepTheArticleWhenItsFileIsRenamedAndEdited() throws IOException {
        save(directory.resolve("a.md"), article("One", "x", "id: Buzzsprout-15712345"));
        service.awaitTitles(feed, "One");
        var id = service.id(feed, "One");

        Files.delete(directory.resolve("a.md"));
        save(directory.resolve("b.md"), article("Other", "y", "id: Buzzsprout-15712345"));
        service.awaitTitles(feed, "Other");
        assertThat(service.id(feed, "Other")).isEqualTo(id);
    }

    @Test
    void keepTheArticleWhenItIsWithdrawnAndComesBack() throws IOException {
        save(directory.resolve("a.md"), article("One", "x", "id: 12345"));
        save(directory.resolve("b.md"), article("Two", "x"));
        service.awaitTitles(feed, "One", "Two");
        var id = service.id(feed, "One");
        Files.delete(directory.resolve("a.md"));
        service.awaitTitles(feed, "Two");

        save(directory.resolve("c.md"), article("Back", "x", "id: 12345"));
        service.awaitTitles(feed, "Back", "Two");
        assertThat(service.id(feed, "Back")).isEqualTo(id);
    }

    @Test
    void goWithTheArticleToAnotherFeed() throws IOException {
        String other = "beside-" + feed;
        save(directory.resolve("a.md"), article("One", "x", "id: 12345"));
        save(directory.resolve("b.md"), article("Two", "x"));
        service.feed(other);
        service.awaitTitles(feed, "One", "Two");
        var id = service.id(feed, "One");

        move(directory.resolve("a.md"), service.feed(other).resolve("a.md"));
        service.awaitTitles(other, "One");
        assertThat(service.id(other, "One")).isEqualTo(id);
        assertThat(shown(other, FeedFormat.RSS)).isEqualTo("12345");
    }

    @Test
    void stayWhenTheFeedGetsAnotherId() throws IOException {
        save(directory.resolve("a.md"), article("One", "x", "id: 12345"));
        service.awaitTitles(feed, "One");
        var id = service.id(feed, "One");

        service.feed(feed, "id: urn:x:another-" + feed);
        soon(() -> assertThat(service.find(feed).id()).isEqualTo("urn:x:another-" + feed));
        replace(directory.resolve("a.md"), article("Revised", "y", "id: 12345"));
        service.awaitTitles(feed, "Revised");
        assertThat(service.id(feed, "Revised")).isEqualTo(id);
    }

    @Test
    void areTheSameInAFreshStore(@TempDir Path fresh) throws IOException {
        save(directory.resolve("a.md"), article("One", "x", "id: 記事 1"));
        service.awaitTitles(feed, "One");
        var copy = Files.createDirectories(fresh.resolve("feeds").resolve(feed));
        for (String file : new String[] {"feed.yaml", "a.md"}) {
            Files.copy(directory.resolve(file), copy.resolve(file));
        }

        try (var other = RunningFolder.start(fresh.resolve("feeds"), fresh.resolve("data"))) {
            other.awaitTitles(feed, "One");
            assertThat(other.documents(feed)).isEqualTo(service.documents(feed)).contains("記事 1");
        }
    }

    @Test
    void areSaidOfWhatIsTakenBack() throws IOException {
        service.feed(feed, "tombstones: true");
        save(directory.resolve("a.md"), article("One", "x", "id: 12345"));
        save(directory.resolve("b.md"), article("Two", "x"));
        service.awaitTitles(feed, "One", "Two");
        var id = service.id(feed, "One");
        Files.delete(directory.resolve("a.md"));
        service.awaitTitles(feed, "Two");

        assertThat(document(FeedFormat.ATOM)).contains("ref=\"" + id + "\"").doesNotContain("12345");
        assertThat(document(FeedFormat.JSON))
                .contains("\"id\":\"12345\",\"when\"")
                .doesNotContain(id.value());
    }

    private String document(FeedFormat format) {
        byte[] bytes = Documents.render(service.selections().select(service.find(feed)), format)
                .bytes();
        assertThat(Conformance.violations(format, bytes)).isEmpty();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void areRefusedWithAReasonWhereTheyAreTooLong() throws IOException {
        save(directory.resolve("a.md"), article("One", "x", "id: " + "x".repeat(2001)));

        service.awaitProblem(feed, "a.md:4: 'id' is 'xxx", "write any text on one line, of at most 2000 bytes");
    }
}
