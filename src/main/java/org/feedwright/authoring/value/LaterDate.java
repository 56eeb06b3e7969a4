package org.feedwright.authoring.value;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.feedwright.authoring.problem.Refused;
import org.feedwright.authoring.yaml.Yaml;

/**
 * Two dates of Hugo's: {@code date} may lie before {@code publishDate}, until which the article is kept back. The later
 * one counts, so that nothing is out before its time.
 */
public final class LaterDate {
    private LaterDate() {}

    public static Yaml counting(Yaml written) {
        boolean isLater = !written.has("published")
                && date(written, "date")
                        .flatMap(date -> date(written, "publishdate").map(date::isBefore))
                        .orElse(false);
        if (isLater) {
            written.warn(
                    "publishdate",
                    written.written("publishdate") + " lies after " + written.written("date") + ", and counts",
                    "keep one of the two");
        }
        return isLater ? written.without("date") : written;
    }

    private static Optional<OffsetDateTime> date(Yaml written, String key) {
        try {
            return written.isText(key)
                    ? written.text(key).map(text -> Dates.read(text, ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeException | Refused _) {
            return Optional.empty();
        }
    }
}
