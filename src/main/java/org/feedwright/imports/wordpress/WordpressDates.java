package org.feedwright.imports.wordpress;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.feedwright.imports.ImportReport;
import org.jspecify.annotations.Nullable;

/**
 * The dates of an item. WordPress notes each twice, in the site's zone and in GMT; of drafts it notes only the local
 * one, and {@code 0000-00-00 00:00:00} for the other.
 *
 * @param zone of the site; null if nobody has said
 */
record WordpressDates(WxrItem item, @Nullable ZoneId zone, ImportReport report) {
    private static final int QUARTER = 15 * 60; // seconds; zones differ by whole ones
    private static final int LARGEST = 14 * 60 * 60;

    /** When the item was published, in the site's zone; null if nobody knows. */
    @Nullable
    OffsetDateTime published() {
        var gmt = date("wp:post_date_gmt");
        var local = date("wp:post_date");
        if (gmt != null) {
            return inZoneOf(gmt, local);
        }
        if (local == null) {
            return null;
        }
        var known = Objects.requireNonNullElse(zone, ZoneOffset.UTC);
        report.note(
                "with a local date alone, which is read in "
                        + (zone == null ? "UTC (--zone says another zone)" : "the zone " + zone),
                item.title());
        return local.atZone(known).toOffsetDateTime();
    }

    /** When it was changed last, if that was later; null otherwise. */
    @Nullable
    OffsetDateTime updated(@Nullable OffsetDateTime published) {
        var gmt = date("wp:post_modified_gmt");
        if (gmt == null || published == null) {
            return null;
        }
        var updated = inZoneOf(gmt, date("wp:post_modified"));
        return updated.isAfter(published) ? updated : null;
    }

    /** The same instant with the local time, if the two differ as zones do. */
    private static OffsetDateTime inZoneOf(LocalDateTime gmt, @Nullable LocalDateTime local) {
        long seconds = local == null ? 0 : Duration.between(gmt, local).toSeconds();
        boolean isOffset = Math.abs(seconds) <= LARGEST && seconds % QUARTER == 0;
        return gmt.atOffset(ZoneOffset.UTC)
                .withOffsetSameInstant(isOffset ? ZoneOffset.ofTotalSeconds((int) seconds) : ZoneOffset.UTC);
    }

    private @Nullable LocalDateTime date(String field) {
        String text = item.field(field);
        if (text.isEmpty() || text.startsWith("0000")) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException _) {
            return null;
        }
    }
}
