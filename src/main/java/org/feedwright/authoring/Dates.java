package org.feedwright.authoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Dates as authors write them: a date, or a date and time, with or without a zone. */
final class Dates {
    static final String FORMS = "write a date such as 2026-01-26, or with a time 2026-01-26T09:30, or with a zone"
            + " 2026-01-26T09:30+01:00";

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[' ']")
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT); // else 30 February is the 28th

    private Dates() {}

    /**
     * Reads a date; one without a zone is in the zone given, and one without a time is its midnight there.
     *
     * @throws DateTimeException if it is none, or not between the years 1900 and 9999
     */
    static OffsetDateTime read(String text, ZoneId zone) {
        var stated = FORM.parse(text);
        var date = LocalDate.from(stated);
        var time = stated.query(TemporalQueries.localTime());
        var offset = stated.query(TemporalQueries.offset());
        var local = time == null ? date.atStartOfDay() : date.atTime(time);
        var result = offset == null ? local.atZone(zone).toOffsetDateTime() : local.atOffset(offset);
        if (result.getYear() < 1900 || result.getYear() > 9999) {
            throw new DateTimeException("the year " + result.getYear());
        }
        return result;
    }
}
