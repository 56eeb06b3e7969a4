package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feedwright.article.Article;
import org.feedwright.article.Enclosure;
import org.feedwright.article.FeedName;
import org.feedwright.entry.Entry;
import org.feedwright.feed.Feed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Feeds that get another name, and what becomes of those who know the old one; in the folder and over HTTP. */
class RenamedFeedTest extends EditingTest {
    private static final String BASE = "https://feeds.example.org";

    private String old;
    private String current;
    private Path oldDirectory;
    private Path currentDirectory;

    @Override
    String rescan() {
        return "1s";
    }

    @BeforeEach
    void publishAFeed() throws IOException {
        old = feed;
        oldDirectory = directory;
        current = "current-of-" + feed;
        currentDirectory = service.folder().resolve(current);
        for (int i = 0; i < 8; i++) {
            save(oldDirectory.resolve("n" + i + ".md"), article("Number " + i, "Body."));
        }
        soon(() -> assertThat(service.titles(old)).hasSize(8));
    }

    /** As an editor does it: says so in the file, then renames the folder. */
    private void rename() throws IOException {
        define(oldDirectory, "formerly: " + old);
        move(oldDirectory, currentDirectory);
        soon(() -> assertThat(service.titles(current)).hasSize(8));
    }

    private void define(Path directory, String... lines) throws IOException {
        save(directory.resolve("feed.yaml"), "title: News\nhome: https://example.org/\n" + String.join("\n", lines));
    }

    @Nested
    class AFolderThatIsRenamed {
        @Test
        void takesTheFeedItsIdAndItsArticlesAlong() throws IOException {
            save(oldDirectory.resolve("n0.md"), article("Number 0", "Body.", "withdrawn: Wrong."));
            soon(() -> assertThat(service.titles(old)).hasSize(7));
            save(oldDirectory.resolve("n0.md"), article("Number 0", "Body."));
            soon(() -> assertThat(service.titles(old)).hasSize(8));
            var feed = service.find(old);
            var entries = service.entries(old).stream().map(Entry::id).toList();
            var places = service.stored(old, "n3").map(Article::appeared);
            rename();

            assertThat(service.find(current).id()).isEqualTo(feed.id());
            assertThat(service.entries(current)).extracting(Entry::id).containsExactlyElementsOf(entries);
            assertThat(service.stored(current, "n3").map(Article::appeared)).isEqualTo(places);
            assertThat(service.feeds().find(new FeedName(old))).isEmpty();
            service.awaitLooks();
            service.awaitNoProblem(current);
            assertThat(service.problems(old)).isEmpty();
            assertThat(service.titles(current)).hasSize(8);
        }

        @Test
        void followsTheFilesThatItsArticlesNameAsBefore() throws IOException {
            save(oldDirectory.resolve("talk.mp3"), "abc");
            save(oldDirectory.resolve("n0.md"), article("Number 0", "Body.", "enclosures: [talk.mp3]"));
            soon(() -> assertThat(length(old)).isEqualTo(3));
            rename();
            assertThat(length(current)).isEqualTo(3);

            save(currentDirectory.resolve("talk.mp3"), "abcdef");
            soon(() -> assertThat(length(current)).isEqualTo(6));
        }

        private long length(String feed) {
            return service.entries(feed).stream()
                    .flatMap(entry -> entry.enclosures().stream())
                    .mapToLong(Enclosure::length)
                    .sum();
        }

        @Test
        void mayHaveEditedFilesAndAFaultyDefinition() throws IOException {
            var id = service.id(old, "Number 3");
            var aside = temporary.resolve("aside-" + old);
            move(oldDirectory, aside);
            save(aside.resolve("feed.yaml"), "titel: News\nformerly: [" + old + "]\n");
            save(aside.resolve("n3.md"), article("Number three", "Another body."));
            move(aside, currentDirectory);
            service.awaitProblem(current, current + "/feed.yaml:1: the key 'titel' is not known");
            soon(() -> assertThat(service.titles(current)).hasSize(8));

            soon(() -> assertThat(service.id(current, "Number three")).isEqualTo(id));
            assertThat(service.get("/feeds/" + old + ".atom").statusCode()).isEqualTo(301);
        }

        @Test
        void losesNothingThatIsMissingInIt() throws IOException {
            var aside = temporary.resolve("aside-" + old);
            define(oldDirectory, "formerly: " + old);
            move(oldDirectory, aside);
            service.awaitProblem(old, "8 of its 8 articles");
            for (int i = 0; i < 6; i++) {
                Files.delete(aside.resolve("n" + i + ".md"));
            }
            move(aside, currentDirectory);
            service.awaitProblem(
                    current, current + ": 6 of its 8 articles are no longer in the folder, and stay published");
            service.awaitLooks();

            assertThat(service.titles(current)).hasSize(8);
            assertThat(service.problems(old)).isEmpty();
        }

