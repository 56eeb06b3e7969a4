package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.entry.Entry;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the names of files in a feed's folder say: which are articles, which are copies, and where links lead. */
class NamesInTheFolderTest extends EditingTest {
    private static final String BASE = "https://feeds.example.org";
    private static final String COPY = "case.sync-conflict-20260101-120000-ABCDEFG.md";

    /** As people type it, in one character, and as a Mac's disk has it, in a letter and a mark. */
    private static final String COMPOSED = "B\u00FCro";

    private static final String IN_PARTS = "Bu\u0308ro";

    private String content(String title) {
        return service.entries(feed).stream()
                .filter(entry -> entry.title().equals(title))
                .map(entry -> Objects.requireNonNullElse(entry.content(), ""))
                .findFirst()
                .orElseThrow();
    }

    private List<String> warnings() {
        return service.bean(UnreadFiles.class).warnings().stream()
                .filter(warning -> warning.source().equals(feed))
                .map(Problem::toString)
                .toList();
    }

    @Nested
    class Articles {
        @Test
        void keepTheirIdentityWhenTheirSuffixChanges() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            var id = service.id(feed, "One");
            move(directory.resolve("one.md"), directory.resolve("uno.MarkDown"));
            soon(() -> assertThat(service.stored(feed, "uno")).isPresent());
            move(directory.resolve("uno.MarkDown"), directory.resolve("one.md"));
            soon(() -> assertThat(service.stored(feed, "one")).isPresent());
            assertThat(service.entries(feed)).extracting(Entry::id).containsExactly(id);
        }

