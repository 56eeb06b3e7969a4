package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that get another name, and what becomes of those who know their articles' old addresses. */
class RenamedArticleTest extends EditingTest {
    private static final String BASE = "https://feeds.example.org";

    @BeforeEach
    void publishAnArticle() throws IOException {
        save(file("first"), article("First", "Body."));
        service.awaitTitles(feed, "First");
    }

    @Test
    void leadsFromEveryFormerAddressStraightToThePresentOne() throws IOException {
        rename("first", "second");
        assertThat(location("first")).isEqualTo(page("second"));

        rename("second", "größer");
        assertThat(location("first")).isEqualTo(page("gr%C3%B6%C3%9Fer"));
        assertThat(location("second")).isEqualTo(page("gr%C3%B6%C3%9Fer"));
        assertThat(location("first?from=a%7Cb")).isEqualTo(page("gr%C3%B6%C3%9Fer") + "?from=a%7Cb");
        assertThat(service.send("HEAD", path("first")).statusCode()).isEqualTo(301);

        rename("größer", "first");
        assertThat(status("first")).isEqualTo(200);
        assertThat(location("second")).isEqualTo(page("first"));
    }

    @Test
    void leadsToTheFeedThatTheFileWasMovedTo() throws IOException {
        var other = service.feed(feed + "-other");
        move(file("first"), other.resolve("first.md"));
        soon(() -> assertThat(service.get("/articles/" + feed + "-other/first").statusCode())
                .isEqualTo(200));

        assertThat(location("first")).isEqualTo(BASE + "/articles/" + feed + "-other/first");
    }

    @Test
    void leadsFromTheFormerNameOfTheFeedWithoutAStop() throws IOException {
        rename("first", "second");
        save(directory.resolve("feed.yaml"), "title: News\nformerly: " + feed);
        move(directory, service.folder().resolve(feed + "-new"));
        soon(() -> assertThat(service.get("/articles/" + feed + "-new/second").statusCode())
                .isEqualTo(200));

        for (String slug : new String[] {"first", "second"}) {
            assertThat(location(slug)).isEqualTo(BASE + "/articles/" + feed + "-new/second");
        }
        assertThat(service.get("/articles/" + feed + "-new/first").headers().firstValue("Location"))
                .hasValue(BASE + "/articles/" + feed + "-new/second");
    }

    @Test
    void leavesTheAddressToANewArticle() throws IOException {
        rename("first", "second");
        save(file("first"), article("Another", "Else.", "draft: true"));
        service.awaitLooks();
        assertThat(location("first")).as("while the other one is a draft").isEqualTo(page("second"));

        save(file("first"), article("Another", "Else."));
        service.awaitTitles(feed, "First", "Another");

        assertThat(service.get(path("first")).body()).contains("Another");
        assertThat(status("first")).isEqualTo(200);
    }

    @Test
    void saysOfAWithdrawnArticleWhatItsPageSays() throws IOException {
        rename("first", "second");
        save(file("second"), article("First", "Body.", "withdrawn: Not true."));
        soon(() -> assertThat(status("second")).isEqualTo(410));

        for (String accept : new String[] {"text/html", "*/*"}) {
            var answer = service.get(path("first"), "Accept", accept);
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body())
                    .contains("Not true.")
                    .isEqualTo(service.get(path("second"), "Accept", accept)
                            .body()
                            .replace(path("second"), path("first")));
        }
    }

    @Test
    void tellsNothingOfWhatReadersDoNotSeeAnyMore() throws IOException {
        rename("first", "second");
        save(file("second"), article("First", "Body.", "draft: true"));
        service.awaitTitles(feed);

        var answer = service.get(path("first"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(service.get(path("never")).body().replace("never", "first"));
    }

    private void slug(String name, String slug) throws IOException {
        save(file(name), article("About " + name, "Body.", "slug: " + slug));
    }

    private String titleAt(String slug) {
        return service.stored(feed, slug).map(article -> article.text().title()).orElse("");
    }

    /** Each gets the address that the next one leaves: whichever file comes first, none is held back. */
    @Test
    void takesOverAddressesOneAfterAnother() throws IOException {
        for (String name : List.of("a", "b", "c", "d")) {
            slug(name, "at-" + name);
        }
        service.awaitTitles(feed, "First", "About a", "About b", "About c", "About d");
        var id = service.id(feed, "About a");

        slug("a", "at-b");
        slug("b", "at-c");
        slug("c", "at-d");
        slug("d", "at-e");

        soon(() -> assertThat(titleAt("at-b")).isEqualTo("About a"));
        soon(() -> assertThat(titleAt("at-c")).isEqualTo("About b"));
        assertThat(titleAt("at-d")).isEqualTo("About c");
        assertThat(titleAt("at-e")).isEqualTo("About d");
        assertThat(service.id(feed, "About a")).isEqualTo(id);
        service.awaitNoProblem(feed);
    }

    /** What waits for an article that waits in vain keeps nobody from exchanging addresses. */
    @Test
    void exchangesAddressesBesideOthersThatCannot() throws IOException {
        for (String name : List.of("a", "b", "d", "e", "keeper")) {
            slug(name, "at-" + name);
        }
        service.awaitTitles(feed, "First", "About a", "About b", "About d", "About e", "About keeper");

        slug("d", "at-keeper");
        slug("e", "at-d");
        service.awaitProblem(feed, "e.md: its address would be that of", "d.md: its address would be that of");
        slug("b", "at-a");
        slug("a", "at-b");

        soon(() -> assertThat(titleAt("at-b")).isEqualTo("About a"));
        assertThat(titleAt("at-a")).isEqualTo("About b");
        assertThat(titleAt("at-d")).isEqualTo("About d");
        assertThat(titleAt("at-e")).isEqualTo("About e");
        assertThat(titleAt("at-keeper")).isEqualTo("About keeper");
        service.awaitProblem(feed, "e.md: its address would be that of", "d.md: its address would be that of");
    }

    private void rename(String from, String to) throws IOException {
        move(file(from), file(to));
        soon(() -> assertThat(service.stored(feed, to)).isPresent());
    }

    private Path file(String slug) {
        return directory.resolve(slug + ".md");
    }

    private String path(String slug) {
        return "/articles/" + feed + "/" + slug;
    }

    private String page(String slug) {
        return BASE + path(slug);
    }

    private int status(String slug) {
        return service.get(path(slug)).statusCode();
    }

    private String location(String slug) {
        var answer = service.get(path(slug));
        assertThat(answer.statusCode()).as(slug).isEqualTo(301);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