        @Test
        void isRecognizedAfterARestartToo() throws IOException {
            var folder = Files.createDirectories(temporary.resolve("restarted-" + old));
            var data = temporary.resolve("restarted-data-" + old);
            String id;
            try (var first = RunningFolder.start(folder, data)) {
                var news = first.feed("news", "formerly: [news, older]");
                for (int i = 0; i < 8; i++) {
                    save(news.resolve("n" + i + ".md"), article("Number " + i, "Body."));
                }
                soon(() -> assertThat(first.titles("news")).hasSize(8));
                id = first.find("news").id();
            }
            move(folder.resolve("news"), folder.resolve("tidings"));
            try (var second = RunningFolder.start(folder, data)) {
                soon(() -> assertThat(second.titles("tidings")).hasSize(8));
                assertThat(second.find("tidings").id()).isEqualTo(id);
                soon(() -> assertThat(location(second, "/feeds/news.atom")).isEqualTo(BASE + "/feeds/tidings.atom"));
                assertThat(location(second, "/feeds/older.atom")).isEqualTo(BASE + "/feeds/tidings.atom");
                assertThat(second.problems("tidings")).isEmpty();
            }
            try (var fresh = RunningFolder.start(folder, temporary.resolve("fresh-data-" + old))) {
                soon(() -> assertThat(fresh.titles("tidings")).hasSize(8));
                assertThat(fresh.find("tidings").id())
                        .as("the id of the first name that it had")
                        .isEqualTo(id);
            }
        }

        @Test
        void canBeCopiedFirst() throws IOException {
            var id = service.find(old).id();
            var ids = service.entries(old).stream().map(Entry::id).toList();
            Files.createDirectories(currentDirectory);
            try (var files = Files.list(oldDirectory)) {
                for (var file :
                        files.filter(each -> !each.endsWith("feed.yaml")).toList()) {
                    Files.copy(file, currentDirectory.resolve(file.getFileName()));
                }
            }
            define(currentDirectory, "formerly: " + old);
            service.awaitProblem(
                    current,
                    current + "/feed.yaml:3: the feed was formerly '" + old + "', and the folder '" + old
                            + "' is still there");
            assertThat(service.titles(old)).hasSize(8);
            assertThat(service.feeds().find(new FeedName(current))).isEmpty();

            move(oldDirectory, temporary.resolve("removed-" + old));
            soon(() -> assertThat(service.titles(current)).hasSize(8));
            assertThat(service.find(current).id()).isEqualTo(id);
            soon(() ->
                    assertThat(service.entries(current)).extracting(Entry::id).containsExactlyElementsOf(ids));
            service.awaitNoProblem(current);
        }

