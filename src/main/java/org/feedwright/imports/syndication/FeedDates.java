package org.feedwright.imports.syndication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dates of feeds: RFC 822 in the forms that publishers write, and ISO 8601 (RFC 3339, W3C-DTF). */
final class FeedDates {
    private static final Pattern MAIL = Pattern.compile(
            "(?:\\p{L}+\\.?,?\\s+)?(?<day>\\d{1,2})[\\s-]+(?<month>\\p{L}{3,9})\\.?[\\s-]+(?<year>\\d{4}|\\d{2})"
                    + "(?:,?\\s+(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?\\s*(?<zone>[A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\\d{1,2}:?\\d{2})?)?"
                    + "(?:\\s*\\([^)]*\\))?");

    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})(?:-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2})"
            + "(?:[Tt\\s]\\s*(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)(?<fraction>[.,]\\d{1,9})?\\d*"
            + "\\s*(?<zone>[A-Za-z]{1,5}|[+-]\\d{1,2}(?::?\\d{2})?)?)?)?)?");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Hours east of Greenwich (RFC 822 §5.1), and of Central Europe, which many feeds write. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("GMT", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("Z", 0),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("CET", 1),
            Map.entry("CEST", 2));

    private static final int CENTURY = 50; // RFC 2822 §4.3: 00 to 49 are years after 2000

    private FeedDates() {}

    /** The date; null if the text is none, or nobody knows of which zone. A date without a zone is in the one given. */
    static @Nullable OffsetDateTime of(@Nullable String text, ZoneId zone) {
        if (text == null) {
            return null;
        }
        String plain = text.strip();
        try {
            var mail = MAIL.matcher(plain);
            if (mail.matches()) {
                return date(mail, month(mail.group("month")), "", zone);
            }
            var iso = ISO.matcher(plain);
            if (!iso.matches()) {
                return null;
            }
            String fraction = iso.group("fraction");
            return date(iso, number(iso, "month"), fraction == null ? "" : fraction.replace(',', '.'), zone);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static OffsetDateTime date(Matcher parts, int month, String fraction, ZoneId zone) {
        int year = number(parts, "year");
        if (parts.group("year").length() == 2) {
            year += year < CENTURY ? 2000 : 1900;
        }
        var day = LocalDate.of(year, month, number(parts, "day"));
        String time = parts.group("time");
        var local = time == null ? day.atStartOfDay() : dateTime(day, time, fraction);
        String named = parts.group("zone");
        return named == null ? local.atZone(zone).toOffsetDateTime() : local.atOffset(offset(named));
    }

    /** A leap second, and midnight as the end of a day, become the second that follows. */
    private static LocalDateTime dateTime(LocalDate day, String time, String fraction) {
        String full = (time.indexOf(':') == 1 ? "0" : "") + time + (time.indexOf(':') == time.lastIndexOf(':') ? ":00" : "");
        if (full.startsWith("24:00:00")) {
            return day.plusDays(1).atStartOfDay();
        }
        if (full.endsWith(":60")) {
            return day.atTime(LocalTime.parse(full.replaceFirst(":60$", ":59"))).plusSeconds(1);
        }
        return day.atTime(LocalTime.parse(full + fraction));
    }

    private static int number(Matcher parts, String name) {
        String number = parts.group(name);
        return number == null ? 1 : Integer.parseInt(number);
    }

    private static int month(String name) {
        int month = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        if (month == 0) {
            throw new DateTimeException("no month: " + name);
        }
        return month;
    }

    private static ZoneOffset offset(String zone) {
        Integer hours = ZONES.get(zone.toUpperCase(Locale.ROOT));
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        String digits = zone.replaceFirst("^(?i:GMT|UTC)", "").replace(":", "");
        String sign = digits.substring(0, 1);
        String rest = digits.substring(1);
        if (!rest.matches("\\d{1,4}")) {
            throw new DateTimeException("no zone: " + zone);
        }
        String padded = rest.length() % 2 == 1 ? "0" + rest : rest;
        return ZoneOffset.of(sign + padded);
    }
}
