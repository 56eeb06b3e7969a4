package org.feedwright.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is stored.
 *
 * @param published the date of publication that its author states
 * @param updated when it last changed significantly (RFC 4287 §4.2.15)
 * @param appeared its place in the order of its feed: when readers could first see it. It is the date of publication,
 *     unless the article came so late that no reader would have met it there. In the future for a scheduled article;
 *     null for one that has never been visible
 * @param withdrawn since when it is withdrawn, to the second; null if it is not, or if that is not known
 * @param reason why it is withdrawn, as plain text on one line; null where no reason was given
 * @param statedId the text that its author stated as its id, if the text is no IRI and the id was made of it; else null
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

    /** An article that is not withdrawn, and whose stated id, if any, is its id. */
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

    /** Whether an article is published, kept back by its author, or withdrawn. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /** Whether readers see the article at this time. */
    public boolean isVisible(Instant now) {
        return state == State.PUBLISHED && hasBeenSeen(now);
    }

    /** Whether the article will become visible without a further change. */
    public boolean isScheduled(Instant now) {
        return state == State.PUBLISHED && appeared != null && appeared.isAfter(now);
    }

    /** Whether readers could see the article at this time or before, also if it has been withdrawn since. */
    public boolean hasBeenSeen(Instant now) {
        return appeared != null && !appeared.isAfter(now);
    }
}
