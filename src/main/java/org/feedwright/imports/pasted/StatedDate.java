package org.feedwright.imports.pasted;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line that is a date, with a month by its name or in ISO 8601's order; nothing else leaves no doubt. */
final class StatedDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String LABEL = "(?i)(?:(?:published|posted|date|on)\\b[\\s:]*(?:on\\s+)?)?(?:[a-z]{3,9}day,?\\s+)?";
    private static final String NAME = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final Pattern MONTH_FIRST = Pattern.compile(LABEL + NAME + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
    private static final Pattern DAY_FIRST = Pattern.compile(LABEL + "(\\d{1,2})(?:st|nd|rd|th)?\\s+" + NAME + ",?\\s+(\\d{4})");
    private static final Pattern ISO = Pattern.compile(LABEL + "(\\d{4})-(\\d{2})-(\\d{2})");

    private StatedDate() {}

    static @Nullable OffsetDateTime of(String line) {
        try {
            return matched(MONTH_FIRST, line, each -> date(each.group(3), month(each.group(1)), each.group(2)))
                    .or(() -> matched(DAY_FIRST, line, each -> date(each.group(3), month(each.group(2)), each.group(1))))
                    .or(() -> matched(ISO, line, each -> date(each.group(1), Integer.parseInt(each.group(2)), each.group(3))))
                    .map(day -> day.atStartOfDay().atOffset(ZoneOffset.UTC))
                    .orElse(null);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Optional<LocalDate> matched(
            Pattern pattern, String line, Function<MatchResult, LocalDate> read) {
        var matcher = pattern.matcher(line.strip());
        return matcher.matches() ? Optional.of(read.apply(matcher)) : Optional.empty();
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
    }

    private static LocalDate date(String year, int month, String day) {
        return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
    }
}
