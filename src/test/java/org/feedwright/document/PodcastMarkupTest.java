package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Episode;
import org.feedwright.article.Episode.Credit;
import org.feedwright.article.Episode.Transcript;
import org.feedwright.article.Person;
import org.feedwright.entry.Entry;
import org.feedwright.feed.Podcast;
import org.feedwright.feed.Podcast.Funding;
import org.feedwright.feed.Podcast.Owner;
import org.feedwright.feed.Podcast.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything that a podcast and its episodes can say, and nothing of what they do not say. */
class PodcastMarkupTest {
    private static final Instant TIME = Instant.parse("2026-01-26T08:00:00Z");

    private static String channel(Podcast podcast, @Nullable Person author) {
        var feed = new SampleFeed();
        feed.author = author;
        feed.podcast = podcast;
        var text = new String(feed.bytes(FeedFormat.RSS), UTF_8);
        int first = Math.max(0, text.indexOf("<itunes:author"));
        return text.substring(first, text.indexOf("<image>", first));
    }

    private static String item(@Nullable Episode episode, Enclosure... enclosures) {
        var feed = new SampleFeed();
        feed.podcast = plain();
        var entry = new Entry(
                new ArticleId("urn:x:1"),
                "urn:x:1",
                "https://example.org/1",
                "https://example.org/1",
                "Title",
                "Title",
                TIME,
                TIME,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(enclosures),
                null,
                episode);
        var selection = feed.selection().with(List.of(entry));
        var text = new String(Documents.render(selection, FeedFormat.RSS).bytes(), UTF_8);
        return text.substring(text.indexOf("<item>"), text.indexOf("</item>"));
    }

    private static Podcast plain() {
        return SampleFeed.podcast("art.png", null);
    }

    @Test
    void saysOfAPodcastAllThatItsPublisherStates() {
        var podcast = new Podcast(
                "https://example.org/art.png",
                List.of(new Topic("Arts", "Books & more"), new Topic("News", null)),
                true,
                Podcast.Type.SERIAL,
                new Owner("The desk", "a@example.org"),
                "The speaker",
                true,
                "917393e3-1b1e-5cef-ace4-edaa54e1f810",
                true,
                List.of(
                        new Funding("https://example.org/give", "Give"),
                        new Funding("https://example.org/lend", "Lend")),
                List.of(
                        new Credit("Ada", "guest", "people/ada.png", "https://ada.example/"),
                        new Credit("Ben", null, "https://ben.example/b.png", null)));

        assertThat(channel(podcast, Person.named("The editor")))
                .isEqualTo("<itunes:author>The speaker</itunes:author>"
                        + "<itunes:image href=\"https://example.org/art.png\" />"
                        + "<itunes:category text=\"Arts\"><itunes:category text=\"Books &amp; more\" /></itunes:category>"
                        + "<itunes:category text=\"News\" />"
                        + "<itunes:explicit>true</itunes:explicit>"
                        + "<itunes:type>serial</itunes:type>"
                        + "<itunes:owner><itunes:name>The desk</itunes:name>"
                        + "<itunes:email>a@example.org</itunes:email></itunes:owner>"
                        + "<itunes:complete>Yes</itunes:complete>"
                        + "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>"
                        + "<podcast:locked owner=\"a@example.org\">yes</podcast:locked>"
                        + "<podcast:funding url=\"https://example.org/give\">Give</podcast:funding>"
                        + "<podcast:funding url=\"https://example.org/lend\">Lend</podcast:funding>"
                        + "<podcast:person role=\"guest\""
                        + " img=\"https://feeds.example.org/media/rare-earth/people/ada.png\""
                        + " href=\"https://ada.example/\">Ada</podcast:person>"
                        + "<podcast:person img=\"https://ben.example/b.png\">Ben</podcast:person>");
    }

    @Test
    void saysOfAPodcastNothingMore() {
        assertThat(channel(plain(), Person.named("The editor")))
                .isEqualTo("<itunes:author>The editor</itunes:author>"
                        + "<itunes:image href=\"https://feeds.example.org/media/rare-earth/art.png\" />"
                        + "<itunes:category text=\"News\" />"
                        + "<itunes:explicit>false</itunes:explicit>"
                        + "<itunes:type>episodic</itunes:type>"
                        + "<itunes:owner><itunes:email>a@example.org</itunes:email></itunes:owner>");
        assertThat(channel(plain(), null)).startsWith("<itunes:author>Rare Earth Exchanges</itunes:author>");
    }

    @Test
    void saysAlsoThatOtherHostsMayImportIt() {
        var podcast = plain();
        var open = new Podcast(
                podcast.image(),
                podcast.topics(),
                podcast.explicit(),
                podcast.type(),
                podcast.owner(),
                null,
                false,
                null,
                false,
                List.of(),
                List.of());

        assertThat(channel(open, null)).endsWith("<podcast:locked owner=\"a@example.org\">no</podcast:locked>");
    }

    @Test
    void saysOfAnEpisodeAllThatItsAuthorStates() {
        var episode = new Episode(
                "The title in directories",
                2,
                31,
                Episode.Type.BONUS,
                false,
                "https://example.org/square.png",
                List.of(
                        new Transcript("https://example.org/1.vtt", "text/vtt", "de"),
                        new Transcript("https://example.org/1.srt", "application/x-subrip", null)),
                "https://example.org/chapters.json",
                List.of(
                        new Credit("Ada", "guest", "https://ada.example/a.png", "https://ada.example/"),
                        new Credit("Ben", null, null, null)));

        assertThat(item(
                        episode,
                        new Enclosure("https://example.org/1.mp3", "audio/mpeg", 7, null, Duration.ofSeconds(61))))
                .contains("<itunes:duration>61</itunes:duration>"
                        + "<itunes:image href=\"https://example.org/square.png\" />"
                        + "<itunes:title>The title in directories</itunes:title>"
                        + "<itunes:season>2</itunes:season><podcast:season>2</podcast:season>"
                        + "<itunes:episode>31</itunes:episode><podcast:episode>31</podcast:episode>"
                        + "<itunes:episodeType>bonus</itunes:episodeType>"
                        + "<itunes:explicit>false</itunes:explicit>"
                        + "<podcast:transcript url=\"https://example.org/1.vtt\" type=\"text/vtt\" language=\"de\" />"
                        + "<podcast:transcript url=\"https://example.org/1.srt\" type=\"application/x-subrip\" />"
                        + "<podcast:chapters url=\"https://example.org/chapters.json\""
                        + " type=\"application/json+chapters\" />"
                        + "<podcast:person role=\"guest\" img=\"https://ada.example/a.png\""
                        + " href=\"https://ada.example/\">Ada</podcast:person>"
                        + "<podcast:person>Ben</podcast:person>");
    }

    @Test
    void saysOfAnEpisodeNothingMore() {
        var episode = new Episode(null, null, null, Episode.Type.FULL, null, null, List.of(), null, List.of());

        assertThat(item(episode)).contains("<itunes:episodeType>full</itunes:episodeType>");
        assertThat(item(episode).split("<itunes:|<podcast:")).hasSize(2);
        assertThat(item(null)).doesNotContain("<itunes:", "<podcast:");
    }
}
