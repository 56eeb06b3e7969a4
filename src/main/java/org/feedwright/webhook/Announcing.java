package org.feedwright.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.ArticleEvent.ArticlePublished;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feeds;
import org.feedwright.store.TransactionScoped;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.Announcements;

/**
 * Decides what is told to whom, and stores it in the transaction in which it happens.
 *
 * <p>What is in a feed when it is first opened is told to nobody, nor is an article that comes with an old date: a
 * publisher who moves here has told of them before. A scheduled article is told of when it appears.
 */
final class Announcing implements Announcements {
    private final Collection<Endpoint> endpoints;
    private final Message message;
    private final JdbcDeliveries deliveries;
    private final JdbcSchedule schedule;
    private final Articles articles;
    private final Feeds feeds;
    private final Transactions transactions;
    private final Duration maxAge;
    private final InstantSource clock;

    Announcing(
            Collection<Endpoint> endpoints,
            JdbcDeliveries deliveries,
            JdbcSchedule schedule,
            Articles articles,
            Feeds feeds,
            Transactions transactions,
            Duration maxAge,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.message = new Message(feeds.addresses());
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
        var wanting = endpoints.stream()
                .filter(endpoint -> endpoint.wants(type, feed))
                .toList();
        if (wanting.isEmpty() || !scope().isOpen(feed)) {
            return;
        }
        String json = message.of(type, feed, article, now);
        var ids = new ArrayList<String>();
        for (var endpoint : wanting) {
            String id = Message.newId();
            deliveries.add(id, endpoint, article.id(), json, now);
            ids.add(id);
        }
        schedule.deliveries(ids, now);
    }

    private Told scope() {
        return TransactionScoped.of(this, Told.class, Told::new);
    }

    /** What one transaction tells: it is sent after the commit. */
    private final class Told extends TransactionScoped {
        private final Map<FeedName, Boolean> open = new HashMap<>();

        Told() {
            super(Announcing.this);
        }

        /** A feed that opens in the course of the transaction has not been read by anybody when it begins. */
        boolean isOpen(FeedName feed) {
            return open.computeIfAbsent(
                    feed,
                    name -> feeds.find(name).filter(known -> !known.isRetired()).isPresent());
        }

        @Override
        public void afterCommit() {
            schedule.lookNow();
        }
    }
}
