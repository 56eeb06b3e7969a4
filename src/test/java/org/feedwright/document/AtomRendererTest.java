package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Enclosure;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.conformance.Conformance;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Tombstone;
import org.feedwright.feed.Feed;
import org.junit.jupiter.api.Test;
import org.xmlunit.assertj3.XmlAssert;

class AtomRendererTest {
    private static final String TOMBSTONES = "xmlns:at=\"http://purl.org/atompub/tombstones/1.0\"";

    private static XmlAssert atom(SampleFeed feed) {
        return XmlAssert.assertThat(feed.bytes(FeedFormat.ATOM))
                .withNamespaceContext(Map.of("a", "http://www.w3.org/2005/Atom"));
    }

    /** RFC 4287's grammar: what extends a feed comes before its entries (RFC 6721 §3 makes this one such an extension). */
    @Test
    void tellsWhatIsGoneBeforeTheFirstEntry() {
        var feed = SampleFeed.with();
        feed.tombstones = List.of(new Tombstone(
                new ArticleId("urn:uuid:gone"), "12345", Instant.parse("2026-01-28T00:00:00Z"), "A mistake"));

        assertThat(Conformance.violations(FeedFormat.ATOM, feed.bytes(FeedFormat.ATOM)))
                .isEmpty();
        assertThat(new String(feed.bytes(FeedFormat.ATOM), UTF_8))
                .containsSubsequence("</author>", "<at:deleted-entry", "urn:uuid:gone", "A mistake", "<entry>");
        feed.articles = List.of();
        assertThat(Conformance.violations(FeedFormat.ATOM, feed.bytes(FeedFormat.ATOM)))
                .isEmpty();
    }

