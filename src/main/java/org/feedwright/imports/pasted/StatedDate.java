package org.feedwright.imports.pasted;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedwright.text.DateNames;
import org.jspecify.annotations.Nullable;

/** Dates of publication as reports state them in a line of their own: the day, the month and the year, and no doubt. */
final class StatedDate {
    private static final String MONTH = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String LABEL = "(?:(?:published|posted|date|dated|released)(?: on| at)? ?:? *)?"
            + "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]* *)?";
    private static final String REST =
            "(?:,? *(?:at )?\\d{1,2}:\\d{2}(?::\\d{2})? ?(?:[ap]\\.?m\\.?)?(?: ?[a-z]{1,4})?)?"
                    + "(?: *[|·•] *\\d+ min(?:ute)?s? read)?";
    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{4})[-/](?<number>\\d{1,2})[-/](?<day>\\d{1,2})"),
            form("(?<year>\\d{4})年(?<number>\\d{1,2})月(?<day>\\d{1,2})日"),
            form(MONTH + " (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})"),
            form("(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)? " + MONTH + ",? (?<year>\\d{4})"));
    private static final Pattern AMBIGUOUS = form("(?<day>\\d{1,2})[./-]\\d{1,2}[./-](?<year>\\d{2,4})");

    private StatedDate() {}

    private static Pattern form(String date) {
        return Pattern.compile(LABEL + date + REST, Pattern.CASE_INSENSITIVE);
    }

    /** The date that a line is; null if it is none. */
    static @Nullable LocalDate of(String line) {
        if (line.length() > 100) {
            return null;
        }
        for (var form : FORMS) {
            var date = form.matcher(line);
            if (date.matches()) {
                return date(date);
            }
        }
        return null;
    }

    /** Whether the line is a date of which nobody knows the month. */
    static boolean isAmbiguous(String line) {
        return line.length() <= 100 && AMBIGUOUS.matcher(line).matches();
    }

    private static @Nullable LocalDate date(Matcher date) {
        int month = date.namedGroups().containsKey("number")
                ? Integer.parseInt(date.group("number"))
                : DateNames.month(date.group("month"));
        try {
            return LocalDate.of(Integer.parseInt(date.group("year")), month, Integer.parseInt(date.group("day")));
        } catch (DateTimeException _) {
            return null;
        }
    }
}
