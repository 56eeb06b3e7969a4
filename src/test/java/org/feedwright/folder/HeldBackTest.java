package org.feedwright.folder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.feedwright.article.Article.State;
import org.feedwright.authoring.Quarantine;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.entry.Entry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not published, and what the editor is told of it. */
class HeldBackTest extends EditingTest {
    @Nested
    class HoldingBack {
        @Test
        void refusesTheSecondFileWithAnId() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body.", "id: urn:example:" + feed));
            service.awaitTitles(feed, "One");
            save(directory.resolve("two.md"), article("Two", "Body.", "id: urn:example:" + feed));
            service.awaitProblem(
                    feed,
                    feed + "/two.md:4: its id is that of the article " + feed + "/one (" + feed
                            + "/one.md); remove the line");
            service.awaitTitles(feed, "One");
        }

        @Test
        void doesNotNameAnArticleThatNobodyIsToSee() throws IOException {
            save(directory.resolve("secret.md"), article("Secret", "Body.", "draft: true", "id: urn:example:s" + feed));
            save(directory.resolve("open.md"), article("Open", "Body."));
            service.awaitTitles(feed, "Open");
            save(directory.resolve("two.md"), article("Two", "Body.", "id: urn:example:s" + feed));
            service.awaitProblem(feed, feed + "/two.md:4: its id is that of an article that is not out yet; remove");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "draft: true\nlanguage: q",
                    "draft: tru",
                    "draft: true\ncolour: : red",
                    "DRAFT: Yes\nlanguage: q",
                    "status: draft\nlanguage: q",
                    "visibility: members",
                    "password: x\nlanguage: q",
                    "published: No\ndate: 2026-01-26\nlanguage: q",
                    "pubDate: 2999-01-01\npublished: true\nlanguage: q",
                    "published: 2999-01-01\nlanguage: q",
                    "published: 2999-01-01T09:00\ncategories: [open"
                })
        void doesNotNameTheFileOfAnArticleThatIsNotOutYet(String front) throws IOException {
            save(
                    directory.resolve("merger.md"),
                    "---\ntitle: Merger\n" + (front.contains("published") ? "" : "published: 2026-01-26\n") + front
                            + "\n---\nBody.\n");
            save(directory.resolve("open.md"), article("Open: a", "Body."));
            service.awaitProblem(feed, feed + "/: what is not out yet has a problem; see the log", "/open.md:2:");
            assertThat(service.problems(feed)).doesNotContainIgnoringCase("merger");
        }

        @Test
        void saysOnceThatSomethingIsWrongWithWhatIsNotOutYetHoweverMuchItIs() throws IOException {
            for (String name : new String[] {"merger", "takeover"}) {
                save(directory.resolve(name + ".md"), article("Untold", "Body.", "draft: true", "language: q"));
            }
            save(directory.resolve("open.md"), article("Open: a", "Body."));
            service.awaitProblem(feed, "/open.md:2:", feed + "/: what is not out yet has a problem");
            service.awaitLooks();

            assertThat(service.problems(feed)).hasLineCount(2).doesNotContain("merger", "takeover");
            assertThat(service.bean(Quarantine.class).all())
                    .as("what the operator is told")
                    .extracting(Problem::source)
                    .contains(feed + "/merger.md", feed + "/takeover.md", feed + "/open.md");
        }

        @Test
        void namesTheFileOfAnArticleThatReadersHaveSeen() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            save(directory.resolve("one.md"), article("One", "Body.", "draft: tru"));
            service.awaitProblem(feed, feed + "/one.md:4: 'draft' is 'tru'");
        }

        @Test
        void doesNotNameADraftWhoseIdOrAddressIsTaken() throws IOException {
            save(directory.resolve("open.md"), article("Open", "Body.", "id: urn:example:t" + feed));
            service.awaitTitles(feed, "Open");
            save(directory.resolve("merger.md"), article("Two", "Body.", "draft: true", "id: urn:example:t" + feed));
            service.awaitProblem(feed, feed + "/: what is not out yet has a problem");
            assertThat(service.problems(feed)).doesNotContain("merger");
        }

        @Test
        void refusesTheSecondFileWithAnAddress() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            save(directory.resolve("2026-01-01-one.txt"), article("Two", "Body."));
            service.awaitProblem(
                    feed, feed + "/2026-01-01-one.txt: its address would be that of the article " + feed + "/one (");
            service.awaitTitles(feed, "One");
        }

        @Test
        void refusesTheSecondOfManyThatComeTogetherWithAnAddress() throws IOException {
            var prepared = Files.createDirectories(temporary.resolve("prepared-" + feed));
            save(prepared.resolve("feed.yaml"), "title: Moved here");
            save(prepared.resolve("2026-01-01-one.md"), article("One", "Body."));
            save(prepared.resolve("one.txt"), article("Another", "Body."));
            save(prepared.resolve("two.md"), article("Two", "Body."));
            move(prepared, service.folder().resolve(feed + "-moved"));
            service.awaitProblem(
                    feed + "-moved",
                    feed + "-moved/one.txt: its address would be that of the article " + feed + "-moved/one (");
            service.awaitTitles(feed + "-moved", "One", "Two");
        }

        @Test
        void publishesWhatWasRefusedWhenTheReasonIsGone() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            save(directory.resolve("2026-01-01-one.md"), article("Two", "Other body."));
            service.awaitProblem(feed, "its address would be that of");
            Files.delete(directory.resolve("one.md"));
            service.awaitNoProblem(feed);
            service.awaitTitles(feed, "Two");
        }

        @Test
        void keepsTheLastGoodVersionUntilTheFileIsMended() throws IOException {
            var file = directory.resolve("one.md");
            save(file, article("Good", "Body."));
            service.awaitTitles(feed, "Good");
            var id = service.id(feed, "Good");
            save(file, article("Bad: title", "Body."));
            service.awaitProblem(feed, feed + "/one.md:2: the YAML cannot be read", "title: \"Bad: title\"");
            assertThat(service.titles(feed)).containsExactly("Good");
            save(file, article("\"Mended: title\"", "Body."));
            service.awaitTitles(feed, "Mended: title");
            service.awaitNoProblem(feed);
            assertThat(service.id(feed, "Mended: title")).isEqualTo(id);
        }

        @Test
        void forgetsTheProblemOfAFileThatIsPutBackAsItWas() throws IOException {
            var file = directory.resolve("one.md");
            String good = article("Good", "Body.");
            save(file, good);
            service.awaitTitles(feed, "Good");
            String documents = service.documents(feed);
            save(file, article("Bad: title", "Body."));
            service.awaitProblem(feed, feed + "/one.md:2: the YAML cannot be read");

            save(file, good);
            service.awaitNoProblem(feed);
            service.awaitLooks();
            assertThat(service.problems(feed)).isEmpty();
            assertThat(service.documents(feed)).isEqualTo(documents);
        }

        /** One look finds all of it, as the folder comes back at once. */
        @Test
        void storesEveryGoodFileBesideThoseWhoseIdOrAddressIsTaken() throws IOException {
            for (int i = 0; i < 8; i++) {
                save(directory.resolve("n" + i + ".md"), article("Number " + i, "Body."));
            }
            save(directory.resolve("n7.md"), article("Number 7", "Body.", "id: urn:example:" + feed));
            soon(() -> assertThat(service.titles(feed)).hasSize(8));
            soon(() -> assertThat(service.id(feed, "Number 7")).hasToString("urn:example:" + feed));
            var id = service.id(feed, "Number 3");
            var aside = temporary.resolve("aside-" + feed);
            move(directory, aside);
            service.awaitProblem(feed, "8 of its 8 articles");
            save(aside.resolve("n1.md"), article("One", "Another body."));
            save(aside.resolve("n2.md"), article("Two", "Body.", "link: https://example.org/two"));
            save(aside.resolve("n3.md"), article("Three", "Another body.", "id: urn:example:" + feed));
            move(aside.resolve("n4.md"), aside.resolve("2026-01-26-n5.txt"));
            save(aside.resolve("n6.md"), article("Six", "Another body."));
            save(aside.resolve("n8.md"), article("Eight", "Body."));
            save(aside.resolve("n9.md"), article("Nine", "Body."));

            move(aside, directory);
            service.awaitProblem(
                    feed,
                    feed + "/n3.md:4: its id is that of the article " + feed + "/n7",
                    feed + "/2026-01-26-n5.txt: its address would be that of the article " + feed + "/n5");
            soon(() -> assertThat(service.titles(feed))
                    .contains("Number 0", "One", "Two", "Number 3", "Number 5", "Six", "Number 7", "Eight", "Nine"));
            service.awaitLooks();
            assertThat(service.problems(feed)).hasLineCount(2);
            assertThat(service.id(feed, "Number 3")).isEqualTo(id);
            assertThat(service.stored(feed, "n3").orElseThrow().state()).isEqualTo(State.PUBLISHED);
            assertThat(service.entries(feed).stream()
                            .filter(entry -> entry.title().equals("Two"))
                            .map(Entry::link))
                    .containsExactly("https://example.org/two");
        }

        @Test
        void forgetsAProblemWithItsFile() throws IOException {
            save(directory.resolve("bad.md"), "no front matter");
            service.awaitProblem(feed, "bad.md:1:");
            Files.delete(directory.resolve("bad.md"));
            service.awaitNoProblem(feed);
        }

        @Test
        void forgetsAFolderThatWasNoFeed() throws IOException {
            var odd = Files.createDirectories(service.folder().resolve("Not A Feed " + feed));
            save(odd.resolve("one.md"), article("One", "Body."));
            service.awaitProblem("Not A Feed " + feed, "the folder's name cannot be a feed's name");
            move(odd, service.folder().resolve("." + feed));
            service.awaitNoProblem("Not A Feed " + feed);
        }

        @Test
        void keepsDraftsAndScheduledArticlesFromReaders() throws IOException {
            save(directory.resolve("draft.md"), article("Draft", "Body.", "draft: true"));
            save(directory.resolve("later.md"), "---\ntitle: Later\npublished: 2999-01-01\n---\nBody.");
            save(directory.resolve("now.md"), article("Now", "Body."));
            service.awaitTitles(feed, "Now");
            soon(() -> assertThat(service.stored(feed, "draft")).isPresent());
            soon(() -> assertThat(service.stored(feed, "later")).isPresent());
            assertThat(service.documents(feed)).doesNotContain("Draft", "Later");
            save(directory.resolve("draft.md"), article("No draft", "Body."));
            service.awaitTitles(feed, "Now", "No draft");
        }
    }

    @Nested
    class ReadingBadInput {
        @Test
        void refusesEachBadFileWithItsReasonAndPublishesTheOthers() throws Exception {
            var outside = temporary.resolve("outside-" + feed + ".md");
            save(outside, article("Outside", "Body."));
            save(directory.resolve("good.md"), article("Good", "Body."));
            Files.createSymbolicLink(directory.resolve("link-out.md"), outside);
            Files.createSymbolicLink(directory.resolve("link-nowhere.md"), Path.of("nowhere.md"));
            Files.createSymbolicLink(directory.resolve("link-loop.md"), Path.of("link-loop.md"));
            Files.createDirectory(directory.resolve("directory.md"));
            assertThat(new ProcessBuilder("mkfifo", directory.resolve("pipe.md").toString())
                            .start()
                            .waitFor())
                    .isZero();
            Files.write(directory.resolve("latin.md"), (article("Latin", "x") + "é").getBytes(ISO_8859_1));
            save(directory.resolve("zzz.md"), article("Last", "Body."));

            service.awaitTitles(feed, "Good", "Last");
            service.awaitProblem(
                    feed,
                    "link-out.md: it is a link that leads out of the folder; put the file itself into the folder",
                    "link-nowhere.md: it is a link that leads nowhere; put the file itself",
                    "link-loop.md: it cannot be read (",
                    "directory.md: it is a folder; rename it",
                    "pipe.md: it is no ordinary file; rename it",
                    "latin.md:6: it is not valid UTF-8; save it as UTF-8");
            assertThat(service.problems(feed)).hasLineCount(6);
        }

        @Test
        void refusesAFileThatIsTooLarge() throws IOException {
            try (var file = Files.newByteChannel(
                    directory.resolve("large.md"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                file.position(50 << 20).write(UTF_8.encode("end"));
            }
            service.awaitProblem(
                    feed,
                    "large.md: it has 52428803 bytes, and no more than 2097152 are read; shorten it, or raise"
                            + " feedwright.authoring.max-file-size");
        }

        @Test
        void refusesAFolderThatLeadsOut() throws IOException {
            var outside = Files.createDirectories(temporary.resolve("outside-folder-" + feed));
            save(outside.resolve("feed.yaml"), "title: Outside\n");
            save(outside.resolve("one.md"), article("Outside", "Body."));
            Files.createSymbolicLink(service.folder().resolve(feed + "-link"), outside);
            service.awaitProblem(feed + "-link", "the folder is a link that leads out of the folder of feeds");
            assertThat(service.titles(feed + "-link")).isEmpty();
        }

        @Test
        void readsALinkThatStaysInside() throws IOException {
            var shared = Files.createDirectories(service.folder().resolve(".shared"));
            save(shared.resolve(feed), article("Linked", "Body."));
            Files.createSymbolicLink(directory.resolve("linked.md"), shared.resolve(feed));
            service.awaitTitles(feed, "Linked");
        }
    }
}