    @Test
    void rendersAWholeFeed() {
        var feed = SampleFeed.with(article -> {
            article.highlights = List.of("One", "Two");
            article.disclaimer = "<p>Verify it.</p>";
            article.categories = List.of("Trade");
        });
        atom(feed).and("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
                          <title type="text">Rare Earth Exchanges</title>
                          <link rel="self" type="application/atom+xml"
                                href="https://feeds.example.org/feeds/rare-earth.atom"/>
                          <link rel="alternate" type="text/html" href="https://example.org/"/>
                          <author><name>Rare Earth Exchanges</name></author>
                          <subtitle type="text">Reports on the rare earth industry</subtitle>
                          <id>urn:uuid:4b1d5ad0-6c3a-3a2e-9f52-0f2a4fbc2f6e</id>
                          <generator>Feedwright</generator>
                          <updated>2026-01-27T09:30:15Z</updated>
                          <entry>
                            <title type="text">A conference on rare earths</title>
                            <link rel="alternate" type="text/html" href="https://example.org/news/conference"/>
                            <category term="Trade"/>
                            <author><name>Rare Earth Exchanges</name></author>
                            <id>tag:example.org,2026-01-26:rare-earth/conference</id>
                            <updated>2026-01-27T09:30:15Z</updated>
                            <published>2026-01-26T08:00:00Z</published>
                            <content type="html">&lt;p&gt;The body.&lt;/p&gt;&lt;hr&gt;&lt;h2&gt;Disclaimer&lt;/h2&gt;&lt;p&gt;Verify it.&lt;/p&gt;</content>
                            <summary type="html">&lt;ul&gt;&lt;li&gt;One&lt;/li&gt;&lt;li&gt;Two&lt;/li&gt;&lt;/ul&gt;</summary>
                          </entry>
                        </feed>
                        """).ignoreWhitespace().areIdentical();
    }

    /** RFC 6721 §3: {@code when} is a date, here as all the others to the second, which it has reached. */
    @Test
    void tellsWhenSomethingWentToTheSecond() {
        var feed = SampleFeed.with();
        feed.tombstones = List.of(
                new Tombstone(new ArticleId("urn:x:1"), "1", Instant.parse("2026-01-28T00:00:00.999Z"), null),
                new Tombstone(new ArticleId("urn:x:2"), "2", Instant.parse("2026-01-28T00:00:59.001Z"), "Wrong"));

        assertThat(new String(feed.bytes(FeedFormat.ATOM), UTF_8))
                .contains("<at:deleted-entry " + TOMBSTONES + " ref=\"urn:x:1\" when=\"2026-01-28T00:00:00Z\" />")
                .contains("<at:deleted-entry " + TOMBSTONES
                        + " ref=\"urn:x:2\" when=\"2026-01-28T00:00:59Z\"><at:comment>Wrong</at:comment>");
    }

    /** §4.2.11: all that is known for ever of the feed that an entry comes from, and of no other feed anything. */
    @Test
    void saysFromWhichFeedAnEntryComes() {
        var other = SampleFeed.with(article -> {
            article.title = "Own";
            article.updated = Instant.parse("2026-01-29T00:00:00.750Z");
        });
        other.title = "Another <feed>";
        other.subtitle = "Not told";
        other.rights = "© Another";
        other.icon = "https://example.org/icon.png";
        other.categories = List.of("Not told");
        var feed = new SampleFeed(new SampleArticle());
        var entry = other.selection().entries().getFirst();
        var source = new Feed(
                new FeedName("another"),
                "urn:uuid:0c0f6e9c-8c35-3d3c-8d8e-0f2a4fbc2f6e",
                other.selection().feed().definition(),
                Instant.EPOCH,
                false);
        var own = feed.selection().entries().getFirst();
        var document =
                Documents.render(feed.selection().with(List.of(comingFrom(source, entry), own)), FeedFormat.ATOM);

        var atom =
                XmlAssert.assertThat(document.bytes()).withNamespaceContext(Map.of("a", "http://www.w3.org/2005/Atom"));
        atom.nodesByXPath("//a:source").hasSize(1);
        atom.valueByXPath("count(/a:feed/a:entry[1]/a:source)").isEqualTo("1");
        assertThat(new String(document.bytes(), UTF_8))
                .contains("<source><title type=\"text\">Another &#x3C;feed&#x3E;</title>"
                        + "<id>urn:uuid:0c0f6e9c-8c35-3d3c-8d8e-0f2a4fbc2f6e</id>"
                        + "<updated>2026-01-29T00:00:00Z</updated></source>");
        assertThat(Conformance.violations(FeedFormat.ATOM, document.bytes())).isEmpty();
    }

    private static Entry comingFrom(Feed source, Entry entry) {
        return new Entry(
                new ArticleId("urn:x:from-elsewhere"),
                "urn:x:from-elsewhere",
                entry.link(),
                entry.page(),
                entry.title(),
                entry.heading(),
                entry.published(),
                entry.updated(),
                entry.authors(),
                entry.categories(),
                entry.highlights(),
                entry.summary(),
                entry.summaryText(),
                entry.content(),
                entry.language(),
                entry.rights(),
                entry.image(),
                entry.enclosures(),
                source,
                entry.episode());
    }

    @Test
    void letsThePublicationSpeakForItselfWhereNobodyIsNamed() {
        var feed = new SampleFeed(new SampleArticle());
        feed.author = null;
        atom(feed).valueByXPath("/a:feed/a:author/a:name").isEqualTo("Rare Earth Exchanges");
        atom(feed).doesNotHaveXPath("//a:entry/a:author");
    }

    @Test
    void tellsHowToReachAnAuthor() {
        var feed = SampleFeed.with(article -> article.authors = List.of(new Person("Ada", "ada@example.org", "/~ada")));
        atom(feed).valueByXPath("//a:entry/a:author/a:email").isEqualTo("ada@example.org");
        atom(feed).valueByXPath("//a:entry/a:author/a:uri").isEqualTo("https://example.org/~ada");
    }

    @Test
    void carriesIconLogoAndRights() {
        var feed = new SampleFeed(new SampleArticle());
        feed.icon = "https://example.org/icon.png";
        feed.logo = "https://example.org/logo.svg";
        feed.rights = "© Example";
        atom(feed).valueByXPath("/a:feed/a:icon").isEqualTo("https://example.org/icon.png");
        atom(feed).valueByXPath("/a:feed/a:logo").isEqualTo("https://example.org/logo.svg");
        atom(feed).valueByXPath("/a:feed/a:rights").isEqualTo("© Example");
        atom(feed).doesNotHaveXPath("//a:entry/a:rights");
    }

    @Test
    void omitsContentRatherThanHavingItEmpty() {
        atom(SampleFeed.with(article -> article.body = " ")).doesNotHaveXPath("//a:content");
    }

    @Test
    void namesAnEnclosure() {
        var feed = SampleFeed.with(
                article -> article.enclosures = List.of(new Enclosure("/talk.mp3", "audio/mpeg", 7, "The talk")));
        atom(feed).valueByXPath("//a:entry/a:link[@rel='enclosure']/@title").isEqualTo("The talk");
    }

    @Test
    void writesPlainTextSoThatItsSourceLooksLikeNoMarkup() {
        var feed = SampleFeed.with(article -> article.title = "<3 &lt;");
        assertThat(new String(feed.bytes(FeedFormat.ATOM), UTF_8))
                .contains("<title type=\"text\">&#x3C;3 &#x26;lt;</title>");
    }

    @Test
    void namesWhatTheFeedIsAboutAndItsHub() {
        var feed = new SampleFeed(new SampleArticle());
        feed.categories = List.of("Trade", "C#");
        feed.hubs = List.of("https://hub.example.org/");
        atom(feed).nodesByXPath("/a:feed/a:category").hasSize(2);
        atom(feed).valueByXPath("/a:feed/a:category[2]/@term").isEqualTo("C#");
        atom(feed).valueByXPath("/a:feed/a:link[@rel='hub']/@href").isEqualTo("https://hub.example.org/");
        atom(feed).doesNotHaveXPath("/a:feed/a:link[@rel='hub']/@type");
    }

    @Test
    void showsALeadImageToReadersOfMediaRss() {
        var feed = SampleFeed.with(article -> article.image = "/lead.jpg");
        assertThat(new String(feed.bytes(FeedFormat.ATOM), UTF_8))
                .contains("<media:content url=\"https://example.org/lead.jpg\" medium=\"image\" />"
                        + "<media:thumbnail url=\"https://example.org/lead.jpg\" />");
    }

    @Test
    void declaresEachNamespaceOnce() {
        var one =
                SampleFeed.with(article -> article.image = "/lead.jpg").articles.getFirst();
        for (var feed : List.of(new SampleFeed(one, one), new SampleFeed())) {
            assertThat(new String(feed.bytes(FeedFormat.ATOM), UTF_8).split("xmlns:"))
                    .hasSize(2);
        }
    }

    @Test
    void callsANoteByItsFirstWords() {
        var feed = SampleFeed.with(article -> article.title = "");
        atom(feed).valueByXPath("//a:entry/a:title").isEqualTo("The body.");
    }
}
