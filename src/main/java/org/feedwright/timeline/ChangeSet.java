package org.feedwright.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Horizon;
import org.feedwright.feed.LogicalFeed;
import org.jspecify.annotations.Nullable;

/** What one transaction changes, gathered until it is committed. */
final class ChangeSet {
    /** The feeds that change, and whether readers see something else in them now. */
    final SortedMap<FeedName, Boolean> feeds = new TreeMap<>();

    /** The feeds of which every document may be another. */
    final Set<FeedName> whole = new HashSet<>();

    final Set<LogicalFeed> logicalFeeds = new HashSet<>();

    /** The feeds that say something else of their articles, wherever these are shown. */
    final Set<FeedName> speakers = new HashSet<>();

    /** The articles that look different to readers. */
    final Set<ArticleId> articles = new HashSet<>();

    private final Map<LogicalFeed, Horizon> horizons = new HashMap<>();
    private @Nullable CandidateFeeds kin;

    void add(FeedName feed, boolean visibly) {
        feeds.merge(feed, visibly, Boolean::logicalOr);
    }

    /** A logical feed's horizon before this transaction: the articles of one transaction do not push each other out of sight. */
    Horizon horizon(LogicalFeed logicalFeed, Function<LogicalFeed, Horizon> look) {
        return horizons.computeIfAbsent(logicalFeed, look);
    }

    /** Looked up once for all articles of a feed. */
    CandidateFeeds kin(FeedName feed, Function<FeedName, CandidateFeeds> look) {
        var known = kin;
        if (known == null || !known.name().equals(feed)) {
            known = look.apply(feed);
            kin = known;
        }
        return known;
    }

    /** Feeds were defined anew, opened or ended. */
    void forgetKin() {
        kin = null;
    }
}
