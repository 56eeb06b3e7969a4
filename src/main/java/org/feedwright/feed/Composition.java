package org.feedwright.feed;

import java.time.Instant;
import java.time.InstantSource;
import org.feedwright.article.Article;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Horizon;
import org.springframework.stereotype.Component;

/**
 * Fills composed feeds with what is stored already: when one is defined, and when a feed that they take
 * from is opened, ends or lives again. What is published later comes by {@link Placement}.
 */
@Component
class Composition {
    private final JdbcPlaces places;
    private final JdbcFeeds feeds;
    private final Articles articles;
    private final Placement placement;
    private final FeedChanges changes;
    private final InstantSource clock;

    Composition(
            JdbcPlaces places,
            JdbcFeeds feeds,
            Articles articles,
            Placement placement,
            FeedChanges changes,
            InstantSource clock) {
        this.places = places;
        this.feeds = feeds;
        this.articles = articles;
        this.placement = placement;
        this.changes = changes;
        this.clock = clock;
    }

    /** A feed was defined that takes others' articles, or has done so until now: it begins anew. */
    void compose(Feed composed) {
        var strand = Strand.of(composed.name());
        places.clearOthers(strand);
        var select = composed.definition().select();
        if (select != null && !composed.isRetired()) {
            feeds.living().stream()
                    .filter(feed -> !feed.name().equals(composed.name()) && select.takesFrom(feed.name()))
                    .forEach(feed -> join(composed, select, feed, Instant.MIN));
        }
        changes.under(composed.name(), true).strands.add(strand);
    }

    /** A feed was opened, or lives again. */
    void join(Feed feed) {
        for (var composed : feeds.composed()) {
            var select = composed.definition().select();
            if (select != null && !composed.name().equals(feed.name()) && select.takesFrom(feed.name())) {
                var strand = Strand.of(composed.name());
                var horizon = composed.isOpen()
                        ? placement.horizon(strand, composed.definition().window())
                        : Instant.MIN;
                join(composed, select, feed, horizon);
                changes.under(composed.name(), true).strands.add(strand);
            }
        }
    }

    /** A feed has ended. */
    void leave(FeedName feed) {
        for (var composed : feeds.composed()) {
            var strand = Strand.of(composed.name());
            if (!composed.name().equals(feed) && places.empty(strand, Strand.of(feed), clock.instant()) > 0) {
                changes.under(composed.name(), true).strands.add(strand);
            }
        }
    }

    private void join(Feed composed, Selector select, Feed feed, Instant horizon) {
        var to = Strand.of(composed.name());
        var from = Strand.of(feed.name());
        var late = Horizon.top(horizon, clock.instant());
        if (select.goesByFeedAlone()) {
            places.fill(to, from);
            places.copy(from, to, horizon, late);
            return;
        }
        places.walk(from, part -> {
            var ids = part.stream()
                    .filter(place -> !place.isEmpty())
                    .map(Place::article)
                    .toList();
            var taken = articles.find(ids).stream()
                    .filter(article -> select.takes(article, feed.definition()))
                    .map(Article::id)
                    .toList();
            places.fill(to, taken);
            places.copy(from, to, taken, horizon, late);
        });
    }
}
