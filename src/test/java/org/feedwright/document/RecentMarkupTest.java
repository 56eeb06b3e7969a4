package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Person;
import org.feedwright.entry.Selection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever remembers markup gets the bytes that everybody gets. */
class RecentMarkupTest {
    private final RecentMarkup recent = new RecentMarkup();

    private static SampleArticle plain() {
        var article = new SampleArticle();
        article.id = "tag:example.org,2026-01-26:rare-earth/plain";
        article.body = "<p>Plain &lt;text&gt; \uD83D\uDE00</p>";
        return article;
    }

    /** With all that needs a namespace. */
    private static SampleArticle rich() {
        var article = new SampleArticle();
        article.highlights = List.of("A & B");
        article.authors = List.of(Person.named("Ada"));
        article.categories = List.of("C#", "日本語");
        article.language = "fr";
        article.rights = "© Ada";
        article.image = "https://example.org/lead.jpg";
        article.enclosures = List.of(
                new Enclosure("https://example.org/1.mp3", "audio/mpeg", 1, null, null),
                new Enclosure("https://example.org/2.mp3", "audio/mpeg", 2, "Two", null));
        return article;
    }

    private void isTheSame(SampleFeed feed, FeedFormat format) {
        isTheSame(feed.selection(), format);
    }

    private void isTheSame(Selection selection, FeedFormat format) {
        assertThat(Documents.render(selection, format, recent).bytes())
                .asString()
                .isEqualTo(new String(Documents.render(selection, format).bytes(), UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void whereSomeEntriesAreKnown(FeedFormat format) {
        isTheSame(new SampleFeed(rich()), format);
        isTheSame(new SampleFeed(plain(), rich()), format);
    }

    @ParameterizedTest
    @EnumSource
    void whereAllAre(FeedFormat format) {
        isTheSame(new SampleFeed(plain(), rich()), format);
        isTheSame(new SampleFeed(rich(), plain()), format);
        isTheSame(new SampleFeed(plain()), format);
    }

    @ParameterizedTest
    @EnumSource
    void whereTheFeedSaysSomethingElseForAll(FeedFormat format) {
        var feed = new SampleFeed(plain(), rich());
        isTheSame(feed, format);
        feed.language = "fr";
        isTheSame(feed, format);
        feed.rights = "© Ada";
        isTheSame(feed, format);
        feed.rights = null;
        feed.language = null;
        isTheSame(feed, format);
    }

    /** A part of a podcast is none, and has its episodes. */
    @ParameterizedTest
    @EnumSource
    void whereAPartOfAPodcastIsShown(FeedFormat format) {
        var episode = plain();
        episode.enclosures =
                List.of(new Enclosure("https://example.org/1.mp3", "audio/mpeg", 1, null, Duration.ofMinutes(1)));
        var feed = PodcastPictureTest.podcast(null, null);
        feed.articles = List.of(episode);
        var whole = feed.selection();
        var part = new Selection(
                whole.feed(),
                whole.logicalFeed(),
                "metal",
                whole.addresses(),
                whole.history(),
                whole.entries(),
                whole.tombstones(),
                whole.updated(),
                whole.modified(),
                whole.next(),
                "q=metal");
        isTheSame(whole, format);
        isTheSame(part, format);
        isTheSame(whole, format);
    }

    @ParameterizedTest
    @EnumSource
    void whereTheFeedBecomesAPodcast(FeedFormat format) {
        var talk = plain();
        talk.enclosures =
                List.of(new Enclosure("https://example.org/1.mp3", "audio/mpeg", 1, null, Duration.ofMinutes(7)));
        var feed = new SampleFeed(talk);
        isTheSame(feed, format);
        feed.podcast = SampleFeed.podcast("https://example.org/art.png", null);
        isTheSame(feed, format);
        feed.podcast = null;
        isTheSame(feed, format);
    }
}
