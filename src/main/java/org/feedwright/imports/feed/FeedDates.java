package org.feedwright.imports.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedwright.text.DateNames;
import org.jspecify.annotations.Nullable;

/**
 * The dates of feeds: those of RFC 822 in the shapes in which they are met, and those of ISO 8601 with parts left out
 * at the end. What leaves open which number is the month is no date.
 */
final class FeedDates {
    private static final Pattern RFC_822 =
            Pattern.compile("(?:[A-Za-z]{3,9}\\.?,?\\s+)?(\\d{1,2})[\\s-]+([A-Za-z]{3,9})\\.?[\\s-]+(\\d{4}|\\d{2})"
                    + "(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\\d{2}:?\\d{2})?)?"
                    + "(?:\\s*\\([^)]*\\))?");
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2})(?:[Tt\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?"
                    + "\\s*([Zz]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?)?)?");

    private FeedDates() {}

    /** The date; null if the text is none. A date without zone is one in UTC. */
    static @Nullable OffsetDateTime of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String line = line(text);
        try {
            var iso = ISO.matcher(line);
            if (iso.matches()) {
                return iso(iso);
            }
            var rfc = RFC_822.matcher(line);
            return rfc.matches() ? rfc(rfc) : null;
        } catch (DateTimeException | NumberFormatException _) {
            return null;
        }
    }

    /** What to say of a date whose zone nobody knows. */
    static List<String> notes(@Nullable String text) {
        if (text == null || of(text) == null) {
            return List.of();
        }
        String line = line(text);
        var iso = ISO.matcher(line);
        var rfc = RFC_822.matcher(line);
        String zone = iso.matches() ? iso.group(8) : rfc.matches() ? rfc.group(7) : null;
        boolean isKnown = zone != null && (zone.matches(".*[0-9]") || DateNames.hours(zone) != null);
        return isKnown ? List.of() : List.of("with a date without a zone that is known; it is read as one in UTC");
    }

    private static String line(String text) {
        return text.strip().replaceAll("[\\s\u00A0]+", " ");
    }

    private static OffsetDateTime iso(Matcher date) {
        var day = LocalDate.of(number(date.group(1), 1), number(date.group(2), 1), number(date.group(3), 1));
        String fraction = date.group(7) == null ? "0" : (date.group(7) + "000000000").substring(0, 9);
        return at(day, date.group(4), date.group(5), date.group(6), Integer.parseInt(fraction), zone(date.group(8)));
    }

    private static @Nullable OffsetDateTime rfc(Matcher date) {
        int month = DateNames.month(date.group(2));
        if (month == 0) {
            return null;
        }
        int year = Integer.parseInt(date.group(3));
        if (date.group(3).length() == 2) { // RFC 2822 §4.3
            year += year < 50 ? 2000 : 1900;
        }
        var day = LocalDate.of(year, month, Integer.parseInt(date.group(1)));
        return at(day, date.group(4), date.group(5), date.group(6), 0, zone(date.group(7)));
    }

    /** A 24th hour and a 60th second, which are written now and then, begin what follows. */
    private static OffsetDateTime at(
            LocalDate day,
            @Nullable String hour,
            @Nullable String minute,
            @Nullable String second,
            int nanos,
            ZoneOffset zone) {
        int hours = number(hour, 0);
        int seconds = number(second, 0);
        boolean isMidnight = hours == 24 && number(minute, 0) == 0 && seconds == 0;
        var time = LocalTime.of(isMidnight ? 0 : hours, number(minute, 0), Math.min(seconds, 59), nanos);
        return day.plusDays(isMidnight ? 1 : 0)
                .atTime(time)
                .plusSeconds(seconds == 60 ? 1 : 0)
                .atOffset(zone);
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private static ZoneOffset zone(@Nullable String zone) {
        String name = zone == null ? "" : zone.toUpperCase(Locale.ROOT).replaceFirst("^(?:GMT|UTC)(?=[+-])", "");
        if (!name.startsWith("+") && !name.startsWith("-")) {
            return ZoneOffset.ofHours(Objects.requireNonNullElse(DateNames.hours(name), 0)); // RFC 2822 §4.3
        }
        String digits = name.substring(1).replace(":", "") + "00";
        int minutes = Integer.parseInt(digits.substring(0, 2)) * 60 + Integer.parseInt(digits.substring(2, 4));
        return ZoneOffset.ofTotalSeconds((name.startsWith("-") ? -60 : 60) * minutes);
    }
}
