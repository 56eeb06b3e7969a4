package org.feedwright.authoring.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Refused;
import org.feedwright.text.DateNames;
import org.jspecify.annotations.Nullable;

/**
 * Dates as authors write them: a date, or a date and time, with or without a zone. ISO 8601, where a part may have one
 * digit, {@code /} stands for {@code -}, and a space for {@code T}; RFC 2822; and English names of months.
 */
public final class Dates {
    public static final String FORMS =
            "write a date such as 2026-01-26, or with a time 2026-01-26T09:30, or with a zone"
                    + " 2026-01-26T09:30+01:00";

    private static final String TIME =
            "(?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?|\\d{1,2}(?= ?[ap]\\.?m\\b))(?: *(?<half>[ap])\\.?m\\b\\.?)?";
    private static final String ZONE = "(?<zone>Z|[+-]\\d{1,2}(?::?\\d{2})?|(?:GMT|UTC)[+-]\\d{1,2}(?::?\\d{2})?"
            + "|[A-Z]{2,4}|[A-Z][\\w+-]*(?:/[\\w+-]+)+)";
    /** Behind an offset, Java names the zone in brackets, and JavaScript in round ones. */
    private static final String END = "(?: *" + ZONE + "(?: *[\\[(][^\\])]*[\\])])?)?";

    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String MONTH = "(?<month>[A-Z]{3,9})\\.?";
    private static final String WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? +)?";

    private static final List<Pattern> WRITTEN = List.of(
            form("(?<year>\\d{4})([-/])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})(?:(?:T| +)" + TIME + END + "| +"
                    + zoneOnly() + ")?"),
            form(WEEKDAY + DAY + "[ -]+" + MONTH + "[ ,-]+(?<year>\\d{4})(?:,? +(?:at +)?" + TIME + END + ")?"),
            form(WEEKDAY + MONTH + " +" + DAY + ",? +(?<year>\\d{4})(?:,? +(?:at +)?" + TIME + END + ")?"));

    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u2009\\u202F\\t]");

    /** Where nobody knows which of two numbers is the month. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("(?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|1[0-2])[./-](?:\\d{4}|\\d{2})(?:\\D.*)?");

    /** Eleventy's words for dates that change with every copy of a file. */
    private static final Pattern OF_FILE =
            Pattern.compile("(?:git )?(?:last modified|created)", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 100; // characters
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999; // RFC 3339 §5.6 and RFC 822 have years of four digits

    private Dates() {}

    private static Pattern form(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE);
    }

    /** A zone behind a date without a time. */
    private static String zoneOnly() {
        return "(?<dayzone>UTC|GMT|[A-Z][\\w+-]*(?:/[\\w+-]+)+)";
    }

    /**
     * Reads a date; one without a zone is in the zone given, and one without a time is its midnight there.
     *
     * @throws DateTimeException if it is none
     * @throws Refused if it is not between the years 1900 and 9999, there and in UTC, or nobody knows which number is
     *     the month
     */
    public static OffsetDateTime read(String text, ZoneId zone) {
        String plain = SPACES.matcher(text).replaceAll(" ").strip();
        var parts = parts(plain);
        var date = LocalDate.of(number(parts, "year"), month(parts.group("month")), number(parts, "day"));
        String time = parts.group("time");
        var local = time == null ? date.atStartOfDay() : date.atTime(time(time, parts.group("half")));
        var own = zone(zoneOf(parts));
        var result = local.atZone(own == null ? zone : own).toOffsetDateTime();
        refuseUnwritable(result);
        refuseUnwritable(result.withOffsetSameInstant(ZoneOffset.UTC)); // as feeds write it
        return result;
    }

    private static Matcher parts(String text) {
        if (text.length() <= LONGEST) {
            for (var form : WRITTEN) {
                var parts = form.matcher(text);
                if (parts.matches()) {
                    return parts;
                }
            }
            refuseAmbiguous(text);
            refuseThatOfFile(text);
        }
        throw new DateTimeException("not a date");
    }

    private static void refuseAmbiguous(String text) {
        if (AMBIGUOUS.matcher(text).matches()) {
            throw new Refused("and nobody knows which number is the month", "write the year first: 2026-01-26");
        }
    }

    private static void refuseThatOfFile(String text) {
        if (OF_FILE.matcher(text).matches()) {
            throw new Refused(
                    "and no date is taken from a file's own times or from git, which change when files are copied",
                    FORMS);
        }
    }

    private static @Nullable String zoneOf(Matcher parts) {
        String zone = parts.group("zone");
        return zone == null && parts.namedGroups().containsKey("dayzone") ? parts.group("dayzone") : zone;
    }

    private static int number(Matcher parts, String name) {
        return Integer.parseInt(parts.group(name));
    }

    private static int month(String month) {
        if (Character.isDigit(month.charAt(0))) {
            return Integer.parseInt(month);
        }
        int number = DateNames.month(month);
        boolean isName = number > 0
                && (month.length() == 3
                        || month.equalsIgnoreCase("sept")
                        || month.equalsIgnoreCase(Month.of(number).name()));
        return isName ? number : 0; // which is refused
    }

    private static LocalTime time(String time, @Nullable String half) {
        String whole = (time.indexOf(':') < 0 ? time + ":00" : time).replace(',', '.');
        var written = LocalTime.parse((whole.indexOf(':') == 1 ? "0" : "") + whole);
        if (half == null) {
            return written;
        }
        int hour = written.getHour();
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of half a day");
        }
        return written.withHour(hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0));
    }

    private static @Nullable ZoneId zone(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        var hours = DateNames.hours(zone);
        if (hours != null) {
            return ZoneOffset.ofHours(hours);
        }
        String offset = zone.replaceFirst("^(?i:GMT|UTC)(?=[+-])", "");
        return offset.charAt(0) == '+' || offset.charAt(0) == '-'
                ? ZoneOffset.of(
                        offset.length() == 5 && offset.charAt(2) == ':'
                                ? offset.charAt(0) + "0" + offset.substring(1)
                                : offset)
                : ZoneId.of(offset);
    }

    private static void refuseUnwritable(OffsetDateTime date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new Refused(
                    "which is not between the years " + FIRST_YEAR + " and " + LAST_YEAR + ", as feeds write them",
                    "write a date within them, in UTC too");
        }
    }
}
