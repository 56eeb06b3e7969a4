package org.feedwright.timeline;

import java.time.Instant;
import org.feedwright.article.ArticleId;
import org.feedwright.feed.LogicalFeed;
import org.jspecify.annotations.Nullable;

/**
 * Where an article stands in a strand. Places are ordered by {@code appeared}, then by article.
 *
 * @param gone since when it is empty; null while the article is here
 * @param corrected when the article last changed significantly, if that was after it appeared here
 * @param modified when what readers see here last changed, in whole seconds; scheduled articles that have
 *     appeared since are not counted
 */
public record Place(
        LogicalFeed strand,
        Instant appeared,
        ArticleId article,
        @Nullable Instant gone,
        @Nullable Instant corrected,
        Instant modified) {

    public boolean isEmpty() {
        return gone != null;
    }

    /** When something last happened here that readers should see. */
    public Instant latest() {
        return corrected != null ? corrected : appeared;
    }
}