        @Test
        void areHeldBackWhereOnlyTheirSuffixesDiffer() throws IOException {
            save(directory.resolve("one.markdown"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            save(directory.resolve("one.md"), article("Two", "Body."));
            service.awaitProblem(feed, "one.md: its address would be that of");
            service.awaitTitles(feed, "One");
        }

        @Test
        void haveOneAddressInEitherFormOfTheirLetters() throws IOException {
            save(directory.resolve(IN_PARTS + ".md"), article("In parts", "Body."));
            service.awaitTitles(feed, "In parts");
            assertThat(service.stored(feed, COMPOSED)).isPresent();
            save(directory.resolve(COMPOSED + ".md"), article("Composed", "Body."));
            service.awaitProblem(feed, "its address would be that of the article " + feed + "/" + COMPOSED);
            service.awaitTitles(feed, "In parts");
        }

        @ParameterizedTest
        @ValueSource(strings = {"_draft.md", "README.md", "readme.markdown", "Readme.txt", "~$one.md", ".one.md"})
        void areNotWhatIsKeptBackByItsName(String name) throws IOException {
            save(directory.resolve("one.md"), article("One", "[x](" + name + ")"));
            service.awaitTitles(feed, "One");
            move(directory.resolve("one.md"), directory.resolve(name));
            soon(() -> assertThat(service.titles(feed)).isEmpty());
            assertThat(warnings()).isEmpty();
            assertThat(service.get("/media/" + feed + "/" + name).statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class Copies {
        @Test
        void areHeldBackWhileTheirOriginalStays() throws IOException {
            save(directory.resolve("case.md"), article("Case", "Body."));
            service.awaitTitles(feed, "Case");
            var id = service.id(feed, "Case");
            save(directory.resolve(COPY), article("Case", "Another body."));
            service.awaitProblem(
                    feed, COPY + ": this looks like a copy that a synchronization made, of case.md; take over");
            assertThat(service.entries(feed)).extracting(Entry::id).containsExactly(id);
            Files.delete(directory.resolve(COPY));
            service.awaitNoProblem(feed);
            assertThat(service.entries(feed)).extracting(Entry::id).containsExactly(id);
        }

        @Test
        void neverTakeTheIdentityOfAnOriginalThatIsGone() throws IOException {
            save(directory.resolve("case.md"), article("Case", "Body."));
            service.awaitTitles(feed, "Case");
            var id = service.id(feed, "Case");
            move(directory.resolve("case.md"), directory.resolve(COPY));
            service.awaitProblem(feed, COPY, "rename it to case.md, or remove it");
            service.awaitLooks();
            assertThat(service.entries(feed)).extracting(Entry::id).containsExactly(id);
            assertThat(service.stored(feed, "case")).isPresent();

            save(directory.resolve(COPY), article("Case", "What the other machine had."));
            move(directory.resolve(COPY), directory.resolve("case.md"));
            soon(() -> assertThat(content("Case")).contains("What the other machine had."));
            assertThat(service.entries(feed)).extracting(Entry::id).containsExactly(id);
            service.awaitNoProblem(feed);
        }

        /** On a Mac's disk a name has other characters than the one that is made of it. */
        @Test
        void keepAnOriginalWhoseNameIsInParts() throws IOException {
            save(directory.resolve(IN_PARTS + ".md"), article("Office", "Body."));
            service.awaitTitles(feed, "Office");
            String copy = IN_PARTS + ".sync-conflict-20260101-120000-ABCDEFG.md";
            move(directory.resolve(IN_PARTS + ".md"), directory.resolve(copy));
            service.awaitProblem(feed, "this looks like a copy that a synchronization made");
            service.awaitLooks();

            assertThat(service.titles(feed)).containsExactly("Office");
        }

        @Test
        void letTheirOriginalGoOnUnderAnotherName() throws IOException {
            save(directory.resolve("case.md"), article("Case", "Body."));
            service.awaitTitles(feed, "Case");
            var id = service.id(feed, "Case");
            save(directory.resolve(COPY), article("Case", "Another body."));
            service.awaitProblem(feed, COPY);
            move(directory.resolve("case.md"), directory.resolve("renamed.md"));
            soon(() -> assertThat(service.stored(feed, "renamed")).isPresent());
            assertThat(service.entries(feed)).extracting(Entry::id).containsExactly(id);
        }

        @Test
        void withdrawTheArticleWhenTheyAreRemovedToo() throws IOException {
            save(directory.resolve("case.md"), article("Case", "Body."));
            service.awaitTitles(feed, "Case");
            save(directory.resolve(COPY), article("Case", "Another body."));
            service.awaitProblem(feed, COPY);
            Files.delete(directory.resolve("case.md"));
            service.awaitProblem(feed, "rename it to case.md");
            Files.delete(directory.resolve(COPY));
            soon(() -> assertThat(service.titles(feed)).isEmpty());
        }

        @Test
        void arePublishedOnceTheyAreArticlesOfTheirOwn() throws IOException {
            save(directory.resolve("part.md"), article("Part", "Body."));
            save(directory.resolve("part (1).md"), article("Part", "Another body."));
            service.awaitProblem(feed, "part (1).md: this looks like a copy");
            save(directory.resolve("part (1).md"), article("Part one", "Another body."));
            service.awaitTitles(feed, "Part", "Part one");
            service.awaitNoProblem(feed);
        }
    }

    @Nested
    class Links {
        @Test
        void leadToArticlesOnPagesToo() throws IOException {
            save(directory.resolve("other.md"), article("Other", "Body."));
            save(directory.resolve("one.md"), article("One", "[x](other.md#part)"));
            service.awaitTitles(feed, "One", "Other");
            String address = BASE + "/articles/" + feed + "/other#part";
            assertThat(content("One")).contains("\"" + address + "\"");
            assertThat(service.get("/articles/" + feed + "/one").body()).contains("\"" + address + "\"");
        }

        @Test
        void leadToArticlesOfOtherFeeds() throws IOException {
            String other = feed + "-other";
            save(service.feed(other).resolve("2026-01-26-far.md"), article("Far", "Body."));
            save(directory.resolve("one.md"), article("One", "[x](../" + other + "/2026-01-26-far.md)"));
            service.awaitTitles(feed, "One");
            service.awaitTitles(other, "Far");
            assertThat(content("One")).contains("\"" + BASE + "/articles/" + other + "/far\"");
        }

        @Test
        void followTheFeedWhenItIsRenamed() throws IOException {
            save(directory.resolve("other.md"), article("Other", "Body."));
            save(directory.resolve("one.md"), article("One", "![p](photo.png) [x](other.md)"));
            save(directory.resolve("photo.png"), "png");
            service.awaitTitles(feed, "One", "Other");
            String renamed = feed + "-new";
            save(directory.resolve("feed.yaml"), "title: News\nformerly: " + feed);
            move(directory, service.folder().resolve(renamed));
            feed = renamed;
            directory = service.folder().resolve(renamed);
            service.awaitTitles(feed, "One", "Other");
            assertThat(content("One")).contains("\"" + BASE + "/articles/" + feed + "/other\"");
            Files.delete(directory.resolve("photo.png"));
            soon(() -> assertThat(content("One")).contains("\"" + BASE + "/articles/" + feed + "/photo.png\""));
        }

        @Test
        void findAnArticleThatWasRenamedByItsFormerAddress() throws IOException {
            save(directory.resolve("other.md"), article("Other", "Body."));
            save(directory.resolve("one.md"), article("One", "[x](other.md)"));
            service.awaitTitles(feed, "One", "Other");
            move(directory.resolve("other.md"), directory.resolve("renamed.md"));
            soon(() -> assertThat(service.stored(feed, "renamed")).isPresent());
            service.awaitLooks();
            assertThat(content("One")).contains("\"" + BASE + "/articles/" + feed + "/other\"");
            assertThat(service.get("/articles/" + feed + "/other").headers().firstValue("Location"))
                    .hasValue(BASE + "/articles/" + feed + "/renamed");
        }

        @Test
        void followTheFileThatComesLaterAndSayNothingOfADraft() throws IOException {
            save(directory.resolve("one.md"), article("One", "[x](later.md)", "link: https://example.org/2026/one"));
            service.awaitTitles(feed, "One");
            assertThat(content("One")).contains("\"https://example.org/2026/later.md\"");
            save(directory.resolve("later.md"), article("Secret title", "Body.", "draft: true"));
            soon(() -> assertThat(content("One")).contains("\"" + BASE + "/articles/" + feed + "/later\""));
            assertThat(service.documents(feed)).doesNotContain("Secret title");
            assertThat(service.get("/articles/" + feed + "/later").statusCode()).isEqualTo(404);
        }

        @Test
        void areNotReadAgainWhenWhatTheyLeadToIsEdited() throws IOException {
            save(directory.resolve("other.md"), article("Other", "Body."));
            save(directory.resolve("one.md"), article("One", "[x](other.md)"));
            service.awaitTitles(feed, "One", "Other");
            save(directory.resolve("other.md"), article("Other", "Longer body."));
            soon(() -> assertThat(content("Other")).contains("Longer"));
            var look = service.bean(ReferencedFiles.class).look(service.bean(FeedFolder.class), feed);
            assertThat(look.stale()).isEmpty();
        }
    }

    @Nested
    class FilesOfOtherForms {
        @ParameterizedTest
        @ValueSource(strings = {COMPOSED, IN_PARTS, "B%C3%BCro", "Bu%CC%88ro"})
        void areFoundAndServedUnderOneAddress(String written) throws IOException {
            save(directory.resolve(IN_PARTS + ".png"), "png");
            Files.createDirectories(directory.resolve(IN_PARTS));
            save(directory.resolve(IN_PARTS + "/talk.mp3"), "mp3");
            save(
                    directory.resolve("one.md"),
                    article(
                            "One",
                            "![x](" + written + ".png)",
                            "image: " + written + ".png",
                            "enclosures: [" + written + "/talk.mp3]"));
            service.awaitTitles(feed, "One");
            var entry = service.entries(feed).getFirst();
            String address = "/media/" + feed + "/B%C3%BCro.png";
            assertThat(entry.image()).isEqualTo(BASE + address);
            assertThat(content("One")).contains("\"" + BASE + address + "\"");
            assertThat(entry.enclosures().getFirst().url()).isEqualTo(BASE + "/media/" + feed + "/B%C3%BCro/talk.mp3");
            assertThat(service.get(address).body()).isEqualTo("png");
            assertThat(service.get("/media/" + feed + "/Bu%CC%88ro.png").body()).isEqualTo("png");
            soon(() -> assertThat(warnings()).isEmpty());
        }

        @Test
        void areNoticedWhenTheyComeLater() throws IOException {
            save(directory.resolve("one.md"), article("One", "![x](" + COMPOSED + ".png) [y](" + COMPOSED + ".md)"));
            service.awaitTitles(feed, "One");
            save(directory.resolve(IN_PARTS + ".png"), "png");
            soon(() -> assertThat(content("One")).contains("/media/" + feed + "/B%C3%BCro.png"));
            assertThat(content("One")).contains("/articles/" + feed + "/B%C3%BCro\"");
        }

        @Test
        void areNoWayToArticlesThatAreNotOut() throws IOException {
            Files.createDirectories(directory.resolve("2026"));
            Files.createDirectories(directory.resolve("_drafts"));
            save(directory.resolve("2026/draft.md"), "\uFEFF" + article("Draft", "secret", "draft: true"));
            save(directory.resolve("2026/toml.txt"), "+++\ntitle = 'secret'\n+++\n");
            save(directory.resolve("2026/notes.txt"), "no secret");
            save(directory.resolve("_drafts/notes.txt"), "secret");
            save(directory.resolve("_draft.md"), article("Draft", "secret"));
            save(directory.resolve(COPY), article("Draft", "secret"));
            var names = List.of("2026/draft.md", "2026/toml.txt", "_drafts/notes.txt", "_draft.md", COPY);
            var links = names.stream().map(name -> "[x](" + name + ")").toList();
            save(directory.resolve("one.md"), article("One", String.join(" ", links) + " [y](2026/notes.txt)"));
            service.awaitTitles(feed, "One");
            for (String name : names) {
                assertThat(service.get("/media/" + feed + "/" + name).statusCode())
                        .as(name)
                        .isEqualTo(404);
            }
            assertThat(service.get("/media/" + feed + "/2026/notes.txt").statusCode())
                    .isEqualTo(200);
        }
    }

    @Nested
    class OtherFiles {
        @Test
        void areCountedUntilTheyAreReadOrNamedOrGone() throws IOException {
            Files.createDirectories(directory.resolve("2026/02"));
            Files.createDirectories(directory.resolve("_drafts"));
            save(directory.resolve("_drafts/x.rst"), "x");
            save(directory.resolve("2026/02/another.rst"), article("Another", "Body."));
            save(directory.resolve("notes.rst"), "x");
            save(directory.resolve("one.md~"), "x");
            save(directory.resolve("table.csv"), "x");
            save(directory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            soon(() -> assertThat(warnings())
                    .singleElement()
                    .asString()
                    .startsWith(feed
                            + ": 4 files are neither read nor named by an article: "
                            + "2026/02/another.rst, notes.rst, one.md~, table.csv; articles end in"));

            save(directory.resolve("one.md"), article("One", "[x](table.csv)"));
            Files.delete(directory.resolve("one.md~"));
            Files.delete(directory.resolve("2026/02/another.rst"));
            soon(() -> assertThat(warnings()).singleElement().asString().startsWith(feed + ": 1 file is"));

            Files.delete(directory.resolve("notes.rst"));
            soon(() -> assertThat(warnings()).isEmpty());
        }

        @Test
        void areNotSaidOfAFolderThatIsNoFeed() throws IOException {
            var assets = Files.createDirectories(service.folder().resolve(feed + "-assets"));
            save(assets.resolve("photo.png"), "png");
            service.awaitLooks();
            assertThat(service.bean(UnreadFiles.class).warnings())
                    .extracting(Problem::source)
                    .doesNotContain(feed + "-assets");
            assertThat(service.feeds().find(new FeedName(feed + "-assets"))).isEmpty();
        }
    }
}
