package org.feedwright.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * An author's withdrawal of an article.
 *
 * @param reason plain text on one line, for everyone to read; null where no reason is given
 * @param date since when, to the second; null where the author states no date
 */
public record Withdrawal(@Nullable String reason, @Nullable Instant date) {
    public Withdrawal {
        reason = XmlText.lineOrNull(reason);
        date = date == null ? null : date.truncatedTo(ChronoUnit.SECONDS);
    }
}
