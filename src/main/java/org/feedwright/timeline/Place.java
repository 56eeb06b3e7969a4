package org.feedwright.timeline;

import java.time.Instant;
import org.feedwright.article.ArticleId;
import org.feedwright.feed.LogicalFeed;
import org.jspecify.annotations.Nullable;

/**
 * A place of an article in a logical feed. Places are ordered by {@code appeared}, then by article.
 *
 * @param gone since when the place is empty; null while the article is there
 * @param corrected when the article last changed significantly, if that was after it appeared there
 * @param modified when what readers see there last changed, in whole seconds; scheduled articles that have appeared
 *     since are not counted
 */
public record Place(
        LogicalFeed logicalFeed,
        Instant appeared,
        ArticleId article,
        @Nullable Instant gone,
        @Nullable Instant corrected,
        Instant modified) {

    public boolean isEmpty() {
        return gone != null;
    }

    /** When something last happened in the place that readers should see. */
    public Instant latest() {
        return corrected != null ? corrected : appeared;
    }
}
