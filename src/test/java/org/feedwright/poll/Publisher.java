package org.feedwright.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Articles;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Highlight;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Prose;
import org.feedwright.article.Slug;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.FeedDefinition.Delivery;
import org.feedwright.feed.FeedDefinition.Description;
import org.feedwright.feed.FeedDefinition.Display;
import org.feedwright.feed.FeedDefinition.Identity;
import org.feedwright.testing.Definitions;
import org.feedwright.testing.Manuscripts;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
import org.jspecify.annotations.Nullable;

/** Someone who defines feeds and publishes articles in them. */
final class Publisher {
    /** Wider than what any test publishes, for a withdrawn article keeps its place. */
    private static final int WINDOW = 500;

    private static final AtomicInteger feedsSoFar = new AtomicInteger();

    private final FeedLifecycle lifecycle;
    private final Publishing publishing;
    private final Articles articles;

    Publisher(FeedLifecycle lifecycle, Publishing publishing, Articles articles) {
        this.lifecycle = lifecycle;
        this.publishing = publishing;
        this.articles = articles;
    }

    /** Opens a feed that nobody else uses. */
    public FeedName open() {
        return open(null);
    }

    public FeedName open(@Nullable Duration ttl, String... hubs) {
        var name = new FeedName("feed-" + feedsSoFar.incrementAndGet());
        define(name, ttl, hubs);
        lifecycle.open(name);
        return name;
    }

    FeedName openWithWindow(int window) {
        var name = new FeedName("feed-" + feedsSoFar.incrementAndGet());
        lifecycle.define(name, Definitions.withWindow(window));
        lifecycle.open(name);
        return name;
    }

    FeedName openWithTombstones() {
        var name = new FeedName("feed-" + feedsSoFar.incrementAndGet());
        lifecycle.define(name, Definitions.withTombstones());
        lifecycle.open(name);
        return name;
    }

    void withdraw(ArticleId article, String reason) {
        publishing.withdraw(article, reason);
    }

    void openDefined(FeedName feed) {
        lifecycle.open(feed);
    }

    void define(FeedName name, @Nullable Duration ttl, String... hubs) {
        lifecycle.define(
                name,
                new FeedDefinition(
                        Identity.under("example.org"),
                        Description.titled("Feed " + name),
                        Display.ofPlaces(WINDOW),
                        new Delivery(List.of(hubs), ttl, false, false),
                        null,
                        null));
    }

    Article publish(FeedName feed, String slug, Instant published) {
        return publish(feed, slug, published, "The body of " + slug);
    }

    Article publish(FeedName feed, String slug, Instant published, String body) {
        return publishing.publish(manuscript(feed, slug, published, body));
    }

    /** Publishes an article in a category. */
    Article file(FeedName feed, String slug, Instant published, String category) {
        return publishing.publish(
                manuscript(feed, slug, published, "The body of " + slug, List.of(new Category(category))));
    }

    void revise(Article article, String body) {
        publishing.revise(
                article.id(), manuscript(article.feed(), article.slug().value(), article.published(), body));
    }

    void revise(ArticleId id, String body) {
        revise(articles.find(id).orElseThrow(), body);
    }

    Article publishAbout(FeedName feed, String slug, String category, Instant published) {
        var manuscript = Manuscripts.article(slug)
                .in(feed.value())
                .published(published.toString())
                .about(category);
        return publishing.publish(manuscript.done());
    }

    void withdraw(ArticleId article) {
        publishing.withdraw(article);
    }

    void retire(FeedName feed) {
        lifecycle.retire(feed);
    }

    private static Manuscript manuscript(FeedName feed, String slug, Instant published, String body) {
        return manuscript(feed, slug, published, body, List.of());
    }

    private static Manuscript manuscript(
            FeedName feed, String slug, Instant published, String body, List<Category> categories) {
        return new Manuscript(
                feed,
                new Slug(slug),
                null,
                "example.org",
                published.atOffset(ZoneOffset.UTC),
                null,
                false,
                new ArticleText(
                        "Title of " + slug,
                        null,
                        List.of(),
                        categories,
                        List.of(new Highlight("A highlight of " + slug)),
                        new Prose(body, "<p>" + body + "</p>" + FILLING),
                        null,
                        null,
                        null,
                        null,
                        List.of()),
                null,
                null);
    }

    private static final String FILLING = "<p>" + "Rare earths are neither rare nor earths. ".repeat(50) + "</p>";
}