        @Test
        void goesOnUnderTheOldIdWhenItIsSaidOnlyAfterwards() throws IOException {
            var id = service.find(old).id();
            var ids = service.entries(old).stream().map(Entry::id).toList();
            move(oldDirectory, currentDirectory);
            soon(() -> assertThat(service.titles(current)).hasSize(8));
            soon(() -> assertThat(service.get("/feeds/" + old + ".atom").statusCode())
                    .isEqualTo(410));
            define(currentDirectory, "formerly: " + old);
            soon(() -> assertThat(service.get("/feeds/" + old + ".atom").statusCode())
                    .isEqualTo(301));

            assertThat(service.find(current).id()).isEqualTo(id);
            assertThat(service.entries(current)).extracting(Entry::id).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Nested
    class AnOldAddress {
        @Test
        void ofAFileLeadsToTheNewOne() throws IOException {
            save(oldDirectory.resolve("ein Bild ü.png"), "a picture");
            save(oldDirectory.resolve("n0.md"), article("Number 0", "![It](<ein Bild ü.png>)"));
            soon(() -> assertThat(service.get("/media/" + old + "/ein%20Bild%20%C3%BC.png")
                            .statusCode())
                    .isEqualTo(200));
            rename();

            assertThat(location(service, "/media/" + old + "/ein%20Bild%20%C3%BC.png"))
                    .isEqualTo(BASE + "/media/" + current + "/ein%20Bild%20%C3%BC.png");
            soon(() -> assertThat(service.get("/media/" + current + "/ein%20Bild%20%C3%BC.png")
                            .statusCode())
                    .isEqualTo(200));
        }

        @Test
        void leadsToTheNewOneWhateverItIsOf() throws IOException {
            rename();

            for (String rest : new String[] {
                "",
                ".atom",
                ".rss",
                ".json",
                ".atom?a=b&c=%26",
                "/archive/3.atom",
                "/categories/C%23.atom",
                "/authors/%E6%97%A5%E6%9C%AC.rss"
            }) {
                assertThat(location(service, "/feeds/" + old + rest))
                        .as(rest)
                        .isEqualTo(BASE + "/feeds/" + current + rest);
            }
            assertThat(location(service, "/feeds/" + old + "/")).isEqualTo(BASE + "/feeds/" + current);
            assertThat(location(service, "/feeds/" + old.replace("old", "OLD") + ".atom"))
                    .isEqualTo(BASE + "/feeds/" + current + ".atom");
            assertThat(location(service, "/articles/" + old + "/n1")).isEqualTo(BASE + "/articles/" + current + "/n1");
        }

        @Test
        void leadsEveryoneThereAndCachesMayKnow() throws IOException {
            rename();
            String path = "/feeds/" + old + ".atom";
            var plain = service.get(path);

            assertThat(plain.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
            assertThat(plain.body()).isEmpty();
            for (String[] fields : new String[][] {
                {"If-None-Match", "*"},
                {"If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"},
                {"Sec-Fetch-Dest", "document", "Accept", "text/html"},
                {"A-IM", "feed"},
                {"Accept-Encoding", "identity;q=0"}
            }) {
                var answer = service.get(path, fields);
                assertThat(answer.statusCode()).isEqualTo(301);
                assertThat(answer.headers().firstValue("Location"))
                        .isEqualTo(plain.headers().firstValue("Location"));
            }
            var head = service.send("HEAD", path);
            assertThat(head.statusCode()).isEqualTo(301);
            assertThat(head.headers().firstValue("Location"))
                    .isEqualTo(plain.headers().firstValue("Location"));
            assertThat(service.send("POST", path).statusCode()).isEqualTo(405);
        }

        @Test
        void leadsNowhereForANameThatOnlyBeginsTheSame() throws IOException {
            rename();

            assertThat(service.get("/feeds/" + old + "x.atom").statusCode()).isEqualTo(404);
            assertThat(service.get("/feedsx/" + old + ".atom").statusCode()).isEqualTo(404);
            assertThat(service.get("/articles/" + old).statusCode()).isEqualTo(404);
            assertThat(service.get("/articles/" + current + "/unknown").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void leadsNowhereWhenItIsNoLongerSaid() throws IOException {
            rename();
            assertThat(service.get("/feeds/" + old + ".atom").statusCode()).isEqualTo(301);
            define(currentDirectory);
            soon(() -> assertThat(service.get("/feeds/" + old + ".atom").statusCode())
                    .isEqualTo(404));
        }

        @Test
        void leadsToTheFeedThatIsNowThere() throws IOException {
            rename();
            service.feed(old);
            save(service.folder().resolve(old).resolve("new.md"), article("New", "Body."));
            service.awaitTitles(old, "New");
            service.awaitProblem(
                    old,
                    old + "/feed.yaml: the feed '" + current + "' was formerly '" + old
                            + "', and its old addresses now lead here");

            var answer = service.get("/feeds/" + old + ".atom");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("New");
            assertThat(service.find(old).id())
                    .isNotEqualTo(service.find(current).id());

            define(currentDirectory);
            service.awaitNoProblem(old);
        }
    }

    @Nested
    class AClaim {
        @Test
        void toALivingFeedIsSaidAndNotFollowed() throws IOException {
            service.feed(current);
            save(currentDirectory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(current, "One");
            define(currentDirectory, "formerly: " + old);
            service.awaitProblem(
                    current,
                    current + "/feed.yaml:3: '" + old + "' is a feed of its own, and its addresses lead there",
                    "take the name out of 'formerly'");

            assertThat(service.get("/feeds/" + old + ".atom").statusCode()).isEqualTo(200);
            define(currentDirectory);
            service.awaitNoProblem(current);
        }

        @Test
        void toANameThatAnotherFeedHadIsHeldBack() throws IOException {
            rename();
            String third = "third-of-" + feed;
            service.feed(third, "formerly: [" + old + "]");
            service.awaitProblem(
                    third, third + "/feed.yaml:3: '" + old + "' is a former name of the feed '" + current + "' too");
            assertThat(location(service, "/feeds/" + old + ".rss")).isEqualTo(BASE + "/feeds/" + current + ".rss");
            RunningFolder.soon(() -> assertThat(service.find(third).definition().title())
                    .as("it is published all the same")
                    .isEqualTo(third));

            define(currentDirectory);
            service.awaitNoProblem(third);
            soon(() -> assertThat(location(service, "/feeds/" + old + ".rss"))
                    .isEqualTo(BASE + "/feeds/" + third + ".rss"));
        }

        @Test
        void isNotHeldAgainstTheFeedThatHasTheName() throws IOException {
            rename();
            String third = "third-of-" + feed;
            service.feed(third, "formerly: [" + old + "]");
            service.awaitProblem(third, "'" + old + "' is a former name of the feed '" + current + "' too");

            define(currentDirectory, "subtitle: Read again", "formerly: " + old);
            soon(() -> assertThat(
                            service.find(current).definition().description().subtitle())
                    .isEqualTo("Read again"));
            service.awaitLooks();
            assertThat(service.problems(current)).isEmpty();
            assertThat(service.problems(third)).hasLineCount(1);
            assertThat(location(service, "/feeds/" + old + ".atom")).isEqualTo(BASE + "/feeds/" + current + ".atom");

            define(service.folder().resolve(third), "subtitle: Read again", "formerly: " + old);
            soon(() -> assertThat(service.find(third).definition().description().subtitle())
                    .isEqualTo("Read again"));
            assertThat(service.problems(third)).contains(third + "/feed.yaml:4: '" + old + "' is a former name");
            assertThat(service.problems(current)).isEmpty();
            assertThat(location(service, "/feeds/" + old + ".atom")).isEqualTo(BASE + "/feeds/" + current + ".atom");
        }

        @Test
        void toANameThatIsNoneIsRefused() throws IOException {
            define(oldDirectory, "formerly: Old News");
            service.awaitProblem(old, old + "/feed.yaml:3: 'Old News' was never a feed's name");
        }
    }

    @Nested
    class AContradiction {
        @Test
        void isSaidAgainAfterARestartAndKeepsNoFeedFromAnEmptyStore() throws IOException {
            var folder = Files.createDirectories(temporary.resolve("disputed-" + old));
            var data = temporary.resolve("disputed-data-" + old);
            for (String name : new String[] {"a", "b", "c"}) {
                var feed = Files.createDirectories(folder.resolve(name));
                define(feed, name.equals("b") ? "" : "formerly: b");
                save(feed.resolve("one.md"), article("One of " + name, "Body of " + name));
            }
            for (int start = 0; start < 2; start++) {
                try (var node = RunningFolder.start(folder, data)) {
                    for (String name : new String[] {"a", "b", "c"}) {
                        node.awaitTitles(name, "One of " + name);
                    }
                    node.awaitProblem("b", "b/feed.yaml: the feed 'a' was formerly 'b'");
                    node.awaitProblem("c", "c/feed.yaml:3: 'b' is a feed of its own");
                    assertThat(node.get("/feeds/b.atom").statusCode()).isEqualTo(200);
                    assertThat(node.feeds().all()).extracting(Feed::id).doesNotHaveDuplicates();
                }
            }
        }
    }

    @Nested
    class AFolderThatVanishesByAccident {
        @Test
        void isNeitherMovedNorGone() throws IOException {
            service.feed(current);
            save(currentDirectory.resolve("one.md"), article("One", "Body."));
            service.awaitTitles(current, "One");
            define(currentDirectory, "formerly: " + old);
            service.awaitProblem(current, "is a feed of its own");
            move(oldDirectory, temporary.resolve("unmounted-" + old));
            service.awaitProblem(old, "8 of its 8 articles are no longer in the folder");

            for (String path : new String[] {"/feeds/" + old + ".atom", "/feeds/" + old, "/articles/" + old + "/n1"}) {
                assertThat(service.get(path).statusCode()).as(path).isEqualTo(200);
            }
            move(temporary.resolve("unmounted-" + old), oldDirectory);
            service.awaitNoProblem(old);
        }
    }

    @Nested
    class AFeedThatIsRetired {
        @Test
        void isGoneAtItsAddressesAndItsArticlesStay() throws IOException {
            define(oldDirectory, "retired: true");
            soon(() -> assertThat(service.find(old)).extracting(Feed::isRetired).isEqualTo(true));

            for (String rest : new String[] {"", ".atom", ".rss", ".json"}) {
                assertThat(service.get("/feeds/" + old + rest).statusCode())
                        .as(rest)
                        .isEqualTo(410);
            }
            assertThat(service.get("/articles/" + old + "/n1").statusCode()).isEqualTo(200);
        }

        @Test
        void canLeadToAnother() throws IOException {
            define(oldDirectory, "retired: true");
            service.feed(current, "formerly: " + old);
            soon(() -> assertThat(service.get("/feeds/" + old + ".atom").statusCode())
                    .isEqualTo(301));

            assertThat(service.get("/articles/" + old + "/n1").statusCode())
                    .as("its articles are still there")
                    .isEqualTo(200);
        }
    }

    private static String location(RunningFolder service, String path) {
        var answer = service.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(301);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
