package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Person;
import org.feedwright.entry.Tombstone;
import org.feedwright.feed.FeedDefinition.Content;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonFeedRendererTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static JsonNode json(SampleFeed feed) {
        return JSON.readTree(feed.bytes(FeedFormat.JSON));
    }

    private static JsonNode item(SampleFeed feed) {
        return json(feed).path("items").path(0);
    }

    @Test
    void rendersAWholeFeed() {
        var feed = SampleFeed.with(article -> {
            article.highlights = List.of("One", "Two");
            article.disclaimer = "<p>Verify it.</p>";
            article.categories = List.of("Trade");
            article.image = "/lead.jpg";
            article.enclosures = List.of(new Enclosure("/talk.mp3", "audio/mpeg", 7, "The talk"));
        });
        feed.icon = "https://example.org/icon.png";
        feed.logo = "https://example.org/logo.png";
        feed.hubs = List.of("https://hub.example.org/");
        feed.ttl = Duration.ofHours(1);
        assertThat(json(feed)).isEqualTo(JSON.readTree("""
                {
                  "version": "https://jsonfeed.org/version/1.1",
                  "title": "Rare Earth Exchanges",
                  "home_page_url": "https://example.org/",
                  "feed_url": "https://feeds.example.org/feeds/rare-earth.json",
                  "description": "Reports on the rare earth industry",
                  "icon": "https://example.org/logo.png",
                  "favicon": "https://example.org/icon.png",
                  "authors": [{ "name": "Rare Earth Exchanges" }],
                  "language": "en",
                  "hubs": [{ "type": "WebSub", "url": "https://hub.example.org/" }],
                  "items": [{
                    "id": "tag:example.org,2026-01-26:rare-earth/conference",
                    "url": "https://example.org/news/conference",
                    "title": "A conference on rare earths",
                    "content_html": "<p>The body.</p><hr><h2>Disclaimer</h2><p>Verify it.</p>",
                    "summary": "One\\nTwo",
                    "image": "https://example.org/lead.jpg",
                    "date_published": "2026-01-26T08:00:00Z",
                    "date_modified": "2026-01-27T09:30:15Z",
                    "authors": [{ "name": "Rare Earth Exchanges" }],
                    "tags": ["Trade"],
                    "language": "en",
                    "attachments": [{
                      "url": "https://example.org/talk.mp3",
                      "mime_type": "audio/mpeg",
                      "title": "The talk",
                      "size_in_bytes": 7
                    }]
                  }]
                }
                """));
    }

    @Test
    void saysWhatItIsBeforeAnythingElse() {
        assertThat(new String(new SampleFeed().bytes(FeedFormat.JSON), UTF_8))
                .startsWith("{\"version\":\"https://jsonfeed.org/version/1.1\",");
    }

    @Test
    void carriesPlainTextWithoutEntities() {
        var feed = SampleFeed.with(article -> {
            article.title = "<3 & &lt;b&gt;";
            article.highlights = List.of("a < b & c");
        });
        assertThat(item(feed).path("title").stringValue()).isEqualTo("<3 & &lt;b&gt;");
        assertThat(item(feed).path("summary").stringValue()).isEqualTo("a < b & c");
    }

    @Test
    void givesASummaryAsTextWhereThereIsNothingElse() {
        var feed = SampleFeed.with(article -> article.highlights = List.of("One"));
        feed.content = Content.SUMMARY;
        assertThat(item(feed).path("content_text").stringValue()).isEqualTo("One");
        assertThat(item(feed).has("content_html")).isFalse();
    }

    @Test
    void givesAnEmptyTextRatherThanAnItemThatReadersDrop() {
        assertThat(item(SampleFeed.with(article -> article.body = ""))
                        .path("content_text")
                        .stringValue())
                .isEmpty();
    }

    @Test
    void tellsHowToReachAnAuthor() {
        var feed = SampleFeed.with(article -> article.authors = List.of(
                new Person("Ada", "ada@example.org", "https://example.org/~ada"),
                new Person("Bo", "bo@example.org", null),
                Person.named("Cy")));
        assertThat(item(feed).path("authors")).isEqualTo(JSON.readTree("""
                        [{ "name": "Ada", "url": "https://example.org/~ada" },
                         { "name": "Bo", "url": "mailto:bo@example.org" },
                         { "name": "Cy" }]"""));
    }

    @Test
    void saysNothingOfASizeThatIsNotKnown() {
        var feed = SampleFeed.with(
                article -> article.enclosures = List.of(new Enclosure("/talk.mp3", "audio/mpeg", 0, null)));
        assertThat(item(feed).path("attachments").path(0).has("size_in_bytes")).isFalse();
    }

    @Test
    void tellsWhenSomethingWentToTheSecond() {
        var feed = SampleFeed.with();
        feed.tombstones = List.of(
                new Tombstone(new ArticleId("urn:x:1"), "1", Instant.parse("2026-01-28T00:00:00.999Z"), null),
                new Tombstone(new ArticleId("urn:x:2"), "2", Instant.parse("2026-01-28T00:00:59.001Z"), "Wrong"));
        assertThat(json(feed).path("_tombstones")).isEqualTo(JSON.readTree("""
                {
                  "about": "https://www.rfc-editor.org/rfc/rfc6721",
                  "deleted": [
                    { "id": "1", "when": "2026-01-28T00:00:00Z" },
                    { "id": "2", "when": "2026-01-28T00:00:59Z", "reason": "Wrong" }
                  ]
                }
                """));
    }

    @Test
    void tellsHowLongEachFilePlaysOfWhichItIsKnown() {
        var feed = SampleFeed.with(article -> article.enclosures = List.of(
                new Enclosure("/talk.mp3", "audio/mpeg", 7, "The talk"),
                new Enclosure("/talk.mp4", "video/mp4", 8, null, Duration.ofMillis(61_900)),
                new Enclosure("/talk.pdf", "application/pdf", 0, null)));
        assertThat(item(feed).path("attachments")).isEqualTo(JSON.readTree("""
                [
                  { "url": "https://example.org/talk.mp3", "mime_type": "audio/mpeg", "title": "The talk",
                    "size_in_bytes": 7 },
                  { "url": "https://example.org/talk.mp4", "mime_type": "video/mp4",
                    "size_in_bytes": 8, "duration_in_seconds": 61 },
                  { "url": "https://example.org/talk.pdf", "mime_type": "application/pdf" }
                ]
                """));
    }

    @Test
    void givesANoteNoTitle() {
        var feed = SampleFeed.with(article -> article.title = "");
        assertThat(item(feed).has("title")).isFalse();
        assertThat(item(feed).path("content_html").stringValue()).isEqualTo("<p>The body.</p>");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        var feed = new SampleFeed();
        feed.author = null;
        assertThat(json(feed).propertyNames())
                .containsExactly("version", "title", "home_page_url", "feed_url", "description", "language", "items");
        feed.articles = List.of(new SampleArticle());
        feed.language = null;
        assertThat(item(feed).propertyNames())
                .containsExactly("id", "url", "title", "content_html", "date_published", "date_modified");
    }
}
