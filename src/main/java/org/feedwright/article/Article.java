package org.feedwright.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is stored.
 *
 * @param published when it was published, by its author's word
 * @param updated when it last changed significantly (RFC 4287 §4.2.15)
 * @param appeared its place in the feed's order: when readers could first see it. It is the time of
 *     publication unless the article came so late that no reader would have met it there. In the
 *     future for a scheduled article; null for one that has never been visible
 * @param withdrawn since when it is withdrawn, to the second; null if it is not, or that is not known
 * @param reason why it is withdrawn: plain text on one line; null where none was given
 * @param statedId what its author stated as its id, where that is no IRI and the id has been made of it; else null
 */
public record Article(
        ArticleId id,
        FeedName feed,
        Slug slug,
        State state,
        Instant published,
        Instant updated,
        @Nullable Instant appeared,
        ArticleText text,
        @Nullable Instant withdrawn,
        @Nullable String reason,
        @Nullable String statedId) {

    /** An article that is not withdrawn and whose id is all that was stated. */
    public Article(
            ArticleId id,
            FeedName feed,
            Slug slug,
            State state,
            Instant published,
            Instant updated,
            @Nullable Instant appeared,
            ArticleText text) {
        this(id, feed, slug, state, published, updated, appeared, text, null, null, null);
    }

    /** Whether an article is out, kept back by its author, or taken back. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /** Whether readers see the article at this time. */
    public boolean isVisible(Instant now) {
        return state == State.PUBLISHED && hasBeenSeen(now);
    }

    /** Whether the article will become visible by itself. */
    public boolean isScheduled(Instant now) {
        return state == State.PUBLISHED && appeared != null && appeared.isAfter(now);
    }

    /** Whether readers could see the article at this time or before, even if it has been taken back since. */
    public boolean hasBeenSeen(Instant now) {
        return appeared != null && !appeared.isAfter(now);
    }
}
