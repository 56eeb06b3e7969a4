package org.feedwright.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.document.FeedFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judges themselves: each accepts a good document, and none of what is known to go wrong. */
class ConformanceTest {
    private static void rejects(FeedFormat format, String good, String part, String by) {
        assertThat(good).contains(part);
        assertThat(Conformance.violations(
                        format, good.replace(part, by == null ? "" : by).getBytes(UTF_8)))
                .isNotEmpty();
    }

    @Nested
    class Atom {
        private static final String GOOD = """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="urn:x" xml:lang="en" x:a="1">
                  <title>T</title><id>urn:x:1</id><updated>2026-01-01T00:00:00Z</updated>
                  <author><name>A</name><email>a@b</email></author><x:any><x:thing/></x:any>
                  <entry>
                    <title type="html">&lt;b&gt;</title><id>urn:x:2</id><updated>2026-01-01T00:00:00.5+01:00</updated>
                    <link rel="alternate" href="https://example.org/" type="text/html"/>
                    <content type="html">x</content><x:any>1</x:any>
                  </entry>
                </feed>
                """;

        @Test
        void acceptsAGoodFeedWithExtensions() {
            assertThat(AtomSchema.violations(GOOD.getBytes(UTF_8))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiterString = " -> ",
                value = {
                    "<title>T</title> -> ''",
                    "<id>urn:x:1</id> -> ''",
                    "<updated>2026-01-01T00:00:00Z</updated> -> ''",
                    "2026-01-01T00:00:00Z -> 2026-01-01",
                    "2026-01-01T00:00:00Z -> 'Thu, 01 Jan 2026 00:00:00 GMT'",
                    "<id>urn:x:2</id> -> <id>urn:x:1</id><id>urn:x:2</id>",
                    "<author><name>A</name><email>a@b</email></author> -> ''",
                    "<name>A</name> -> ''",
                    "<name>A</name> -> <name/>",
                    "a@b -> ab",
                    "type=\"text/html\" -> type=\"html\"",
                    "xml:lang=\"en\" -> xml:lang=\"en_US\"",
                    "href=\"https://example.org/\" -> ''",
                    "<x:any>1</x:any> -> <y:any>1</y:any>",
                    "<x:any>1</x:any> -> <any>1</any>",
                    "<entry> -> <entry><link href=\"https://example.org/2\"/>"
                })
        void rejects(String part, String by) {
            ConformanceTest.rejects(FeedFormat.ATOM, GOOD, part, by);
        }

        @Test
        void rejectsAnEntryThatLeadsNowhere() {
            String without = GOOD.replaceAll("<link[^>]*>", "").replaceAll("<content.*?</content>", "");
            assertThat(AtomSchema.violations(without.getBytes(UTF_8))).isNotEmpty();
        }

        @Test
        void rejectsAnIdThatIsThereTwice() {
            String entry = GOOD.substring(GOOD.indexOf("<entry>"), GOOD.indexOf("</feed>"));
            assertThat(AtomSchema.violations(
                            GOOD.replace("</feed>", entry + "</feed>").getBytes(UTF_8)))
                    .isNotEmpty();
        }

        @Test
        void rejectsWhatIsNotUtf8() {
            assertThat(AtomSchema.violations(
                            GOOD.replace("<title>T", "<title>ü").getBytes(ISO_8859_1)))
                    .isNotEmpty();
        }
    }

    @Nested
    class Rss {
        private static final String GOOD = """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                  <title>T</title><link>https://example.org/</link><description>D</description><language>en</language>
                  <pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate><lastBuildDate>Thu, 01 Jan 2026 00:00:00 GMT</lastBuildDate>
                  <ttl>60</ttl>
                  <image><url>https://example.org/i.png</url><title>T</title><link>https://example.org/</link></image>
                  <atom:link rel="self" href="https://example.org/f.rss" type="application/rss+xml"/>
                  <item>
                    <title>I</title><link>https://example.org/i</link><description>d</description>
                    <author>a@example.org (A)</author><guid isPermaLink="false">urn:x:1</guid>
                    <pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate><dc:creator>A</dc:creator>
                    <atom:updated>2026-01-01T00:00:00Z</atom:updated><content:encoded>c</content:encoded>
                    <enclosure url="https://example.org/a.mp3" length="0" type="audio/mpeg"/>
                  </item>
                </channel></rss>
                """;

