package org.feedwright.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with an article and has been put right; stands above everything else in it.
 *
 * @param date since when it is told, to the second; null only in a manuscript, where its author does not say
 */
public record Correction(Prose prose, @Nullable Instant date) {
    /** @throws IllegalArgumentException if there is no text */
    public Correction {
        if (prose.isEmpty()) {
            throw new IllegalArgumentException("a correction has a text");
        }
        date = date == null ? null : date.truncatedTo(ChronoUnit.SECONDS); // RSS dates have no fraction
    }

    /** Whether it says the same, in whatever lines it is written. */
    boolean saysTheSameAs(Correction other) {
        return Revision.words(prose.source()).equals(Revision.words(other.prose.source()));
    }
}
