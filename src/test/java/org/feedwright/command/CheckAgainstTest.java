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

class CheckAgainstTest {
    private static final String FORM = """
            <entry><title>%1$s</title><id>https://old.example/%1$s/</id><link href="https://old.example/%1$s/"/>
            <published>2026-01-0%2$dT00:00:00Z</published><updated>2026-01-0%2$dT00:00:00Z</updated>
            <content type="html">&lt;p class="x">Text of   &lt;em>%1$s&lt;/em>.&lt;script>x()&lt;/script></content></entry>
            """;

    @TempDir
    private Path temporary;

    private Path folder;
    private Path news;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = temporary.resolve("feeds");
        news = feed("news", "permalink: /:slug/\nids: link\nformerly-at: /blog/atom.xml");
        article(news, "one", 1, "Text of *one*.");
        article(news, "two", 2, "Text of *two*.");
        article(news, "three", 3, "Text of *three*.");
    }

    private Path feed(String name, String more) throws IOException {
        var feed = Files.createDirectories(folder.resolve(name));
        Files.writeString(feed.resolve("feed.yaml"), "title: News\nhome: https://old.example/\n" + more + "\n");
        return feed;
    }

    private static void article(Path feed, String slug, int day, String body) throws IOException {
        Files.writeString(
                feed.resolve(slug + ".md"),
                "---\ntitle: %s\npublished: 2026-01-0%d\n---\n%s\n".formatted(slug, day, body));
    }

    private Path old(String... entries) throws IOException {
        return Files.writeString(
                temporary.resolve("old.xml"),
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>Old</title><id>urn:x</id>"
                        + "<link rel='self' href='https://old.example/blog/atom.xml'/>"
                        + "<link href='https://www.old.example'/><updated>2026-01-03T00:00:00Z</updated>"
                        + String.join("", entries) + "</feed>");
    }

    private static String entry(String slug, int day) {
        return FORM.formatted(slug, day);
    }

    private record Outcome(int status, String out, String err) {}

    private Outcome check(Path old, String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Feedwright.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("check", folder.toString(), "--against=" + old), Stream.of(more))
                        .toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    @Test
    void findsNothingWhereIdsDatesAndTextsAreTheSame() throws IOException {
        var outcome = check(old(entry("three", 3), entry("two", 2), entry("one", 1)));

        assertThat(outcome.out())
                .isEqualToIgnoringNewLines("Readers would notice nothing: 'news' has all 3 entries of the old feed,"
                        + " unchanged, and no other that they would see");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void listsWhatWouldAppearNewChangedAndLost() throws IOException {
        article(news, "two", 4, "Another text.");
        var outcome = check(old(entry("gone", 3), entry("three", 3), entry("two", 2)));

        assertThat(outcome.out().lines())
                .containsExactly(
                        "new: 'one' (https://old.example/one/): readers do not know this id",
                        "changed: 'two' (https://old.example/two/): published, updated, text",
                        "lost: 'gone' (https://old.example/gone/): nothing in the folder has this id",
                        "Readers would notice that 'news' takes its place: 1 new, 1 changed, 1 lost",
                        "Of the new ones, 1 is older than all in the old feed; 'window: 3' in feed.yaml shows as many"
                                + " entries as it did");
        assertThat(outcome.status()).isEqualTo(1);
    }

    @Test
    void knowsWhatIsInTheArchivesForKept() throws IOException {
        feed("news", "permalink: /:slug/\nids: link\nwindow: 1");

        assertThat(check(old(entry("three", 3), entry("two", 2), entry("one", 1))).status())
                .isZero();
    }

    @Test
    void comparesTheFormatThatTheOldFeedHas() throws IOException {
        Files.writeString(
                news.resolve("one.md"), "---\ntitle: one\npublished: 2026-01-01\nid: Buzz-1\n---\nText of one.\n");
        Files.delete(news.resolve("two.md"));
        Files.delete(news.resolve("three.md"));
        Path rss = Files.writeString(temporary.resolve("old.rss"), """
                <rss version="2.0"><channel><title>Old</title><item><title>one</title>
                <guid isPermaLink="false">Buzz-1</guid><pubDate>Thu, 1 Jan 2026 00:00:00 GMT</pubDate>
                <description>Text of one.</description></item></channel></rss>""");

        assertThat(check(rss).out()).startsWith("Readers would notice nothing");
    }

    @Test
    void findsOutWhichOfSeveralFeedsTakesThePlaceOrAsks() throws IOException {
        Files.writeString(feed("other", "").resolve("x.md"), "---\ntitle: x\npublished: 2026-01-01\n---\nx\n");
        Path old = old(entry("three", 3), entry("two", 2), entry("one", 1));
        assertThat(check(old).out()).contains("nothing: 'news'");

        feed("news", "permalink: /:slug/\nids: link");
        var outcome = check(old);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("say --feed and one of ", "'news'", "'other'");
        assertThat(check(old, "--feed=news").status()).isZero();
        assertThat(check(old, "--feed=none").err()).contains("There is no feed 'none'");
    }

    @Test
    void leavesNoStoreBehindAndEndsWithThreeWithoutAnOldFeed() throws IOException {
        var outcome = check(temporary.resolve("none.xml"));

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("none.xml");
        try (var files = Files.list(temporary)) {
            assertThat(files).containsExactly(folder);
        }
    }
}
