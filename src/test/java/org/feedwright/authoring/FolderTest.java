package org.feedwright.authoring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedwright.authoring.RunningFolder.article;
import static org.feedwright.authoring.RunningFolder.move;
import static org.feedwright.authoring.RunningFolder.replace;
import static org.feedwright.authoring.RunningFolder.save;
import static org.feedwright.authoring.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import org.feedwright.article.Article.State;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor does in the folder, and what readers then see. One service runs; each test has a feed of its own. */
class FolderTest {
    @TempDir
    private static Path temporary;

    private static RunningFolder service;
    private static int feeds;

    private String feed;
    private Path directory;

    @BeforeAll
    static void start() throws IOException {
        service = RunningFolder.startIn(temporary);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void newFeed() throws IOException {
        feed = "feed-" + ++feeds;
        directory = service.feed(feed);
        soon(() -> assertThat(service.find(feed).name().value()).isEqualTo(feed));
    }

    @Nested
    class Saving {
        @Test
        void publishesANewFile() throws IOException {
            save(directory.resolve("2026-01-26-one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            assertThat(service.id(feed, "One").value()).isEqualTo("tag:example.org,2026-01-26:" + feed + "/one");
        }

        @Test
        void publishesWithinHalfASecond() throws IOException {
            var times = new ArrayList<Duration>();
            for (int i = 0; i < 9; i++) {
                String title = "Edition " + i;
                save(directory.resolve("one.md"), article(title, "Body."));
                long saved = System.nanoTime();
                await().pollInterval(Duration.ofMillis(2))
                        .until(() -> service.titles(feed).contains(title));
                times.add(Duration.ofNanos(System.nanoTime() - saved));
            }
            Collections.sort(times);
            assertThat(times.get(4)).as("the median of %s", times).isLessThan(Duration.ofMillis(500));
        }

        @Test
        void updatesAnEditedFile() throws IOException {
            var file = directory.resolve("one.md");
            save(file, article("One", "Body."));
            service.awaitTitles(feed, "One");
            var id = service.id(feed, "One");
            save(file, article("Two", "Another body."));
            service.awaitTitles(feed, "Two");
            assertThat(service.id(feed, "Two")).isEqualTo(id);
        }

        @Test
        void updatesAFileThatIsReplacedAtOnce() throws IOException {
            var file = directory.resolve("one.md");
            save(file, article("One", "Body."));
            service.awaitTitles(feed, "One");
            var id = service.id(feed, "One");
            replace(file, article("Two", "Another body."));
            service.awaitTitles(feed, "Two");
            assertThat(service.id(feed, "Two")).isEqualTo(id);
        }

        @Test
        void updatesAFileThatAnEditorMovesAsideAndWritesAnew() throws IOException {
            var file = directory.resolve("one.md");
            save(file, article("One", "Body."));
            service.awaitTitles(feed, "One");
            var id = service.id(feed, "One");
            move(file, directory.resolve("one.md~"));
            save(file, article("Two", "Another body."));
            Files.delete(directory.resolve("one.md~"));
            service.awaitTitles(feed, "Two");
            assertThat(service.id(feed, "Two")).isEqualTo(id);
        }

        @Test
        void publishesAFolderThatComesWithItsFiles() throws IOException {
            var prepared = Files.createDirectories(temporary.resolve("prepared-" + feed));
            save(prepared.resolve("feed.yaml"), "title: Moved here");
            save(prepared.resolve("one.md"), article("One", "Body."));
            move(prepared, service.folder().resolve(feed + "-moved"));
            service.awaitTitles(feed + "-moved", "One");
        }

        @Test
        void neverPublishesAHalfWrittenFile() throws IOException {
            var file = directory.resolve("one.md");
            try (var out = Files.newOutputStream(file)) {
                out.write(article("Half", "The first half").getBytes(UTF_8));
                out.flush();
                service.awaitLooks();
                assertThat(service.titles(feed)).isEmpty();
                assertThat(service.problems(feed)).isEmpty();
                out.write(" and the second.\n".getBytes(UTF_8));
            }
            service.awaitTitles(feed, "Half");
            assertThat(service.entries(feed).getFirst().content()).contains("The first half\nand the second.");
        }

        @Test
        void waitsForAnEditedFileThatIsStillBeingWritten() throws IOException {
            var file = directory.resolve("one.md");
            save(file, article("Whole", "Body."));
            service.awaitTitles(feed, "Whole");
            try (var out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
                out.write("---\ntitle: Ha".getBytes(UTF_8));
                out.flush();
                service.awaitLooks();
                assertThat(service.titles(feed)).containsExactly("Whole");
                assertThat(service.problems(feed)).isEmpty();
                out.write("lf\npublished: 2026-01-26\n---\nBody.".getBytes(UTF_8));
            }
            service.awaitTitles(feed, "Half");
        }

        @Test
        void changesNothingWhenEveryFileIsTouched() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body."));
            save(directory.resolve("two.txt"), article("Two", "Body."));
            service.awaitTitles(feed, "One", "Two");
            String before = service.documents(feed);
            var modified = service.feeds().select(service.find(feed)).modified();
            for (String name : new String[] {"one.md", "two.txt", "feed.yaml"}) {
                Files.setLastModifiedTime(
                        directory.resolve(name), FileTime.from(Instant.parse("2027-01-01T00:00:00Z")));
            }
            service.awaitLooks();
            assertThat(service.documents(feed)).isEqualTo(before);
            assertThat(service.feeds().select(service.find(feed)).modified()).isEqualTo(modified);
        }

        @Test
        void leavesEditorsOwnFilesAlone() throws IOException {
            for (String name :
                    new String[] {".one.md.swp", "one.md~", "#one.md#", ".#one.md", "4913", "..md", "one.md.bak"}) {
                save(directory.resolve(name), "not an article");
            }
            service.awaitLooks();
            assertThat(service.problems(feed)).isEmpty();
        }

        @Test
        void takesNamesOfEveryKind() throws IOException {
            String[] names = {
                "with space.md",
                "it's \"quoted\".md",
                "line\nfeed.md",
                "🦊.md",
                "A.md",
                "a.md",
                "x".repeat(252) + ".md",
            };
            for (String name : names) {
                save(directory.resolve(name), article("File of " + name.length(), "Body."));
            }
            soon(() -> assertThat(service.titles(feed)).hasSize(names.length - 1));
            assertThat(service.problems(feed))
                    .contains("🦊.md: the file's name makes no address")
                    .hasLineCount(1);
        }
    }

    @Nested
    class Renaming {
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

    @Nested
    class Removing {
        @Test
        void withdrawsTheArticle() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body."));
            save(directory.resolve("two.md"), article("Two", "Body."));
            service.awaitTitles(feed, "One", "Two");
            Files.delete(directory.resolve("one.md"));
            service.awaitTitles(feed, "Two");
            assertThat(service.stored(feed, "one").orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        }

        @Test
        void givesWhatIsWrittenAgainAnotherId() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            var first = service.id(feed, "One");
            Files.delete(directory.resolve("one.md"));
            service.awaitTitles(feed);
            save(directory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            assertThat(service.id(feed, "One")).isNotEqualTo(first);
        }

        @Test
        void retiresASmallFeedWhoseFolderIsGone() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            Files.delete(directory.resolve("one.md"));
            Files.delete(directory.resolve("feed.yaml"));
            Files.delete(directory);
            soon(() -> assertThat(service.find(feed).isRetired()).isTrue());
            service.awaitNoProblem(feed);
        }

        @Test
        void holdsWhenMoreThanAFifthAndMoreThanFiveAreGoneUntilItIsConfirmed() throws IOException {
            for (int i = 0; i < 10; i++) {
                save(directory.resolve("n" + i + ".md"), article("Number " + i, "Body."));
            }
            soon(() -> assertThat(service.titles(feed)).hasSize(10));
            for (int i = 0; i < 6; i++) {
                Files.delete(directory.resolve("n" + i + ".md"));
            }
            service.awaitProblem(
                    feed,
                    feed + ": 6 of its 10 articles are no longer in the folder, and stay published",
                    "echo '" + feed + " 6' >> .confirm-withdrawals");
            service.awaitLooks();
            assertThat(service.titles(feed)).hasSize(10);

            var confirmation = service.folder().resolve(".confirm-withdrawals");
            Files.writeString(confirmation, feed + " 6\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            soon(() -> assertThat(service.titles(feed)).hasSize(4));
            service.awaitNoProblem(feed);
            soon(() -> assertThat(confirmation).doesNotExist());
        }

        @Test
        void goesOnWhenWhatWasGoneIsBack() throws IOException {
            for (int i = 0; i < 8; i++) {
                save(directory.resolve("n" + i + ".md"), article("Number " + i, "Body."));
            }
            soon(() -> assertThat(service.titles(feed)).hasSize(8));
            var ids = service.entries(feed).stream().map(Entry::id).toList();
            var aside = temporary.resolve("aside-" + feed);
            move(directory, aside);
            service.awaitProblem(feed, "8 of its 8 articles");
            move(aside, directory);
            service.awaitNoProblem(feed);
            assertThat(service.entries(feed)).extracting(Entry::id).containsExactlyElementsOf(ids);
            save(directory.resolve("n0.md"), article("Edited", "Body."));
            soon(() -> assertThat(service.titles(feed)).contains("Edited"));
        }
    }

    @Nested
    class HoldingBack {
        @Test
        void refusesTheSecondFileWithAnId() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body.", "id: urn:example:" + feed));
            service.awaitTitles(feed, "One");
            save(directory.resolve("two.md"), article("Two", "Body.", "id: urn:example:" + feed));
            service.awaitProblem(
                    feed, feed + "/two.md:4: its id is that of the article " + feed + "/one; remove the line");
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
                    feed,
                    feed + "/2026-01-01-one.txt: its address would be that of the article " + feed
                            + "/one; rename the file");
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
                    feed + "-moved/one.txt: its address would be that of the article " + feed + "-moved/one;");
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
    class DefiningAFeed {
        @Test
        void readsTheArticlesOfManyNewFeedsEachByItsOwnDefinition(@TempDir Path directory) throws IOException {
            var folder = directory.resolve("feeds");
            for (int offset = 1; offset <= 9; offset++) {
                var news = Files.createDirectories(folder.resolve("news-" + offset));
                save(news.resolve("feed.yaml"), "title: News\nzone: \"+0" + offset + ":00\"\n");
                save(news.resolve("one.md"), article("One", "Body."));
            }
            try (var other = RunningFolder.start(folder, directory.resolve("data"))) {
                other.awaitTitles("news-9", "One");
                for (int offset = 1; offset <= 9; offset++) {
                    var midnight = Instant.parse("2026-01-26T00:00:00Z").minus(Duration.ofHours(offset));
                    assertThat(other.entries("news-" + offset))
                            .extracting(Entry::published)
                            .containsExactly(midnight);
                }
            }
        }

        @Test
        void publishesNothingBeforeThereIsADefinition() throws IOException {
            String bare = feed + "-bare";
            var there = Files.createDirectories(service.folder().resolve(bare));
            save(there.resolve("one.md"), article("One", "Body."));
            service.awaitProblem(bare, bare + "/feed.yaml: the feed has no feed.yaml; make one with a line 'title: …'");
            assertThat(service.titles(bare)).isEmpty();
            save(there.resolve("feed.yaml"), "title: There\n");
            service.awaitTitles(bare, "One");
            service.awaitNoProblem(bare);
        }

        @Test
        void keepsTheLastGoodDefinition() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            save(directory.resolve("feed.yaml"), "title: A: b\n");
            service.awaitProblem(feed, feed + "/feed.yaml:1: the YAML cannot be read", "title: \"A: b\"");
            save(directory.resolve("two.md"), article("Two", "Body."));
            service.awaitTitles(feed, "One", "Two");
            assertThat(service.find(feed).definition().title()).isEqualTo(feed);
            Files.delete(directory.resolve("feed.yaml"));
            service.awaitProblem(feed, "the feed has no feed.yaml");
            assertThat(service.titles(feed)).hasSize(2);
            save(directory.resolve("feed.yaml"), "title: Mended\n");
            service.awaitNoProblem(feed);
            assertThat(service.find(feed).definition().title()).isEqualTo("Mended");
        }

        @Test
        void readsAllDatesAnewInAnotherZone() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body."));
            save(directory.resolve("two.md"), article("Two", "Body."));
            service.awaitTitles(feed, "One", "Two");
            var ids = service.entries(feed).stream().map(Entry::id).toList();
            service.feed(feed, "zone: Asia/Tokyo");
            soon(() -> assertThat(service.entries(feed))
                    .extracting(Entry::published)
                    .containsOnly(Instant.parse("2026-01-25T15:00:00Z")));
            assertThat(service.entries(feed)).extracting(Entry::id).containsExactlyElementsOf(ids);
            assertThat(service.problems(feed)).isEmpty();
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
