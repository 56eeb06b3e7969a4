package org.feedwright.authoring.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.authoring.yaml.Yaml;

/** The date {@code yyyy/mm/dd}, or with hyphens, in the address that an article states for itself. */
public final class PathDate {
    /** The keys under which generators have the address, the first one counting before the others. */
    private static final List<String> KEYS = List.of("path", "url", "permalink");

    private static final Pattern DATE = Pattern.compile("(?<!\\d)(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");

    private PathDate() {}

    public static Optional<LocalDate> of(Yaml written) {
        return KEYS.stream()
                .filter(written::isText)
                .flatMap(key -> written.text(key).flatMap(PathDate::in).stream())
                .findFirst();
    }

    private static Optional<LocalDate> in(String address) {
        var date = DATE.matcher(address);
        try {
            return date.find()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(date.group(1)),
                            Integer.parseInt(date.group(3)),
                            Integer.parseInt(date.group(4))))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
