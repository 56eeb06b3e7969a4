package org.feedwright.authoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Dates as authors write them: a date, or a date and time, with or without a zone. ISO 8601, where a part may
 * have one digit, {@code /} stands for {@code -}, and a space for {@code T}.
 */
final class Dates {
    static final String FORMS = "write a date such as 2026-01-26, or with a time 2026-01-26T09:30, or with a zone"
            + " 2026-01-26T09:30+01:00";

    private static final Pattern FORM = Pattern.compile("""
            (?<year>\\d{4})([-/])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})\
            (?:(?:T|[ \\u00A0]+)(?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)\
            (?:[ \\u00A0]*(?<zone>Z|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?))?)?""", Pattern.CASE_INSENSITIVE);

    /** Where nobody knows which of two numbers is the month. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("(?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|1[0-2])[./-](?:\\d{4}|\\d{2})(?:\\D.*)?");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999; // RFC 3339 §5.6 and RFC 822 have years of four digits

    private Dates() {}

    /**
     * Reads a date; one without a zone is in the zone given, and one without a time is its midnight there.
     *
     * @throws DateTimeException if it is none
     * @throws Refused if it is not between the years 1900 and 9999, there and in UTC
     */
    static OffsetDateTime read(String text, ZoneId zone) {
        var parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            if (AMBIGUOUS.matcher(text.strip()).matches()) {
                throw new Refused("and nobody knows which number is the month", "write the year first: 2026-01-26");
            }
            throw new DateTimeException("not a date: " + text);
        }
        var date = LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day"));
        String time = parts.group("time");
        var local = time == null ? date.atStartOfDay() : date.atTime(time(time));
        var offset = offset(parts.group("zone"));
        var result = offset == null ? local.atZone(zone).toOffsetDateTime() : local.atOffset(offset);
        refuseUnwritable(result);
        refuseUnwritable(result.withOffsetSameInstant(ZoneOffset.UTC)); // as feeds write it
        return result;
    }

    private static int number(Matcher parts, String name) {
        return Integer.parseInt(parts.group(name));
    }

    private static LocalTime time(String time) {
        return LocalTime.parse((time.indexOf(':') == 1 ? "0" : "") + time.replace(',', '.'));
    }

    private static @Nullable ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        return switch (zone.toUpperCase(Locale.ROOT)) {
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            default ->
                ZoneOffset.of(
                        zone.length() == 5 && zone.charAt(2) == ':' ? zone.charAt(0) + "0" + zone.substring(1) : zone);
        };
    }

    private static void refuseUnwritable(OffsetDateTime date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new Refused(
                    "which is not between the years " + FIRST_YEAR + " and " + LAST_YEAR + ", as feeds write them",
                    "write a date within them, in UTC too");
        }
    }
}
