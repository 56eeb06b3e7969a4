package org.feedwright.api;

import java.time.Instant;

/**
 * What {@link Sequence} knows of an article that is there.
 *
 * @param isKeptBack whether it is a draft, or withdrawn by what was written
 * @param written when it was last changed
 * @param wasSeen whether a poll has shown it since its date was last changed
 */
record KnownArticle(String title, String id, boolean isKeptBack, Instant published, Instant written, boolean wasSeen) {
    boolean mustBeSeen(Instant now) {
        return !isKeptBack && !published.isAfter(now) && !written.isAfter(now);
    }

    /** What readers have met, they may still see where the clock was set back. */
    boolean mayBeSeen(Instant now) {
        return !isKeptBack && (wasSeen || !published.isAfter(now));
    }

    KnownArticle seenAs(String shown) {
        return new KnownArticle(title, shown, isKeptBack, published, written, true);
    }
}
