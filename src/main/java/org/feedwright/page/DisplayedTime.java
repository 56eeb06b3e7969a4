package org.feedwright.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time as people read it, and as machines do.
 *
 * @param iso for the attribute {@code datetime}
 * @param text a date, with the time of day where it matters
 */
record DisplayedTime(String iso, String text) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.ENGLISH);

    static DisplayedTime day(Instant instant, ZoneId zone) {
        return of(instant, zone, DAY);
    }

    static DisplayedTime minute(Instant instant, ZoneId zone) {
        return of(instant, zone, MINUTE);
    }

    /** A later time: with the time of day where the date alone would say nothing new. */
    static DisplayedTime after(Instant first, Instant instant, ZoneId zone) {
        boolean sameDay =
                first.atZone(zone).toLocalDate().equals(instant.atZone(zone).toLocalDate());
        return of(instant, zone, sameDay ? MINUTE : DAY);
    }

    private static DisplayedTime of(Instant instant, ZoneId zone, DateTimeFormatter format) {
        return new DisplayedTime(
                instant.truncatedTo(ChronoUnit.SECONDS).toString(), format.format(instant.atZone(named(zone))));
    }

    /** The offset 0 would be called Z. */
    private static ZoneId named(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }
}
