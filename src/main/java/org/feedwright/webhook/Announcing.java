package org.feedwright.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.ArticleEvent.ArticlePublished;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.store.TransactionScoped;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.Announcements;

/**
 * Decides what is told, in the transaction in which it happens.
 *
 * <p>What is in a feed when it is first opened is told to nobody, nor is an article that comes with an old date: a
 * publisher who moves here has told of them before. A scheduled article is told of when it appears. Of a feed it is told
 * what happens to its addresses.
 */
final class Announcing implements Announcements {
    private final Telling telling;
    private final Message message;
    private final JdbcDeliveries deliveries;
    private final JdbcSchedule schedule;
    private final Articles articles;
    private final Feeds feeds;
    private final Transactions transactions;
    private final Duration maxAge;
    private final InstantSource clock;

    Announcing(
            Telling telling,
            Message message,
            JdbcDeliveries deliveries,
            JdbcSchedule schedule,
            Articles articles,
            Feeds feeds,
            Transactions transactions,
            Duration maxAge,
            InstantSource clock) {
        this.telling = telling;
        this.message = message;
        this.deliveries = deliveries;
        this.schedule = schedule;
        this.articles = articles;
        this.feeds = feeds;
        this.transactions = transactions;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    @Override
    public void note(ArticleEvent event) {
        var now = clock.instant();
        var article = event.article();
        boolean isAwaited = deliveries.awaitNoMore(article.id());
        await(article, now);
        EventType.of(event, isAwaited)
                .filter(type -> isAwaited || isNews(event, now))
                .ifPresent(type -> tell(type, event.feed(), article, now));
    }

    private boolean isNews(ArticleEvent event, Instant now) {
        return !(event instanceof ArticlePublished published)
                || published.again()
                || !published.article().published().isBefore(now.minus(maxAge));
    }

    private void await(Article article, Instant now) {
        var appears = article.appeared();
        if (appears != null && article.isScheduled(now)) {
            deliveries.await(article.id(), appears);
            schedule.appearance(article.id(), appears);
        }
    }

    /** Tells of a scheduled article, if nobody has been told of it meanwhile. */
    void appear(ArticleId id, Instant appears) {
        transactions.write(() -> {
            var now = clock.instant();
            if (deliveries.awaitNoMore(id, appears)) {
                articles.find(id)
                        .filter(article -> article.isVisible(now))
                        .ifPresent(article -> tell(EventType.PUBLISHED, article.feed(), article, now));
            }
        });
    }

    /** Awaits articles that were scheduled while nobody was to be told, or whose store was restored or moved. */
    void awaitAll() {
        transactions.write(() -> {
            var now = clock.instant();
            articles.find(deliveries.unawaited(now)).forEach(article -> await(article, now));
        });
    }

    private void tell(EventType type, FeedName feed, Article article, Instant now) {
        if (scope().isOpen(feed)) {
            telling.tell(type, feed, article.id().value(), () -> message.of(type, feed, article, now));
        }
    }

    @Override
    public void renamed(Feed feed, FeedName former) {
        tell(EventType.FEED_RENAMED, feed, () -> message.renamed(feed, former, clock.instant()));
    }

    @Override
    public void ended(Feed feed) {
        tell(EventType.FEED_ENDED, feed, () -> message.of(EventType.FEED_ENDED, feed, clock.instant()));
    }

    @Override
    public void resumed(Feed feed) {
        tell(EventType.FEED_RESUMED, feed, () -> message.of(EventType.FEED_RESUMED, feed, clock.instant()));
    }

    /** In their order, what happens to one feed is told under its id, which it keeps. */
    private void tell(EventType type, Feed feed, Supplier<String> json) {
        telling.tell(type, feed.name(), feed.id(), json);
    }

    private Known scope() {
        return TransactionScoped.of(this, Known.class, Known::new);
    }

    /** Which feeds one transaction has found open. */
    private final class Known extends TransactionScoped {
        private final Map<FeedName, Boolean> open = new HashMap<>();

        Known() {
            super(Announcing.this);
        }

        /** A feed that opens in the course of the transaction has not been read by anybody when it begins. */
        boolean isOpen(FeedName feed) {
            return open.computeIfAbsent(
                    feed,
                    name -> feeds.find(name).filter(known -> !known.isRetired()).isPresent());
        }
    }
}
