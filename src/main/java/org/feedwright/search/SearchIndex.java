package org.feedwright.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.feedwright.article.ArticleId;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.timeline.Place;

/**
 * The index of the words of all published articles, scheduled ones included. A search finds only what has a place, from
 * its time on. The index is written in the transactions that change articles.
 */
interface SearchIndex {
    /** Replaces the terms by which articles are found. */
    void put(Map<ArticleId, ArticleTerms> articles);

    /** Removes articles from the index. */
    void remove(Collection<ArticleId> articles);

    /**
     * Finds the newest visible places of a logical feed whose articles match a query, the newest first.
     *
     * @param places the largest number of places
     * @throws SearchTooLong if the search takes longer than its limit
     */
    List<Place> find(LogicalFeed logicalFeed, Query query, int places, Instant now);
}
