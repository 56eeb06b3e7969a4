package org.feedwright.timeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.ArticleEvent.ArticleScheduled;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Horizon;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.feed.LogicalFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives articles their places, in the transaction that changes them.
 *
 * <p>What readers have seen in a place stays there or leaves it empty; a place is never given to another
 * article and never moves, so that archive documents keep their boundaries. A new place is above the
 * logical feed's horizon: an article that belongs below it has its place where readers still look, on top.
 */
@Component
class Placement {
    private final JdbcPlaces places;
    private final JdbcPlacing placing;
    private final JdbcJoining joining;
    private final Timeline timeline;
    private final JdbcFeeds feeds;
    private final FeedChanges changes;
    private final InstantSource clock;

    Placement(
            JdbcPlaces places,
            JdbcPlacing placing,
            JdbcJoining joining,
            Timeline timeline,
            JdbcFeeds feeds,
            FeedChanges changes,
            InstantSource clock) {
        this.places = places;
        this.placing = placing;
        this.joining = joining;
        this.timeline = timeline;
        this.feeds = feeds;
        this.changes = changes;
        this.clock = clock;
    }

    /** Places an article anew in every logical feed, after what readers see of it has changed. */
    void place(ArticleEvent event) {
        boolean isVisible = !(event instanceof ArticleScheduled);
        var change = changes.under(event.feed(), isVisible);
        var article = event.article();
        var kin = change.kin(article.feed(), this::kin);
        for (var logicalFeed : place(article, kin, change)) {
            change.add(logicalFeed.feed(), isVisible);
            change.logicalFeeds.add(logicalFeed);
        }
        if (isVisible && kin.isOpen(LogicalFeed.of(article.feed()))) {
            change.articles.add(article.id());
        }
    }

    /** Places articles that readers can see and that have never been in the store, all at once. */
    void placeFirst(FeedName feed, List<Article> articles) {
        var now = clock.instant();
        var change = changes.under(feed, true);
        var kin = change.kin(feed, this::kin);
        var taken = new ArrayList<Place>();
        for (var article : articles) {
            for (var logicalFeed : kin.logicalFeeds(article)) {
                taken.add(first(logicalFeed, article, kin, change, now));
                change.add(logicalFeed.feed(), true);
                change.logicalFeeds.add(logicalFeed);
            }
            if (kin.isOpen(LogicalFeed.of(feed))) {
                change.articles.add(article.id());
            }
        }
        placing.take(taken);
    }

    /** Gives articles of one feed the places that they had in a logical feed, or new ones. */
    void join(LogicalFeed logicalFeed, List<ArticleId> articles, CandidateFeeds kin) {
        var now = clock.instant();
        var change = changes.under(logicalFeed.feed(), true);
        var horizon = kin.isOpen(logicalFeed) ? horizon(logicalFeed, kin, change) : Horizon.NONE;
        joining.fill(logicalFeed, articles, now);
        joining.copy(LogicalFeed.of(kin.name()), logicalFeed, articles, horizon, horizon.top(now));
        change.logicalFeeds.add(logicalFeed);
    }

    /** Makes articles leave their places in a logical feed empty. */
    void leave(LogicalFeed logicalFeed, List<ArticleId> articles) {
        joining.leave(logicalFeed, articles, clock.instant());
        changes.under(logicalFeed.feed(), true).logicalFeeds.add(logicalFeed);
    }

    /** A logical feed's horizon before anything that the transaction under way does. */
    private Horizon horizon(LogicalFeed logicalFeed, CandidateFeeds kin, ChangeSet change) {
        return change.horizon(logicalFeed, asked -> timeline.horizon(asked, kin.window(asked)));
    }

    /** Returns the logical feeds in which something is different. */
    private Set<LogicalFeed> place(Article article, CandidateFeeds kin, ChangeSet change) {
        var now = clock.instant();
        var wanted = article.state() == State.PUBLISHED ? kin.logicalFeeds(article) : Set.<LogicalFeed>of();
        var touched = new HashSet<LogicalFeed>();
        var seen = new HashMap<LogicalFeed, Place>();
        for (var place : places.of(article.id())) {
            touched.add(place.logicalFeed());
            if (place.appeared().isAfter(now)) {
                placing.remove(place);
            } else {
                seen.put(place.logicalFeed(), place);
            }
        }
        var taken = new ArrayList<Place>();
        for (var logicalFeed : wanted) {
            touched.add(logicalFeed);
            var place = article.isScheduled(now) ? null : seen.remove(logicalFeed);
            if (place == null) {
                taken.add(first(logicalFeed, article, kin, change, now));
            } else {
                change(place, null, corrected(article, place.appeared()));
            }
        }
        if (touched.isEmpty() && article.state() == State.WITHDRAWN && article.hasBeenSeen(now)) {
            taken.addAll(empty(article, kin, change, now));
            taken.forEach(place -> touched.add(place.logicalFeed()));
        }
        placing.take(taken);
        taken.stream().filter(Place::isEmpty).forEach(placing::change);
        seen.values().forEach(left -> change(left, left.isEmpty() ? left.gone() : now, null));
        return touched;
    }

    /**
     * The places that an article which comes as withdrawn, as into a fresh store, leaves empty; where readers
     * can look already, only those that they have not passed.
     */
    private List<Place> empty(Article article, CandidateFeeds kin, ChangeSet change, Instant now) {
        var appeared = Objects.requireNonNull(article.appeared());
        var gone = article.withdrawn() != null ? article.withdrawn() : now;
        return kin.logicalFeeds(article).stream()
                .filter(logicalFeed -> !kin.isOpen(logicalFeed)
                        || horizon(logicalFeed, kin, change).isBelow(appeared))
                .map(logicalFeed -> new Place(logicalFeed, appeared, article.id(), gone, null, Instant.EPOCH))
                .toList();
    }

    private void change(Place place, @Nullable Instant gone, @Nullable Instant corrected) {
        var changed =
                new Place(place.logicalFeed(), place.appeared(), place.article(), gone, corrected, place.modified());
        if (!changed.equals(place)) {
            placing.change(changed);
        }
    }

    private Place first(LogicalFeed logicalFeed, Article article, CandidateFeeds kin, ChangeSet change, Instant now) {
        var appeared = appearance(logicalFeed, article, kin, change, now);
        return new Place(logicalFeed, appeared, article.id(), null, corrected(article, appeared), Instant.EPOCH);
    }

    private Instant appearance(
            LogicalFeed logicalFeed, Article article, CandidateFeeds kin, ChangeSet change, Instant now) {
        var appeared = article.appeared() != null ? article.appeared() : now;
        if ((logicalFeed.facet() == null && logicalFeed.feed().equals(article.feed())) || !kin.isOpen(logicalFeed)) {
            return appeared;
        }
        return horizon(logicalFeed, kin, change).place(appeared, now);
    }

    private static @Nullable Instant corrected(Article article, Instant appeared) {
        return article.updated().isAfter(appeared) ? article.updated() : null;
    }

    /** The feeds that a feed's articles may have places in, kept from other transactions until this one ends. */
    CandidateFeeds kin(FeedName name) {
        var composed = feeds.composed().stream()
                .filter(feed -> !feed.name().equals(name))
                .toList();
        feeds.hold(name);
        composed.forEach(feed -> feeds.hold(feed.name()));
        return new CandidateFeeds(name, feeds.find(name), composed);
    }
}
