package org.feedwright.document;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.feedwright.article.Article;
import org.feedwright.article.Category;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.article.Prose;
import org.feedwright.conformance.ReadFeed;
import org.feedwright.conformance.Reader;
import org.feedwright.entry.Entries;
import org.feedwright.entry.Selection;
import org.feedwright.entry.Tombstone;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.FeedDefinition.Content;
import org.feedwright.feed.FeedDefinition.Delivery;
import org.feedwright.feed.FeedDefinition.Description;
import org.feedwright.feed.FeedDefinition.Display;
import org.feedwright.feed.FeedDefinition.Highlights;
import org.feedwright.feed.FeedDefinition.Identity;
import org.feedwright.feed.Podcast;
import org.feedwright.testing.WholeFeeds;
import org.jspecify.annotations.Nullable;

/** A feed for a test to change where it matters. */
final class SampleFeed {
    String title = "Rare Earth Exchanges";

    @Nullable
    String subtitle = "Reports on the rare earth industry";

    @Nullable
    String home = "https://example.org/";

    @Nullable
    String language = "en";

    @Nullable
    Person author = Person.named("Rare Earth Exchanges");

    @Nullable
    String rights;

    @Nullable
    String icon;

    @Nullable
    String logo;

    List<String> categories = List.of();

    @Nullable
    String disclaimer;

    Content content = Content.FULL;
    Highlights highlights = Highlights.SUMMARY;
    List<String> hubs = List.of();

    @Nullable
    Duration ttl;

    @Nullable
    Podcast podcast;

    List<Tombstone> tombstones = List.of();
    List<SampleArticle> articles;

    SampleFeed(SampleArticle... articles) {
        this.articles = List.of(articles);
    }

    /** A podcast of which no more is said than directories demand. */
    static Podcast podcast(String art, @Nullable String guid) {
        return new Podcast(
                art,
                List.of(new Podcast.Topic("News", null)),
                false,
                Podcast.Type.EPISODIC,
                new Podcast.Owner(null, "a@example.org"),
                null,
                false,
                guid,
                null,
                List.of(),
                List.of());
    }

    /** A feed with one article, changed as a test says. */
    @SafeVarargs
    static SampleFeed with(Consumer<SampleArticle>... changes) {
        var article = new SampleArticle();
        for (var change : changes) {
            change.accept(article);
        }
        return new SampleFeed(article);
    }

    Selection selection() {
        var definition = new FeedDefinition(
                Identity.under("example.org"),
                new Description(
                        title,
                        subtitle,
                        home,
                        language,
                        author,
                        rights,
                        icon,
                        logo,
                        categories.stream().map(Category::new).toList()),
                new Display(
                        FeedDefinition.DEFAULT_WINDOW,
                        content,
                        highlights,
                        disclaimer == null ? null : new Disclaimer(new Prose(disclaimer, disclaimer)),
                        ZoneOffset.UTC),
                new Delivery(hubs, ttl, false, false),
                null,
                podcast);
        var modified = Instant.parse("2026-02-01T00:00:00Z");
        var feed = new Feed(
                new FeedName("rare-earth"),
                "urn:uuid:4b1d5ad0-6c3a-3a2e-9f52-0f2a4fbc2f6e",
                definition,
                modified,
                false);
        var addresses = new Addresses(URI.create("https://feeds.example.org"));
        var entries = new Entries(definition, addresses);
        var shown = articles.stream().map(SampleArticle::article).toList();
        return WholeFeeds.showing(
                feed,
                addresses,
                shown.stream().map(entries::of).toList(),
                tombstones,
                shown.stream()
                        .map(Article::updated)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                modified);
    }

    FeedDocument document(FeedFormat format) {
        return Documents.render(selection(), format);
    }

    byte[] bytes(FeedFormat format) {
        return document(format).bytes();
    }

    /** What an independent reader makes of the document. */
    ReadFeed read(FeedFormat format) {
        return Reader.read(format, bytes(format));
    }
}
