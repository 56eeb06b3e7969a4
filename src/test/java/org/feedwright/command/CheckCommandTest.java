package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String GOOD = "---\ntitle: A title\npublished: 2026-01-26\n---\nBody.\n";

    @TempDir
    private Path temporary;

    private Path folder;
    private Path news;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = temporary.resolve("my feeds");
        news = Files.createDirectories(folder.resolve("news"));
        Files.writeString(news.resolve("feed.yaml"), "title: News\n");
        Files.writeString(news.resolve("good.md"), GOOD);
    }

    private record Outcome(int status, String out, String err) {}

    private static Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Feedwright.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("check"), Stream.of(arguments)).toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    @Test
    void endsWithZeroWhenThereIsNoProblem() {
        var outcome = run(folder.toString());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualToIgnoringNewLines("No problem found");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void tellsThatPostsAreNotReadInAFolderWithAnUnderscore() throws IOException {
        Path posts = Files.createDirectories(news.resolve("_posts"));
        Files.writeString(posts.resolve("2026-01-26-a.md"), GOOD);
        Files.createDirectories(news.resolve("_layouts"));

        assertThat(run(folder.toString()).out())
                .contains("1 file is neither read nor named by an article: _posts/ (nothing is read whose name begins")
                .doesNotContain("_layouts");
    }

    @Test
    void namesTheFilesOfOneSitesFolderWhereTheyAre() throws IOException {
        Path posts = Files.createDirectories(temporary.resolve("posts/2026"));
        Files.writeString(posts.resolve("bad.md"), GOOD.replace("2026-01-26", "26.1.2026"));

        var outcome = run(temporary.resolve("posts").toString());

        assertThat(outcome.out()).contains(posts.resolve("bad.md") + ":", temporary.resolve("posts/feed.yaml") + ":");
    }

    @Test
    void findsTextsThatAreStatedAsIdsTwiceInOneFeedAndNotInTwo() throws IOException {
        String stated = GOOD.replace("---\nBody", "id: 12345\n---\nBody");
        Files.writeString(news.resolve("good.md"), stated);
        var other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("feed.yaml"), "title: Other\n");
        Files.writeString(other.resolve("good.md"), stated);
        assertThat(run(folder.toString()).status()).isZero();

        Files.writeString(news.resolve("second.md"), stated);
        assertThat(run(folder.toString()).out()).contains("second.md:4: its id is that of ", "good.md");
    }

    @Test
    void printsEveryProblemWithFileAndLineAndEndsWithOne() throws IOException {
        Files.writeString(news.resolve("bad.md"), "---\npublished: soon\nlanguage: q\n---\n");
        Files.writeString(news.resolve("2026-01-01-good.txt"), GOOD);
        Files.writeString(news.resolve("id.md"), GOOD.replace("---\nBody", "id: urn:x:1\n---\nBody"));
        Files.writeString(news.resolve("id2.md"), GOOD.replace("---\nBody", "id: urn:x:1\n---\nBody"));
        var other = Files.createDirectories(folder.resolve("Not A Feed"));
        Files.writeString(other.resolve("one.md"), GOOD);
        var bare = Files.createDirectories(folder.resolve("bare"));
        Files.writeString(bare.resolve("bad.md"), "");

        var outcome = run(folder.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out().replace(folder + "/", "").lines())
                .containsExactly(
                        "Not A Feed: the folder's name cannot be a feed's name; use lower-case letters, digits and '-'"
                                + " only, at most 100",
                        "bare/feed.yaml: the feed has no feed.yaml; make one with a line 'title: …'",
                        "bare/bad.md:1: the file does not begin with front matter; begin it with the lines '---',"
                                + " 'title: …', 'published: …', '---'",
                        "news/bad.md:2: 'published' is 'soon', which cannot be understood; write a date such as"
                                + " 2026-01-26, or with a time 2026-01-26T09:30, or with a zone 2026-01-26T09:30+01:00",
                        "news/bad.md:2: the article has no title; add a line 'title: …' to the front matter",
                        "news/bad.md:3: 'language' is 'q', which cannot be understood; write a language tag such as"
                                + " en, de-CH or zh-Hans",
                        "news/good.md: its address would be that of news/2026-01-01-good.txt; give it an address of"
                                + " its own: a line 'slug: …' in its front matter, or another name",
                        "news/id2.md:4: its id is that of news/id.md; remove the line, or state another id");
        assertThat(outcome.err()).isEqualToIgnoringNewLines("8 problems found");
    }

    @Test
    void printsWarningsToo() throws IOException {
        Files.writeString(news.resolve("good.md"), GOOD.replace("---\nBody", "tag: a\ncolour: red\n---\nBody"));

        var outcome = run(folder.toString());

        assertThat(outcome.out())
                .isEqualToIgnoringNewLines(news.resolve("good.md") + ":5: warning: the key 'colour' is not known, and"
                        + " what it says is not used; take the line out if no other program reads it");
        assertThat(outcome.err()).isEqualToIgnoringNewLines("No problem and 1 warning found");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void endsWithOneForWarningsWhereItIsStrict() throws IOException {
        assertThat(run("--strict", folder.toString()).status()).isZero();
        Files.writeString(news.resolve("good.md"), GOOD.replace("---\nBody", "colour: red\n---\nBody"));
        assertThat(run("--strict", folder.toString()).status()).isEqualTo(1);
    }

    @Test
    void goesOnWhereAFileOrADefinitionMakesTheProgramFail() throws IOException {
        Files.writeString(news.resolve("a.md"), GOOD.replace("2026-01-26", "9999-12-31T23:59:59-01:00"));
        Files.writeString(news.resolve("b.md"), GOOD.replace("---\nBody", "language: q\n---\nBody"));
        String deep = "[".repeat(100_000);
        Files.writeString(news.resolve("feed.yaml"), "title: News\nhubs: " + deep + "\n");
        Files.writeString(news.resolve("c.md"), GOOD.replace("---\nBody", "tags: " + deep + "\n---\nBody"));

        var outcome = run(folder.toString());

        assertThat(outcome.out().lines())
                .allMatch(line -> line.startsWith(news.toString()))
                .anyMatch(line -> line.startsWith(news.resolve("a.md") + ":3: "))
                .anyMatch(line -> line.startsWith(news.resolve("b.md") + ":4: "))
                .anyMatch(line -> line.startsWith(news.resolve("c.md") + ":"))
                .anyMatch(line -> line.startsWith(news.resolve("feed.yaml") + ":"));
        assertThat(outcome.err()).doesNotContain("\tat ").endsWith(" problems found\n");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void tellsNamesThatTwoFeedsSayTheyHadOrThatAFeedHas() throws IOException {
        Files.writeString(news.resolve("feed.yaml"), "title: News\nformerly: [news, old, reports]\n");
        var reports = Files.createDirectories(folder.resolve("reports"));
        Files.writeString(reports.resolve("feed.yaml"), "title: Reports\n\nformerly: old\n");

        assertThat(run(folder.toString()).out().replace(folder + "/", "").lines())
                .containsExactly(
                        "news/feed.yaml:2: 'reports' is a feed of its own, and its addresses lead there; remove or"
                                + " rename the folder 'reports', or take the name out of 'formerly'",
                        "reports/feed.yaml:3: 'old' is a former name of the feed 'news' too, and leads there; take it"
                                + " out of 'formerly' here or in news/feed.yaml");
    }

    @Test
    void tellsWhichSelectedFeedsHaveNothingFiledUnderThem() throws IOException {
        Files.writeString(news.resolve("feed.yaml"), "title: News\nformerly: [old]\n");
        for (String composed : new String[] {"first", "second"}) {
            Files.createDirectories(folder.resolve(composed));
        }
        Files.writeString(folder.resolve("first/feed.yaml"), "title: First\nselect:\n  feeds: [old, news, second]\n");
        Files.writeString(
                folder.resolve("second/feed.yaml"),
                "title: Second\nselect:\n  feeds: [all]\n  exclude:\n    feeds: [newz]\n");

        assertThat(run(folder.toString()).out().replace(folder + "/", "").lines())
                .containsExactly(
                        "first/feed.yaml:2: 'second' takes its articles from other feeds, and none is filed under it;"
                                + " name the feeds that they are filed under",
                        "second/feed.yaml:2: 'all' takes its articles from other feeds, and none is filed under it;"
                                + " write 'select: all', or take it out of 'feeds'",
                        "second/feed.yaml:2: there is no feed 'newz' to take from or to leave out; write its name as"
                                + " its folder is called, or take it out of 'select'");
    }

    @Test
    void leavesTheAddressOfAWithdrawnArticleToAnother() throws IOException {
        Files.writeString(
                news.resolve("2026-01-01-good.txt"), GOOD.replace("---\nBody", "withdrawn: Wrong.\n---\nBody"));

        assertThat(run(folder.toString()).out()).isEmpty();
    }

    @Test
    void checksTheArticlesOfAFeedWhoseDefinitionIsBad() throws IOException {
        Files.writeString(news.resolve("feed.yaml"), "title: A: b\n");
        Files.writeString(news.resolve("bad.md"), "");
        var outcome = run(folder.toString());
        assertThat(outcome.out().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .endsWith("put quotes around its value: title: \"A: b\"")
                                .startsWith(news.resolve("feed.yaml") + ":1: "),
                        second -> assertThat(second).startsWith(news.resolve("bad.md") + ":1: "));
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void readsFilesUpToTheSizeThatIsGiven() {
        assertThat(run("--max-file-size=10B", folder.toString()).out()).contains("and no more than 10 are read");
    }

    @Test
    void endsWithThreeWhenThereIsNoSuchFolder() {
        var outcome = run(temporary.resolve("missing").toString());
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("missing is not a folder; name the one that holds a folder for each feed");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void endsWithTwoWhenItIsNotUnderstood() {
        assertThat(run("--nonsense").status()).isEqualTo(2);
        var outcome = run("--max-file-size=much", folder.toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("'much' is not a size; write one such as 2MB or 500KB")
                .doesNotContain("\tat ");
    }

    @Test
    void explainsItself() {
        var outcome = run("--help");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("Usage: feedwright check", "[<folder>]", "file:line: what is wrong;", "Exit status:")
                .contains("no problem", "at least one problem", "cannot be read", "--strict");
    }

    @Test
    void isNamedInTheHelpOfTheProgram() {
        assertThat(Feedwright.commands().getUsageMessage()).contains("check", "serve");
    }

    @Test
    void warnsOfWhatIsNeitherReadNorNamed() throws IOException {
        Files.createDirectories(news.resolve("2026"));
        Files.writeString(news.resolve("2026/another.rst"), GOOD);
        Files.writeString(news.resolve("_draft.md"), GOOD);
        Files.writeString(news.resolve("README.md"), "What this folder is for.");
        Files.writeString(news.resolve("photo.png"), "png");
        Files.writeString(news.resolve("page.html"), "<p>");
        Files.writeString(news.resolve("good.md"), GOOD + "![](photo.png) ![](missing.png)");

        var outcome = run(folder.toString());

        assertThat(outcome.out().lines())
                .anyMatch(line -> line.startsWith(
                        news.resolve("good.md") + ":6: warning: it names a file that is not" + " there: missing.png;"))
                .anyMatch(line -> line.startsWith(news + ": warning: 2 files are neither read nor named by an article:"
                        + " 2026/another.rst, page.html (no front matter);"))
                .hasSize(2);
        assertThat(outcome.status()).isZero();
        assertThat(run("--strict", folder.toString()).status()).isEqualTo(1);
    }

    @Test
    void readsFoldersWithinAFeedsAndLeavesOutWhatIsExcluded() throws IOException {
        Files.writeString(news.resolve("feed.yaml"), "title: News\nexclude: [pages, '**/*.txt']\n");
        Files.createDirectories(news.resolve("pages/old"));
        Files.writeString(news.resolve("pages/old/bad.md"), "");
        Files.createDirectories(news.resolve("2026/02/good"));
        Files.writeString(news.resolve("2026/02/bad.txt"), "");
        Files.writeString(news.resolve("2026/02/good/index.md"), GOOD);
        Files.writeString(news.resolve("2026/02/untitled.md"), "---\npublished: 2026-01-26\n---\nBody.\n");
        Files.createDirectories(news.resolve("_drafts"));
        Files.writeString(news.resolve("_drafts/bad.md"), "---\nx\n");
        Files.createDirectories(news.resolve("node_modules/x"));
        Files.writeString(news.resolve("node_modules/x/bad.md"), "---\nx\n");
        Files.writeString(news.resolve("google1.html"), "google-site-verification: google1.html");
        Files.writeString(news.resolve("2026/plain.md"), "Words.");

        var outcome = run(folder.toString());

        assertThat(outcome.out().replace(folder + "/", "").lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("news/2026/02/untitled.md:2: the article has no title"),
                        line -> assertThat(line)
                                .startsWith("news/good.md: its address would be that of news/2026/02/good/index.md"),
                        line -> assertThat(line)
                                .startsWith("news: warning: 3 files are neither read nor named by an article:"
                                        + " 2026/plain.md (no front matter), google1.html (no front matter),"
                                        + " node_modules/ ("));
    }

    @Test
    void takesAFolderOfArticlesWithoutAnyDefinitionForOneFeed() throws IOException {
        var posts = Files.createDirectories(temporary.resolve("site/content/_posts"));
        Files.createDirectories(posts.resolve("2026"));
        Files.writeString(posts.resolve("2026/2026-01-26-report.md"), GOOD);

        var outcome = run(posts.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains(": warning: there is no feed.yaml, and the folder's name is the feed's title: posts")
                .contains("home: …");
    }

    @Test
    void takesAFolderThatHasADefinitionForOneFeed() throws IOException {
        Files.writeString(news.resolve("bad.md"), "---\nx: y\n---\n");
        var outcome = run(news.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("bad.md:2: the article has no title").doesNotContain("good.md");
    }

    @Test
    void saysThatNothingIsReadBesideTheFeedsFolders() throws IOException {
        Files.writeString(folder.resolve("stray.md"), GOOD);
        Files.writeString(folder.resolve("feed.yaml"), "title: All\n");
        assertThat(run(folder.toString()).out())
                .contains("2 files lie beside the feeds' folders, where nothing is read: feed.yaml, stray.md");
    }

    @Test
    void findsPatternsThatAreNone() throws IOException {
        Files.writeString(news.resolve("feed.yaml"), "title: News\nexclude: '['\n");
        assertThat(run(folder.toString()).out()).contains("feed.yaml:2: '[' is no pattern of paths");
    }
}
