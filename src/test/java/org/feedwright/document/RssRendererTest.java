package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Person;
import org.feedwright.feed.FeedDefinition.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xmlunit.assertj3.XmlAssert;

class RssRendererTest {
    private static XmlAssert rss(SampleFeed feed) {
        return XmlAssert.assertThat(feed.bytes(FeedFormat.RSS))
                .withNamespaceContext(Map.of(
                        "atom", "http://www.w3.org/2005/Atom",
                        "content", "http://purl.org/rss/1.0/modules/content/",
                        "dc", "http://purl.org/dc/elements/1.1/"));
    }

    private static String source(SampleFeed feed) {
        return new String(feed.bytes(FeedFormat.RSS), UTF_8);
    }

    @Test
    void isPublishedWhenItsNewestItemWas() {
        var older = new SampleArticle();
        var newer = new SampleArticle();
        newer.id = "urn:x:newer";
        newer.published = older.published.plusSeconds(60);
        rss(new SampleFeed(older, newer, new SampleArticle()))
                .valueByXPath("/rss/channel/pubDate")
                .isEqualTo("Mon, 26 Jan 2026 08:01:00 GMT");
        rss(new SampleFeed()).doesNotHaveXPath("/rss/channel/pubDate");
    }

    @Test
    void rendersAWholeFeed() {
        var feed = SampleFeed.with(article -> {
            article.highlights = List.of("One", "Two");
            article.disclaimer = "<p>Verify it.</p>";
            article.categories = List.of("Trade");
        });
        rss(feed).and("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <rss xmlns:atom="http://www.w3.org/2005/Atom"
                             xmlns:content="http://purl.org/rss/1.0/modules/content/"
                             xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
                          <channel>
                            <title>Rare Earth Exchanges</title>
                            <link>https://example.org/</link>
                            <description>Reports on the rare earth industry</description>
                            <language>en</language>
                            <pubDate>Mon, 26 Jan 2026 08:00:00 GMT</pubDate>
                            <lastBuildDate>Tue, 27 Jan 2026 09:30:15 GMT</lastBuildDate>
                            <generator>Feedwright</generator>
                            <atom:link rel="self" href="https://feeds.example.org/feeds/rare-earth.rss"
                                       type="application/rss+xml"/>
                            <item>
                              <title>A conference on rare earths</title>
                              <link>https://example.org/news/conference</link>
                              <atom:updated>2026-01-27T09:30:15Z</atom:updated>
                              <description>&lt;ul&gt;&lt;li&gt;One&lt;/li&gt;&lt;li&gt;Two&lt;/li&gt;&lt;/ul&gt;</description>
                              <content:encoded>&lt;p&gt;The body.&lt;/p&gt;&lt;hr&gt;&lt;h2&gt;Disclaimer&lt;/h2&gt;&lt;p&gt;Verify it.&lt;/p&gt;</content:encoded>
                              <category>Trade</category>
                              <pubDate>Mon, 26 Jan 2026 08:00:00 GMT</pubDate>
                              <guid isPermaLink="false">tag:example.org,2026-01-26:rare-earth/conference</guid>
                              <dc:creator>Rare Earth Exchanges</dc:creator>
                            </item>
                          </channel>
                        </rss>
                        """).ignoreWhitespace().areIdentical();
    }

    @Test
    void declaresEachNamespaceOnce() {
        assertThat(source(new SampleFeed(new SampleArticle(), new SampleArticle()))
                        .split("xmlns:"))
                .hasSize(5);
    }

    @Test
    void writesNoPersonWhereAnAddressIsWanted() {
        var feed = SampleFeed.with(
                article -> article.authors = List.of(new Person("Ada", "ada@example.org", null), Person.named("Bo")));
        rss(feed).doesNotHaveXPath("//author | //managingEditor | //webMaster");
        rss(feed).nodesByXPath("//item/dc:creator").hasSize(2);
    }

    @Test
    void writesPlainTextSoThatItsSourceLooksLikeNoMarkup() {
        var feed = SampleFeed.with(article -> {
            article.title = "<3 Deno & \"AT&T\" &lt;b&gt;";
            article.categories = List.of("R&D");
        });
        feed.subtitle = "a < b";
        assertThat(source(feed))
                .contains("<title>&#x3C;3 Deno &#x26; \"AT&#x26;T\" &#x26;lt;b&#x26;gt;</title>")
                .contains("<category>R&#x26;D</category>")
                .contains("<description>a &#x3C; b</description>");
    }

    @Test
    void writesHtmlSoThatItsSourceLooksLikeMarkup() {
        var feed = SampleFeed.with(article -> article.highlights = List.of("R&D"));
        assertThat(source(feed))
                .contains("<description>&lt;ul&gt;&lt;li&gt;R&amp;amp;D&lt;/li&gt;&lt;/ul&gt;</description>")
                .contains("<content:encoded>&lt;p&gt;");
    }

    @Test
    void writesEveryCharacterAsItself() {
        var feed = SampleFeed.with(article -> {
            article.title = "Größe 😀";
            article.body = "<p>Größe 😀</p>";
        });
        assertThat(source(feed)).contains("<title>Größe 😀</title>").contains("&lt;p&gt;Größe 😀&lt;/p&gt;");
    }

    @Test
    void describesItselfByItsTitleWhereNothingElseDoes() {
        var feed = new SampleFeed(new SampleArticle());
        feed.subtitle = null;
        rss(feed).valueByXPath("/rss/channel/description").isEqualTo("Rare Earth Exchanges");
    }

    @Test
    void hasAnImageOfUnstatedSize() {
        var feed = new SampleFeed(new SampleArticle());
        feed.logo = "https://example.org/logo.png";
        rss(feed).valueByXPath("/rss/channel/image/url").isEqualTo(feed.logo);
        rss(feed).valueByXPath("/rss/channel/image/title").isEqualTo("Rare Earth Exchanges");
        rss(feed).valueByXPath("/rss/channel/image/link").isEqualTo("https://example.org/");
        rss(feed).doesNotHaveXPath("/rss/channel/image/width | /rss/channel/image/height");
    }

    @Test
    void takesTheIconWhereReadersCannotShowTheLogo() {
        var feed = new SampleFeed(new SampleArticle());
        feed.logo = "https://example.org/logo.svg";
        feed.icon = "https://example.org/icon.PNG";
        rss(feed).valueByXPath("/rss/channel/image/url").isEqualTo(feed.icon);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/logo.gif",
                "https://example.org/logo.jpg",
                "https://example.org/logo.jpeg",
                "https://example.org/LOGO.JPEG",
                "https://example.org/logo.png",
                "https://example.org/logo",
                "https://example.org/logo.svg/png"
            })
    void hasAnImageThatReadersCanShow(String logo) {
        var feed = new SampleFeed(new SampleArticle());
        feed.logo = logo;
        rss(feed).valueByXPath("/rss/channel/image/url").isEqualTo(logo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/logo.svg",
                "https://example.org/logo.webp",
                "https://example.org/logo.ico",
                "https://example.org/logo.png.avif"
            })
    void hasNoImageThatReadersCannotShow(String logo) {
        var feed = new SampleFeed(new SampleArticle());
        feed.logo = logo;
        rss(feed).doesNotHaveXPath("/rss/channel/image");
    }

    @ParameterizedTest
    @CsvSource({"PT30M, 30", "PT90S, 1", "PT1S, 1", "P1D, 1440"})
    void countsTheTimeToLiveInMinutes(Duration ttl, String minutes) {
        var feed = new SampleFeed(new SampleArticle());
        feed.ttl = ttl;
        rss(feed).valueByXPath("/rss/channel/ttl").isEqualTo(minutes);
    }

    @Test
    void saysNothingOfATimeToLiveThatIsNotStated() {
        rss(new SampleFeed(new SampleArticle())).doesNotHaveXPath("/rss/channel/ttl");
    }

    /** Of several files the first is the enclosure, and each says of itself how long it plays. */
    @Test
    void tellsHowLongEachFilePlaysOfWhichItIsKnown() {
        var silent = new Enclosure("/a.mp3", "audio/mpeg", 7, null);
        var timed = new Enclosure("/b.mp4", "video/mp4", 8, "The film", Duration.ofMillis(61_900));

        assertThat(source(podcast(silent, timed)))
                .contains("<enclosure url=\"https://example.org/a.mp3\" length=\"7\" type=\"audio/mpeg\" />")
                .contains("<media:content url=\"https://example.org/b.mp4\" type=\"video/mp4\" medium=\"video\""
                        + " fileSize=\"8\" duration=\"61\"><media:title>The film</media:title></media:content>")
                .doesNotContain("itunes:duration", "b.mp4\" length");
        assertThat(source(podcast(timed, silent)))
                .contains("<itunes:duration>61</itunes:duration>")
                .contains("<media:content url=\"https://example.org/a.mp3\" type=\"audio/mpeg\" medium=\"audio\""
                        + " fileSize=\"7\" />")
                .doesNotContain(" duration=", "media:title");
    }

    @Test
    void declaresTheNamespacesOfPodcastsOnceToo() {
        var feed = podcast(new Enclosure("/a.mp3", "audio/mpeg", 7, null));
        feed.articles = List.of(feed.articles.getFirst(), new SampleArticle());

        assertThat(source(feed).split("xmlns:itunes")).hasSize(2);
        assertThat(source(feed).split("xmlns:podcast")).hasSize(2);
        assertThat(source(new SampleFeed())).doesNotContain("xmlns:itunes");
    }

    @Test
    void namesWhatTheFeedIsAboutItsRightsAndItsHub() {
        var feed = new SampleFeed(new SampleArticle());
        feed.categories = List.of("Trade", "C#");
        feed.rights = "© Example";
        feed.hubs = List.of("https://hub.example.org/");
        rss(feed).valueByXPath("/rss/channel/category[2]").isEqualTo("C#");
        rss(feed).valueByXPath("/rss/channel/copyright").isEqualTo("© Example");
        rss(feed).valueByXPath("//atom:link[@rel='hub']/@href").isEqualTo("https://hub.example.org/");
        rss(feed).doesNotHaveXPath("//item/dc:rights");
    }

    /** "At least one of title or description must be present." */
    @Test
    void givesANoteATitleOnlyWhereThereIsNothingElse() {
        var note = SampleFeed.with(article -> article.title = "");
        rss(note).doesNotHaveXPath("//item/title");
        rss(note).valueByXPath("//item/description").isEqualTo("<p>The body.</p>");
        note.content = Content.SUMMARY;
        rss(note).valueByXPath("//item/title").isEqualTo("The body.");
        rss(note).doesNotHaveXPath("//item/description");
    }

    @Test
    void showsALeadImageToReadersOfMediaRss() {
        assertThat(source(SampleFeed.with(article -> article.image = "/lead.jpg")))
                .contains("<media:content url=\"https://example.org/lead.jpg\" medium=\"image\" />"
                        + "<media:thumbnail url=\"https://example.org/lead.jpg\" />");
        assertThat(source(SampleFeed.with(article -> article.image = "data:image/png;base64,AA==")))
                .doesNotContain("<media:");
    }

    @ParameterizedTest
    @CsvSource({
        "audio/mpeg, audio",
        "video/mp4, video",
        "image/png, image",
        "application/pdf, document",
        "imagery, document"
    })
    void saysOfFurtherFilesWhatTheyAre(String type, String medium) {
        var first = new Enclosure("/a.mp3", "audio/mpeg", 7, null);
        var feed = SampleFeed.with(article -> article.enclosures = List.of(first, new Enclosure("/b", type, 0, null)));
        assertThat(source(feed))
                .contains("<media:content url=\"https://example.org/b\" type=\"" + type + "\" medium=\"" + medium
                        + "\" />");
    }

    private static SampleFeed podcast(Enclosure... enclosures) {
        var feed = SampleFeed.with(article -> article.enclosures = List.of(enclosures));
        feed.podcast = SampleFeed.podcast("https://example.org/art.png", null);
        return feed;
    }
}