        @Test
        void acceptsAGoodFeedWithExtensions() {
            assertThat(RssRules.violations(GOOD.getBytes(UTF_8))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiterString = " -> ",
                value = {
                    "version=\"2.0\" -> version=\"0.91\"",
                    "<title>T</title><link>https://example.org/</link><d -> <link>https://example.org/</link><d",
                    "<link>https://example.org/</link><description> -> <description>",
                    "<description>D</description> -> ''",
                    "<description>D</description> -> <description/>",
                    "<language>en -> <language>en_US",
                    "<ttl>60 -> <ttl>-1",
                    "Thu, 01 Jan 2026 00:00:00 GMT</pub -> 2026-01-01T00:00:00Z</pub",
                    "Thu, 01 Jan 2026 00:00:00 GMT</pub -> 'Fri, 01 Jan 2026 00:00:00 GMT</pub'",
                    "Thu, 01 Jan 2026 00:00:00 GMT</last -> Thu 1 Jan 2026</last",
                    "<pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate><last -> <last",
                    "Thu, 01 Jan 2026 00:00:00 GMT</pubDate><last -> 'Wed, 31 Dec 2025 00:00:00 GMT</pubDate><last'",
                    "rel=\"self\" -> rel=\"hub\"",
                    "application/rss+xml -> application/xml",
                    "<image><url>https://example.org/i.png</url><title>T -> <image><url>https://example.org/i.png</url><title>U",
                    "<url>https://example.org/i.png -> <url>i.png",
                    "<link>https://example.org/i</link> -> <link>/i</link>",
                    "<link>https://example.org/i</link> -> <link>https://example.org/ü</link>",
                    "a@example.org (A) -> A",
                    "<ttl> -> <managingEditor>A</managingEditor><ttl>",
                    " isPermaLink=\"false\" -> ''",
                    "<guid isPermaLink=\"false\">urn:x:1</guid> -> ''",
                    "<dc:creator>A -> <dc:creator>",
                    "<description>d</description> -> ''",
                    " length=\"0\" -> ''",
                    " length=\"0\" -> ' length=\"-1\"'",
                    "audio/mpeg -> mp3",
                    "https://example.org/a.mp3 -> /a.mp3",
                    "<enclosure -> <enclosure url=\"https://example.org/b.mp3\" length=\"0\" type=\"audio/mpeg\"/><enclosure",
                    "2026-01-01T00:00:00Z -> yesterday",
                    "<ttl> -> <updated>2026</updated><ttl>",
                    "xmlns:dc= -> xmlns:dublin=",
                    "<title>I -> <title>R&amp;D"
                })
        void rejects(String part, String by) {
            ConformanceTest.rejects(FeedFormat.RSS, GOOD, part, by);
        }
    }

    @Nested
    class Rdf {
        private static final String GOOD = """
                <?xml version="1.0" encoding="UTF-8"?>
                <rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
                    xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:x="urn:x">
                  <channel rdf:about="https://example.org/f.rdf">
                    <title>T</title><link>https://example.org/</link><description>D</description>
                    <image rdf:resource="https://example.org/i.png"/><dc:language>en</dc:language>
                    <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
                    <items><rdf:Seq><rdf:li rdf:resource="urn:x:1"/><rdf:li rdf:resource="urn:x:2"/></rdf:Seq></items>
                  </channel>
                  <image rdf:about="https://example.org/i.png"><title>T</title>
                    <url>https://example.org/i.png</url><link>https://example.org/</link></image>
                  <item rdf:about="urn:x:1">
                    <title>I</title><link>https://example.org/i</link><description>d</description>
                    <dc:date>2026-01-01T00:00:00Z</dc:date><dcterms:modified>2026-01-02T00:00:00Z</dcterms:modified>
                    <dc:creator>A</dc:creator><x:any rdf:resource="urn:x:3"/>
                  </item>
                  <item rdf:about="urn:x:2"><title>J</title><link>https://example.org/i</link></item>
                </rdf:RDF>
                """;

