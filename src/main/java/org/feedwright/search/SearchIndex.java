package org.feedwright.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.feedwright.article.ArticleId;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.timeline.Place;

/**
 * By which words published articles are found, scheduled ones included: who searches sees only what has a
 * place, and only from its time on. It is written in the transactions that change articles.
 */
interface SearchIndex {
    /** Notes what articles are found by, instead of what they were found by before. */
    void put(Map<ArticleId, ArticleTerms> articles);

    /** Makes articles be found by nothing. */
    void remove(Collection<ArticleId> articles);

    /**
     * The newest places of a strand that readers can see and whose articles the query means, the newest first.
     *
     * @throws SearchTooLong if that takes too long
     */
    List<Place> find(LogicalFeed strand, Query query, int places, Instant now);
}
