package org.feedwright.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A correction of an article: a text that says what was wrong. It stands above everything else in the article.
 *
 * @param date the date of the correction, to the second; null only in a manuscript whose author states none
 */
public record Correction(Prose prose, @Nullable Instant date) {
    /** @throws IllegalArgumentException if there is no text */
    public Correction {
        if (prose.isEmpty()) {
            throw new IllegalArgumentException("a correction has a text");
        }
        date = date == null ? null : date.truncatedTo(ChronoUnit.SECONDS); // RSS dates have no fraction
    }

    /** Whether two corrections have the same words, whatever their line breaks. */
    boolean saysTheSameAs(Correction other) {
        return Revision.words(prose.source()).equals(Revision.words(other.prose.source()));
    }
}