        @Test
        void acceptsAGoodFeedWithExtensions() {
            assertThat(Conformance.violations(FeedFormat.RDF, GOOD.getBytes(UTF_8)))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiterString = " -> ",
                value = {
                    "xmlns=\"http://purl.org/rss/1.0/\" -> xmlns=\"http://purl.org/rss/0.9/\"",
                    "<channel rdf:about=\"https://example.org/f.rdf\"> -> <channel>",
                    "<title>T</title><link>https://example.org/</link><d -> <link>https://example.org/</link><d",
                    "<description>D</description> -> ''",
                    "<link>https://example.org/</link><description> -> <description>",
                    "<rdf:li rdf:resource=\"urn:x:2\"/> -> ''",
                    "<rdf:li rdf:resource=\"urn:x:1\"/> -> <rdf:li rdf:resource=\"urn:x:3\"/>",
                    "<item rdf:about=\"urn:x:2\"> -> <item rdf:about=\"urn:x:1\">",
                    "<item rdf:about=\"urn:x:1\"> -> <item>",
                    "<title>I</title> -> ''",
                    "<title>I</title> -> <title>I</title><title>K</title>",
                    "<link>https://example.org/i</link><description> -> <description>",
                    "<link>https://example.org/i</link><description> -> <link>/i</link><description>",
                    "2026-01-01T00:00:00Z -> 'Thu, 01 Jan 2026 00:00:00 GMT'",
                    "2026-01-02T00:00:00Z -> yesterday",
                    "<dc:creator>A -> <dc:creator>",
                    "<dc:language>en -> <dc:language>en_US",
                    "<x:any rdf:resource=\"urn:x:3\"/> -> <x:any href=\"urn:x:3\"/>",
                    "<x:any rdf:resource=\"urn:x:3\"/> -> <y:any/>",
                    "<x:any rdf:resource=\"urn:x:3\"/> -> <x:any>text <x:b/></x:any>",
                    "<x:any rdf:resource=\"urn:x:3\"/> -> <guid>1</guid>",
                    "<image rdf:resource=\"https://example.org/i.png\"/> -> ''",
                    "<url>https://example.org/i.png -> <url>https://example.org/j.png",
                    "<sy:updatePeriod>daily -> <sy:updatePeriod>nightly",
                    "<sy:updateFrequency>2 -> <sy:updateFrequency>0"
                })
        void rejects(String part, String by) {
            ConformanceTest.rejects(FeedFormat.RDF, GOOD, part, by);
        }
    }

    @Nested
    class JsonFeed {
        private static final String GOOD = """
                { "version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://example.org/",
                  "hubs": [{ "type": "WebSub", "url": "https://hub.example/" }], "authors": [{ "name": "A" }],
                  "items": [{ "id": "urn:x:1", "content_html": "", "date_published": "2026-01-01T00:00:00Z",
                    "tags": ["a"], "language": "en", "_x": {},
                    "attachments": [{ "url": "https://example.org/a.mp3", "mime_type": "audio/mpeg" }] }] }
                """;

        @Test
        void acceptsAGoodFeedWithExtensions() {
            assertThat(JsonFeedSchema.violations(GOOD.getBytes(UTF_8))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiterString = " -> ",
                value = {
                    "version/1.1 -> version/1",
                    "\"title\": \"T\", -> ''",
                    "\"id\": \"urn:x:1\", -> ''",
                    "\"id\": \"urn:x:1\" -> \"id\": 1",
                    "\"content_html\": \"\", -> ''",
                    "2026-01-01T00:00:00Z -> 2026-01-01",
                    "\"home_page_url\": \"https://example.org/\" -> \"home_page_url\": \"/a b\"",
                    "[\"a\"] -> []",
                    "{ \"name\": \"A\" } -> {}",
                    ", \"mime_type\": \"audio/mpeg\" -> ''",
                    "\"language\": \"en\" -> \"language\": \"en_US\"",
                    "\"_x\" -> \"x\"",
                    "\"title\": \"T\" -> '\"title\": \"T\", \"title\": \"U\"'",
                    "}] }] } -> }] }, { \"id\": \"urn:x:1\", \"content_text\": \"\" }] }",
                    "}] }] } -> }] }]"
                })
        void rejects(String part, String by) {
            ConformanceTest.rejects(FeedFormat.JSON, GOOD, part, by);
        }
    }
}
