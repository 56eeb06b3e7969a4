package org.feedwright.timeline;

import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Horizon;
import org.feedwright.feed.Feed;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.feed.LogicalFeed;
import org.springframework.stereotype.Component;

/**
 * Fills the feeds that take articles of others with what is stored already: when such a feed is defined, and when a
 * feed that it takes from is opened, ends or lives again. Articles that are published later are placed by {@link
 * Placement}.
 */
@Component
class Composition {
    private final JdbcJoining joining;
    private final JdbcArchive archive;
    private final JdbcFeeds feeds;
    private final Articles articles;
    private final Timeline timeline;
    private final FeedChanges changes;
    private final InstantSource clock;

    Composition(
            JdbcJoining joining,
            JdbcArchive archive,
            JdbcFeeds feeds,
            Articles articles,
            Timeline timeline,
            FeedChanges changes,
            InstantSource clock) {
        this.joining = joining;
        this.archive = archive;
        this.feeds = feeds;
        this.articles = articles;
        this.timeline = timeline;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A feed was defined that takes others' articles, or has done so until now: it begins anew.
     *
     * @param composed what it takes is said by the names that feeds have now
     */
    void compose(Feed composed) {
        var logicalFeed = LogicalFeed.of(composed.name());
        joining.clearOthers(logicalFeed);
        takeAll(composed, Horizon.NONE);
        changes.under(composed.name(), true).logicalFeeds.add(logicalFeed);
    }

    /** Fills a feed again that has ended and lives again, and has missed what happened in between. */
    void resume(Feed composed) {
        takeAll(composed, horizon(composed));
        changes.under(composed.name(), true).logicalFeeds.add(LogicalFeed.of(composed.name()));
    }

    /** Gives the articles of a feed that was opened, or lives again, to the feeds that take them. */
    void join(Feed feed) {
        others(feed.name()).filter(composed -> takesFrom(composed, feed.name())).forEach(composed -> {
            join(composed, feed, horizon(composed));
            changes.under(composed.name(), true).logicalFeeds.add(LogicalFeed.of(composed.name()));
        });
    }

    /** Gives the articles of a renamed feed to the feeds that name it now, and to no others. */
    void regroup(Feed feed) {
        join(feed);
        others(feed.name())
                .filter(composed -> !takesFrom(composed, feed.name()))
                .forEach(composed -> leave(composed, feed.name()));
    }

    /** Takes the articles of a feed that has ended out of the other feeds. */
    void leave(FeedName feed) {
        others(feed).forEach(composed -> leave(composed, feed));
    }

    private Stream<Feed> others(FeedName feed) {
        return feeds.composed().stream().filter(composed -> !composed.name().equals(feed));
    }

    private static boolean takesFrom(Feed composed, FeedName feed) {
        var select = composed.definition().select();
        return select != null && select.takesFrom(feed);
    }

    private Horizon horizon(Feed composed) {
        return composed.isOpen()
                ? timeline.horizon(
                        LogicalFeed.of(composed.name()), composed.definition().window())
                : Horizon.NONE;
    }

    private void takeAll(Feed composed, Horizon horizon) {
        if (!composed.isRetired()) {
            feeds.living().stream()
                    .filter(feed -> !feed.name().equals(composed.name()) && takesFrom(composed, feed.name()))
                    .forEach(feed -> join(composed, feed, horizon));
        }
    }

    private void leave(Feed composed, FeedName feed) {
        var logicalFeed = LogicalFeed.of(composed.name());
        if (joining.empty(logicalFeed, feed, clock.instant()) > 0) {
            changes.under(composed.name(), true).logicalFeeds.add(logicalFeed);
        }
    }

    private void join(Feed composed, Feed feed, Horizon horizon) {
        var select = Objects.requireNonNull(composed.definition().select());
        var to = LogicalFeed.of(composed.name());
        var from = LogicalFeed.of(feed.name());
        var now = clock.instant();
        var late = horizon.top(now);
        if (select.goesByFeedAlone()) {
            joining.fill(to, feed.name(), now);
            joining.copy(from, to, horizon, late);
            return;
        }
        archive.walk(from, part -> {
            var ids = part.stream()
                    .filter(place -> !place.isEmpty())
                    .map(Place::article)
                    .toList();
            var taken = articles.find(ids).stream()
                    .filter(article -> article.feed().equals(feed.name()))
                    .filter(article -> select.takes(article, feed.definition()))
                    .map(Article::id)
                    .toList();
            joining.fill(to, taken, now);
            joining.copy(from, to, taken, horizon, late);
        });
    }
}
