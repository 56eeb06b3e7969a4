package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.Feedwright;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ImportFeedCommandTest {
    @TempDir
    private Path folder;

    private SiteOnDisk site;

    @BeforeEach
    void start() throws IOException {
        site = SiteOnDisk.start(folder.resolve("nothing"));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private record Outcome(int status, String out, String err) {}

    private Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Feedwright.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(
                                Stream.of("import", "feed", "--folder=" + folder, "--feed=old"), Stream.of(arguments))
                        .toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    private List<String> articles() throws IOException {
        try (var files = Files.list(folder.resolve("old"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve("old").resolve(name));
    }

    private static String rss(String channel, int... days) {
        return "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'"
                + " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
                + " xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><title>Old</title>"
                + "<link>https://old.example/</link><description>Old</description>" + channel
                + IntStream.of(days)
                        .mapToObj(
                                "<item><title>Day %1$d</title><link>/day-%1$d/</link><guid isPermaLink='false'>day %1$d</guid>"
                                                .concat(
                                                        "<pubDate>%1$d Jan 26 10:00 EST</pubDate><content:encoded>&lt;p>Text %1$d</content:encoded></item>")
                                        ::formatted)
                        .collect(Collectors.joining())
                + "</channel></rss>";
    }

    private static String json(String next, int day) {
        return """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Old", "home_page_url": "https://old.example",
                 %s "items": [{"id": %d, "url": "https://old.example/day-%2$d", "title": "Day %2$d",
                 "content_text": "One & two\\n\\nThree", "date_published": "2026-01-%2$02dT10:00:00Z",
                 "author": {"name": "Ann", "url": "https://ann.example"},
                 "attachments": [{"url": "https://old.example/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5,
                 "duration_in_seconds": 61.5}]}]}""".formatted(next, day);
    }

    private static String archive(String address) {
        return "<atom:link rel='prev-archive' href='" + address + "'/>";
    }

    @Test
    void followsArchivesAndTakesEachEntryOnceAsTheNewestDocumentHasIt() throws IOException {
        site.put("/feed.xml", rss(archive("archive-2.xml"), 9, 8));
        site.put("/archive-2.xml", rss(archive("archive-1.xml"), 8, 7));
        site.put("/archive-1.xml", rss("", 6));

        var outcome = run(site.address() + "/feed.xml", "--allow-private");

        assertThat(outcome.status()).as(outcome.out()).isZero();
        assertThat(articles())
                .containsExactly(
                        "2026-01-06-day-6.html",
                        "2026-01-07-day-7.html",
                        "2026-01-08-day-8.html",
                        "2026-01-09-day-9.html");
        assertThat(site.asked()).containsExactly("/feed.xml", "/archive-2.xml", "/archive-1.xml");
        assertThat(text("2026-01-09-day-9.html"))
                .contains("id: day 9\n", "link: http", "published: 2026-01-09T10:00:00-05:00\n")
                .endsWith("---\n<p>Text 9\n");
        assertThat(text("feed.yaml"))
                .contains("title: Old\n", "home: https://old.example/\n", "formerly-at:\n- /feed.xml: rss\n");
    }

    @Test
    void followsArchivesAlsoWhereOneHasNothingNew() throws IOException {
        site.put("/feed.xml", rss(archive("2.xml"), 9, 8));
        site.put("/2.xml", rss(archive("1.xml"), 9, 8));
        site.put("/1.xml", rss("", 7));

        run(site.address() + "/feed.xml", "--allow-private");

        assertThat(articles()).hasSize(3);
    }

    @Test
    void doesNotGoRoundInACircle() throws IOException {
        site.put("/feed.xml", rss(archive("/a.xml"), 9));
        site.put("/a.xml", rss(archive("/b.xml"), 8));
        site.put("/b.xml", rss(archive("/feed.xml"), 7));

        run(site.address() + "/feed.xml", "--allow-private");

        assertThat(site.asked()).containsExactly("/feed.xml", "/a.xml", "/b.xml");
        assertThat(articles()).hasSize(3);
    }

    @Test
    void followsNextUrlOfJsonFeeds() throws IOException {
        site.put("/feed.json", json("\"next_url\": \"/feed.json?page=2\",", 9));
        site.put("/feed.json?page=2", json("", 8));

        run(site.address() + "/feed.json", "--allow-private");

        assertThat(articles()).containsExactly("2026-01-08-day-8.html", "2026-01-09-day-9.html");
        assertThat(text("2026-01-09-day-9.html"))
                .contains("id: '9'\n", "- name: Ann\n  uri: https://ann.example\n", "  length: 5\n", "duration: '61'\n")
                .endsWith("---\n<p>One &amp; two</p>\n<p>Three</p>\n");
    }

    @Test
    void asksWordpressForPagesUntilThereIsNone() throws IOException {
        String generator = "<generator>https://wordpress.org/?v=6.6</generator>";
        site.put("/feed/", rss(generator, 9, 8));
        site.put("/feed/?paged=2", rss(generator, 7, 6));

        var outcome = run(site.address() + "/feed/", "--allow-private");

        assertThat(outcome.status()).as(outcome.out()).isZero();
        assertThat(site.asked()).containsExactly("/feed/", "/feed/?paged=2", "/feed/?paged=3");
        assertThat(articles()).hasSize(4);
    }

    @Test
    void asksForPagesNoLongerWhenTheyBringNothingNew() throws IOException {
        site.put("/feed", rss("", 9, 8));
        site.put("/feed?paged=2", rss("", 9, 8));

        run(site.address() + "/feed", "--allow-private", "--paged");

        assertThat(site.asked()).containsExactly("/feed", "/feed?paged=2");
    }

    @Test
    void keepsWhatItHasWhereAnOlderDocumentCannotBeRead() throws IOException {
        site.put("/feed.xml", rss(archive("/gone.xml"), 9));

        var outcome = run(site.address() + "/feed.xml", "--allow-private");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("/gone.xml, where older entries are, cannot be read: the server answers 404");
        assertThat(articles()).hasSize(1);
    }

    @Test
    void asksNoPrivateAddressUnlessToldTo() {
        site.put("/feed.xml", rss("", 9));

        var outcome = run(site.address() + "/feed.xml");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).contains("127.0.0.1, which is no public address; --allow-private");
        assertThat(site.asked()).isEmpty();
    }

    private Outcome runOn(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("feed.xml"), text);
        return run(Stream.concat(Stream.of(file.toString()), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void resolvesAddressesOfAtomAgainstTheirBase() throws IOException {
        runOn("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://old.example/blog/" xml:lang="en">
                <title type="html">A &amp;amp; B</title><id>urn:x</id><updated>2026-01-01T00:00:00Z</updated>
                <entry xml:base="2026/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b></div></title>
                <id>tag:old.example,2026:1</id><link href="one.html"/><published>2026-01-05T10:00:00.5+01:00</published>
                <updated>2026-01-06T10:00:00Z</updated><category term="t" label="Topic"/>
                <author><name>Ann</name></author><author><name>Bob</name></author>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>See <a href="#part">part</a>,
                <a href="../x">x</a><br/><img src="p.png" srcset="p2.png 2x" alt=""/><i></i>done</p></div></content>
                </entry></feed>""");

        assertThat(text("feed.yaml")).contains("title: A & B\n");
        assertThat(text("2026-01-05-one.html"))
                .contains(
                        "title: One two\n",
                        "published: 2026-01-05T10:00:00.5+01:00\nupdated: 2026-01-06T10:00:00Z\n",
                        "link: https://old.example/blog/2026/one.html\n",
                        "authors:\n- Ann\n- Bob\n",
                        "categories:\n- Topic\n",
                        "<a href=\"#part\">part</a>",
                        "<a href=\"https://old.example/blog/x\">x</a><br>",
                        "src=\"https://old.example/blog/2026/p.png\" srcset=\"https://old.example/blog/2026/p2.png 2x\"",
                        "<i></i>done");
    }

    @Test
    void saysOfWhichEntriesThereIsOnlyASummary() throws IOException {
        var outcome = runOn("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old</title>
                <link>https://old.example/</link></channel>
                <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link>
                <dc:date>2026-01-05T10:00Z</dc:date><dc:creator>Ann</dc:creator>
                <description>It begins well, and then […]</description></item></rdf:RDF>""");

        assertThat(outcome.out()).contains("of which the feed has a summary only", "  2026-01-05-1.html");
        assertThat(text("2026-01-05-1.html"))
                .contains("summary: It begins well, and then […]\n", "id: https://old.example/1\n");
    }

    /** RFC 5023 §13.1.1. Exports of blogs are feeds with all that was ever written. */
    @Test
    void publishesNoDraft() throws IOException {
        runOn("""
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"><title>Old</title>
                <entry><id>urn:x:1</id><title>One</title><published>2026-01-05T10:00:00Z</published>
                <app:control><app:draft>yes</app:draft></app:control><content>Not yet</content></entry>
                <entry><id>urn:x:2</id><title>Two</title><published>2026-01-06T10:00:00Z</published>
                <app:control><app:draft>no</app:draft></app:control><content>Now</content></entry>
                <entry><id>urn:x:3</id><title>Three</title><published>2026-01-07T10:00:00Z</published>
                <a:control xmlns:a="http://purl.org/atom/app#"><a:draft>yes</a:draft></a:control></entry></feed>""");

        assertThat(text("2026-01-05-one.html")).contains("\ndraft: true\n");
        assertThat(text("2026-01-06-two.html")).doesNotContain("draft");
        assertThat(text("2026-01-07-three.html")).contains("\ndraft: true\n");
    }

    @Test
    void takesThePostsOfAnExportOfBloggerAndNamesTheRest() throws IOException {
        String kind = "<category scheme='http://schemas.google.com/g/2005#kind'"
                + " term='http://schemas.google.com/blogger/2008/kind#%s'/>";
        var outcome =
                runOn("""
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:b="http://schemas.google.com/blogger/2018"><title>Old</title>
                <entry><id>urn:x:0</id><title>Template</title><published>2026-01-04T10:00:00Z</published>%s</entry>
                <entry><id>urn:x:1</id><title>One</title><published>2026-01-05T10:00:00Z</published>%s
                <category scheme='http://www.blogger.com/atom/ns#' term='Ice'/><content>First</content></entry>
                <entry><id>urn:x:2</id><title>Two</title><published>2026-01-06T10:00:00Z</published>%s</entry>
                <entry><id>urn:x:3</id><title>Three</title><published>2026-01-07T10:00:00Z</published>
                <b:type>COMMENT</b:type></entry>
                <entry><id>urn:x:4</id><title>Four</title><published>2026-01-08T10:00:00Z</published>
                <b:type>POST</b:type><b:status>DRAFT</b:status></entry>
                <entry><id>urn:x:5</id><title>Five</title><published>2026-01-09T10:00:00Z</published>
                <b:type>POST</b:type><b:status>LIVE</b:status></entry></feed>""".formatted(kind.formatted("template"), kind.formatted("post"), kind.formatted("comment")));

        assertThat(text("2026-01-05-one.html")).contains("categories:\n- Ice\n").doesNotContain("kind#");
        assertThat(text("2026-01-08-four.html")).contains("draft: true\n");
        assertThat(text("2026-01-09-five.html")).doesNotContain("draft");
        assertThat(outcome.out())
                .contains("comments: 2", "templates of the blog: 1")
                .doesNotContain("Two", "Three");
    }

    /** RFC 4287 §4.1.1 */
    @Test
    void takesTheLastVersionOfAnEntryWhereverItStands() throws IOException {
        String entry = """
                <entry><id>urn:x:1</id><title>One</title><published>2026-01-05T10:00:00Z</published>
                <updated>2026-01-%sT10:00:00Z</updated><content>Version %s</content></entry>""";
        var outcome = runOn("<feed xmlns='http://www.w3.org/2005/Atom'><title>Old</title>"
                + entry.formatted("06", "second") + entry.formatted("07", "third") + entry.formatted("05", "first")
                + "</feed>");

        assertThat(text("2026-01-05-one.html")).contains("Version third");
        assertThat(outcome.out()).contains("entries that came before, as newer versions: 2");
    }

    @Test
    void namesEntriesThatHaveTheIdOfAnotherByMistake() throws IOException {
        var outcome = runOn(rss("", 9, 8, 7)
                .replaceAll("day \\d</guid>", "https://old.example/</guid>")
                .replace(
                        "</channel>",
                        "<item><title>Day 9</title><link>/day-9/</link>"
                                + "<guid isPermaLink='false'>https://old.example/</guid><pubDate>1 Jan 26 10:00 EST</pubDate></item>"
                                + "</channel>"));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(
                        "'Day 8' has the id of 'Day 9', https://old.example/, and is not taken",
                        "'Day 7' has the id of 'Day 9'",
                        "entries that came before, as newer versions: 1");
        assertThat(articles()).containsExactly("2026-01-09-day-9.html");
    }

    @Test
    void readsEntitiesThatWereEscapedTwiceInTitles() throws IOException {
        runOn(rss("", 9).replace("<title>Day 9", "<title>1&amp;frac12; &amp;lt; 2&amp;sup2; &amp;nothing; &amp;amp;"));

        assertThat(text("2026-01-09-day-9.html")).contains("title: 1½ < 2² &nothing; &\n");
    }

    @Test
    void saysWhatItLeavesOutOfAPodcastAndOfLinksElsewhere() throws IOException {
        assertThat(runOn(rss("<itunes:explicit>false</itunes:explicit>", 9)).out())
                .contains("is that of a podcast");
        assertThat(runOn(rss("<itunes:author>Ann</itunes:author>", 8)).out()).doesNotContain("podcast");
        assertThat(runOn(json("", 7).replace("\"id\"", "\"external_url\": \"https://else.example/\", \"id\""))
                        .out())
                .contains("with an address elsewhere (external_url)");
    }

    /** A file does not say where it was fetched, but where its readers have it, or where the site is. */
    @Test
    void resolvesAddressesOfAFileAgainstTheFeedsOwn() throws IOException {
        runOn(rss("", 9));
        assertThat(text("2026-01-09-day-9.html")).contains("link: https://old.example/day-9/\n");

        runOn(rss("<atom:link rel='self' href='https://feeds.example/f.xml'/>", 8));
        assertThat(text("2026-01-08-day-8.html")).contains("link: https://feeds.example/day-8/\n");

        runOn("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title><link href="https://old.example/blog/"/>
                <entry><id>urn:x:1</id><title>One</title><link href="one"/><published>2026-01-05T10:00:00Z</published>
                <content>Text</content></entry></feed>""");
        assertThat(text("2026-01-05-one.html")).contains("link: https://old.example/blog/one\n");

        runOn(json("", 7).replace("https://old.example/day-7", "/day-7"));
        assertThat(text("2026-01-07-day-7.html")).contains("link: https://old.example/day-7\n");
    }

    @Test
    void writesTheRightsOfAnEntryWhereTheyAreNotThoseOfTheFeed() throws IOException {
        runOn(rss("<copyright>© Old</copyright>", 9, 8)
                .replace("<title>Day 9", "<dc:rights>© Old</dc:rights><title>Day 9")
                .replace("<title>Day 8", "<dc:rights>© Bob</dc:rights><title>Day 8"));

        assertThat(text("feed.yaml")).contains("rights: © Old\n");
        assertThat(text("2026-01-09-day-9.html")).doesNotContain("rights");
        assertThat(text("2026-01-08-day-8.html")).contains("rights: © Bob\n");
    }

    @Test
    void saysWhichDatesItReadsAsThoseOfUtc() throws IOException {
        assertThat(runOn(rss("", 9).replace(" EST", " MESZ")).out())
                .contains(
                        "with a date without a zone that is known; it is read as one in UTC:\n", "  2026-01-09-day-9");
        assertThat(runOn(json("", 8)).out()).doesNotContain("without a zone");
        assertThat(runOn(json("", 7).replace(":00Z", ":00")).out()).contains("without a zone");
        assertThat(runOn("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title><entry><id>urn:x:1</id><title>One</title>
                <updated>2026-01-05T10:00:00</updated><content>Text</content></entry></feed>""").out()).contains("without a zone");
    }

    @Test
    void makesAliasesOfAddressesWhereThePagesMove() throws IOException {
        runOn(rss("", 9).replace("/day-9/", "https://old.example/2026/day-9/"), "--move");

        assertThat(text("2026-01-09-day-9.html"))
                .contains("aliases:\n- /2026/day-9/\n")
                .doesNotContain("link:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<description><![CDATA[%s]]></description>", "<title><![CDATA[%s]]></title>", "%s"})
    void isHarmedByNoMarkup(String place) throws IOException {
        String bomb = place.formatted("<b>".repeat(2_000_000));
        String feed =
                "<rss version=\"2.0\"><channel><title>Old</title><item><guid>1</guid><link>https://old.example/1</link>"
                        + "<pubDate>Mon, 06 Jan 2020 10:00:00 GMT</pubDate>" + bomb + "</item></channel></rss>";
        var thread = ManagementFactory.getThreadMXBean();
        long begun = thread.getCurrentThreadCpuTime();

        var outcome = runOn(feed);

        assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(outcome.out() + outcome.err())
                .containsAnyOf("100,000 HTML tags", "1,000,000 elements", "larger than 2 MB");
    }

    @Test
    void isHarmedByNoXml() throws IOException {
        String bomb = "<!DOCTYPE rss [<!ENTITY a '" + "a".repeat(1_000) + "'><!ENTITY b '" + "&a;".repeat(1_000)
                + "'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>";
        var outcome = runOn(bomb + rss("", 9).replace("Text 9", "&b;&c;" + "<x>".repeat(100_000)));

        assertThat(outcome.err()).doesNotContain("Exception", "Error");
        assertThat(outcome.out()).doesNotContain("root:");
        assertThat(runOn("{".repeat(100_000)).status()).isEqualTo(3);
        assertThat(runOn("<html><body>Not a feed").err()).contains("it is no feed: it begins with <html>");
    }
}
