package org.feedwright.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * That an article is taken back, by its author's word.
 *
 * @param reason plain text on one line, for everyone to read; null where none is given
 * @param date since when, to the second; null where the author does not say
 */
public record Withdrawal(@Nullable String reason, @Nullable Instant date) {
    public Withdrawal {
        reason = XmlText.lineOrNull(reason);
        date = date == null ? null : date.truncatedTo(ChronoUnit.SECONDS);
    }
}
