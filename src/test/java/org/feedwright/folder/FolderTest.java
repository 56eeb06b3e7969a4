package org.feedwright.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.replace;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.feedwright.article.Article.State;
import org.feedwright.entry.Entry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and feeds that come, change and go. */
class FolderTest extends EditingTest {
    @Nested
    class Saving {
        @Test
        void publishesANewFile() throws IOException {
            save(directory.resolve("2026-01-26-one.md"), article("One", "Body."));
            service.awaitTitles(feed, "One");
            assertThat(service.id(feed, "One").value()).isEqualTo("tag:example.org,2026-01-26:" + feed + "/one");
        }

        /** The folder is looked through once an hour here: what is out was told of, and nobody waited for a look. */
        @Test
        void publishesEachEditionByItself() throws IOException {
            for (int i = 0; i < 9; i++) {
                save(directory.resolve("one.md"), article("Edition " + i, "Body."));
                service.awaitTitles(feed, "Edition " + i);
            }
        }

        /** The rest of the half second is for reading and storing, which costs tests of their own. */
        @Test
        void waitsNoLongerThanAnEditorDoesNotNotice() {
            assertThat(FolderEvents.QUIET).isLessThanOrEqualTo(Duration.ofMillis(100));
            assertThat(FolderWatch.SOON).isLessThanOrEqualTo(Duration.ofMillis(100));
            assertThat(FolderEvents.LONGEST_WAIT).isLessThanOrEqualTo(Duration.ofMillis(300));
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
            var modified = service.selections().select(service.find(feed)).modified();
            for (String name : new String[] {"one.md", "two.txt", "feed.yaml"}) {
                Files.setLastModifiedTime(
                        directory.resolve(name), FileTime.from(Instant.parse("2027-01-01T00:00:00Z")));
            }
            service.awaitLooks();
            assertThat(service.documents(feed)).isEqualTo(before);
            assertThat(service.selections().select(service.find(feed)).modified())
                    .isEqualTo(modified);
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
        void goesOnWithAFifthAndHoldsWithOneMore() throws IOException {
            service.feed(feed, "window: 50");
            publish(feed, 35);
            remove(feed, 0, 7);
            soon(() -> assertThat(service.titles(feed)).hasSize(28));
            assertThat(service.problems(feed)).isEmpty();

            save(directory.resolve("n35.md"), article("Number 35", "Body."));
            soon(() -> assertThat(service.titles(feed)).hasSize(29));
            remove(feed, 7, 6);
            service.awaitProblem(feed, feed + ": 6 of its 29 articles are no longer in the folder");
            service.awaitLooks();
            assertThat(service.titles(feed)).hasSize(29);
        }

        @Test
        void goesOnWithFiveOfFiveAndHoldsWithSixOfSix() throws IOException {
            String other = feed + "-six";
            service.feed(other);
            publish(feed, 5);
            publish(other, 6);
            remove(feed, 0, 5);
            remove(other, 0, 6);

            service.awaitTitles(feed);
            service.awaitProblem(other, other + ": 6 of its 6 articles are no longer in the folder");
            service.awaitLooks();
            assertThat(service.problems(feed)).isEmpty();
            assertThat(service.titles(other)).hasSize(6);
        }

        @Test
        void takesEachOfTwoConfirmationsForItsFeed() throws IOException {
            String other = feed + "-other";
            String third = feed + "-third";
            for (String name : new String[] {feed, other, third}) {
                if (!name.equals(feed)) {
                    service.feed(name);
                }
                publish(name, 7);
                remove(name, 0, 6);
                service.awaitProblem(name, name + ": 6 of its 7 articles are no longer in the folder");
            }
            var confirmation = service.folder().resolve(".confirm-withdrawals");
            save(confirmation, feed + " 6\n" + other + " 6\n" + third + " 7\n");

            service.awaitTitles(feed, "Number 6");
            service.awaitTitles(other, "Number 6");
            soon(() -> assertThat(confirmation).hasContent(third + " 7\n"));
            service.awaitNoProblem(feed);
            service.awaitNoProblem(other);
            assertThat(service.titles(third)).as("another number").hasSize(7);
            Files.delete(confirmation);
        }

        private void publish(String name, int articles) throws IOException {
            for (int i = 0; i < articles; i++) {
                // The same bytes in two feeds would be a file that has moved from one to the other.
                String text = article("Number " + i, "The body in " + name);
                save(service.folder().resolve(name).resolve("n" + i + ".md"), text);
            }
            soon(() -> assertThat(service.titles(name)).hasSize(articles));
        }

        /** All at once, as one look finds it. */
        private void remove(String name, int from, int articles) throws IOException {
            for (int i = from; i < from + articles; i++) {
                Files.delete(service.folder().resolve(name).resolve("n" + i + ".md"));
            }
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
}
