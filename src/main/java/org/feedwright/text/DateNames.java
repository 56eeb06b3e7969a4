package org.feedwright.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that dates have for months and zones (RFC 2822 §3.3 and §4.3). */
public final class DateNames {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7));

    private DateNames() {}

    /** The number of the month whose English name begins as this one of at least three letters does; 0 if none does. */
    public static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    /** The hours by which a zone of this name differs from UTC; null if it has no such name. */
    public static @Nullable Integer hours(String zone) {
        return ZONES.get(zone.toUpperCase(Locale.ROOT));
    }
}
