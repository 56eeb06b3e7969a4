package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xmlunit.assertj3.XmlAssert;

class RdfRendererTest {
    private static XmlAssert rdf(SampleFeed feed) {
        return XmlAssert.assertThat(feed.bytes(FeedFormat.RDF))
                .withNamespaceContext(Map.of(
                        "r", "http://purl.org/rss/1.0/",
                        "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                        "sy", "http://purl.org/rss/1.0/modules/syndication/",
                        "dc", "http://purl.org/dc/elements/1.1/"));
    }

    private static String source(SampleFeed feed) {
        return new String(feed.bytes(FeedFormat.RDF), UTF_8);
    }

    @Test
    void rendersAWholeFeed() {
        var feed = SampleFeed.with(article -> {
            article.highlights = List.of("One", "Two");
            article.disclaimer = "<p>Verify it.</p>";
            article.categories = List.of("Trade");
            article.language = "de";
        });
        feed.logo = "https://example.org/logo.png";
        feed.categories = List.of("Rare earths");
        feed.rights = "© Example";
        feed.ttl = Duration.ofMinutes(30);
        rdf(feed).and("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <rdf:RDF xmlns="http://purl.org/rss/1.0/"
                                 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                                 xmlns:content="http://purl.org/rss/1.0/modules/content/"
                                 xmlns:dc="http://purl.org/dc/elements/1.1/"
                                 xmlns:dcterms="http://purl.org/dc/terms/"
                                 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
                          <channel rdf:about="https://feeds.example.org/feeds/rare-earth.rdf">
                            <title>Rare Earth Exchanges</title>
                            <link>https://example.org/</link>
                            <description>Reports on the rare earth industry</description>
                            <items>
                              <rdf:Seq>
                                <rdf:li rdf:resource="tag:example.org,2026-01-26:rare-earth/conference"/>
                              </rdf:Seq>
                            </items>
                            <dc:subject>Rare earths</dc:subject>
                            <dc:date>2026-01-27T09:30:15Z</dc:date>
                            <dc:language>en</dc:language>
                            <dc:rights>© Example</dc:rights>
                            <sy:updatePeriod>hourly</sy:updatePeriod>
                            <sy:updateFrequency>2</sy:updateFrequency>
                            <image rdf:resource="https://example.org/logo.png"/>
                          </channel>
                          <image rdf:about="https://example.org/logo.png">
                            <title>Rare Earth Exchanges</title>
                            <url>https://example.org/logo.png</url>
                            <link>https://example.org/</link>
                          </image>
                          <item rdf:about="tag:example.org,2026-01-26:rare-earth/conference">
                            <title>A conference on rare earths</title>
                            <link>https://example.org/news/conference</link>
                            <dcterms:modified>2026-01-27T09:30:15Z</dcterms:modified>
                            <description>&lt;ul&gt;&lt;li&gt;One&lt;/li&gt;&lt;li&gt;Two&lt;/li&gt;&lt;/ul&gt;</description>
                            <content:encoded>&lt;p&gt;The body.&lt;/p&gt;&lt;hr&gt;&lt;h2&gt;Disclaimer&lt;/h2&gt;&lt;p&gt;Verify it.&lt;/p&gt;</content:encoded>
                            <dc:creator>Rare Earth Exchanges</dc:creator>
                            <dc:subject>Trade</dc:subject>
                            <dc:date>2026-01-26T08:00:00Z</dc:date>
                            <dc:language>de</dc:language>
                          </item>
                        </rdf:RDF>
                        """).ignoreWhitespace().areIdentical();
    }

    @Test
    void isUnderstoodByRome() throws Exception {
        var feed = SampleFeed.with(article -> {
            article.highlights = List.of("R&D");
            article.authors = List.of(Person.named("Ada"), Person.named("Bo"));
            article.categories = List.of("C# & co");
        });

        var channel = (Channel) new WireFeedInput().build(reader(feed));
        assertThat(channel.getFeedType()).isEqualTo("rss_1.0");
        assertThat(channel.getUri()).isEqualTo("https://feeds.example.org/feeds/rare-earth.rdf");
        Item item = channel.getItems().getFirst();
        assertThat(item.getUri()).isEqualTo("tag:example.org,2026-01-26:rare-earth/conference");
        assertThat(item.getDescription().getValue()).isEqualTo("<ul><li>R&amp;D</li></ul>");
        assertThat(item.getContent().getValue()).isEqualTo("<p>The body.</p>");
        var dublinCore = (DCModule) item.getModule(DCModule.URI);
        assertThat(dublinCore.getCreators()).containsExactly("Ada", "Bo");
        assertThat(dublinCore.getSubjects())
                .extracting(subject -> subject.getValue())
                .containsExactly("C# & co");

        var entry = new SyndFeedInput().build(reader(feed)).getEntries().getFirst();
        assertThat(entry.getUri()).isEqualTo("tag:example.org,2026-01-26:rare-earth/conference");
        assertThat(entry.getPublishedDate()).isEqualTo("2026-01-26T08:00:00Z");
    }

    private static XmlReader reader(SampleFeed feed) throws Exception {
        return new XmlReader(new ByteArrayInputStream(feed.bytes(FeedFormat.RDF)), FeedFormat.RDF.contentType());
    }

    @Test
    void tellsTwoEntriesApartThatLeadToTheSamePage() {
        var one = new SampleArticle();
        one.id = "tag:example.org,2026:one";
        var two = new SampleArticle();
        two.id = "tag:example.org,2026:two";
        rdf(new SampleFeed(one, two))
                .valueByXPath("count(//r:item[r:link = //r:item[1]/r:link])")
                .asInt()
                .isEqualTo(2);
        rdf(new SampleFeed(one, two)).valueByXPath("//r:item[1]/@rdf:about").isEqualTo(one.id);
        rdf(new SampleFeed(one, two)).valueByXPath("//r:item[2]/@rdf:about").isEqualTo(two.id);
    }

    @Test
    void hasAnEmptyListOfItemsWhereThereIsNone() {
        rdf(new SampleFeed()).hasXPath("/rdf:RDF/r:channel/r:items/rdf:Seq[not(*)]");
    }

    @Test
    void saysNothingThatIsNoRdf() {
        var feed = SampleFeed.with(article ->
                article.enclosures = List.of(new Enclosure("https://example.org/a.mp3", "audio/mpeg", 7, null)));
        feed.hubs = List.of("https://hub.example.org/");
        assertThat(source(feed)).doesNotContain("http://www.w3.org/2005/Atom", "hub.example.org", "a.mp3");
    }

    @ParameterizedTest
    @CsvSource({
        "PT30S, hourly, 60",
        "PT30M, hourly, 2",
        "PT45M, hourly, 1",
        "PT1H, hourly, 1",
        "PT6H, daily, 4",
        "P1D, daily, 1",
        "P3D, weekly, 2",
        "P30D, weekly, 1"
    })
    void saysHowOftenToAskAsFarAsItsModuleCan(Duration ttl, String period, String frequency) {
        var feed = new SampleFeed(new SampleArticle());
        feed.ttl = ttl;
        rdf(feed).valueByXPath("//sy:updatePeriod").isEqualTo(period);
        rdf(feed).valueByXPath("//sy:updateFrequency").isEqualTo(frequency);
    }

    @Test
    void declaresEachNamespaceOnce() {
        assertThat(source(new SampleFeed(new SampleArticle(), new SampleArticle()))
                        .split("xmlns:"))
                .hasSize(5);
    }
}
