package org.feedwright.authoring;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.authoring.front.StateKeys;
import org.feedwright.authoring.problem.Refused;
import org.feedwright.authoring.value.Dates;
import org.feedwright.feed.FeedDefinition;

/**
 * Whether an article that is held back is meant to be out at all, as far as its file tells, in whichever notation. What
 * is wrong with a draft is for the log and not for everyone: its file's name may say what nobody is to know yet.
 */
public final class Embargo {
    /** Where a key may begin: in a line of its own, or in braces. */
    private static final String BEGIN = "(?:^|[{,])[ \\t]{0,99}[\"']?";

    private static final String SAYS = "[\"']?[ \\t]{0,99}[:=]";

    /** Behind a value: a comment, or what parts it from the next key. */
    private static final String END = "[\"']?\\s*(?:#.*|[,}].*)?$";

    /** Everything that makes a draft of an article (see {@link FrontMatter}). */
    private static final Pattern DRAFT = Pattern.compile("(?im)" + BEGIN + "(?:"
            + "(?:draft|" + StateKeys.ANY_UNLISTED + ")" + SAYS + "(?!\\s*[\"']?(?:false|no|off)?"
            + END + ")"
            + "|published" + SAYS + "\\s*[\"']?(?:false|no|off)" + END
            + "|list" + SAYS + "\\s*[\"']?(?:never|false)" + END
            + "|status" + SAYS + "(?!\\s*[\"']?(?:publish(?:ed)?|public|live|done|final|visible)?" + END + ")"
            + "|visibility" + SAYS + "(?!\\s*[\"']?(?:publish(?:ed)?|public|visible)?" + END + ")"
            + "|password" + SAYS + "\\s*[^\\s#])");

    private static final Pattern PUBLISHED = Pattern.compile("(?im)" + BEGIN + "(?:" + StateKeys.ANY_PUBLISHED + ")"
            + SAYS + "[ \\t]*(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|([^\"'#\\n]*))");

    /** A line of the head of a page, which says the same as {@code name: content}. */
    private static final Pattern META = Pattern.compile(
            "(?i)<meta\\s+name=[\"']?(\\w{1,40})[\"']?\\s+content=[\"']?([^\"'<>\\n]{0,200})[\"']?\\s*/?>");

    /** What stands behind a date in braces. */
    private static final Pattern NEXT = Pattern.compile("[,}][^\\d]*$");

    private static final Pattern PATH = Pattern.compile("(?im)" + BEGIN + "(?:path|url|permalink)" + SAYS
            + ".*?(?<!\\d)(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)");

    private static final int MOST = 10; // dates
    private static final int LONGEST = 200_000; // characters, which no front matter has

    private Embargo() {}

    /**
     * Whether nobody is to know of an article yet.
     *
     * @param path the file's path in the feed's folder, which may tell a date
     * @param text what is in it, however broken; empty where it cannot be read
     */
    public static boolean covers(String path, String text, FeedDefinition definition, Instant now) {
        return covers(
                path,
                underOurKeys(
                        text.substring(0, Math.min(text.length(), LONGEST)),
                        definition.conventions().keys()),
                definition.zone(),
                now);
    }

    /** Whether nobody is to know of an article yet, in a feed without keys of its own. */
    public static boolean covers(String path, String written, ZoneId zone, Instant now) {
        String text = META.matcher(written).replaceAll("\n$1: $2\n");
        if (DRAFT.matcher(text).find()) {
            return true;
        }
        var stated = PUBLISHED.matcher(text).results().limit(MOST).map(Embargo::value);
        var paths = PATH.matcher(text)
                .results()
                .limit(MOST)
                .map(date -> date.group(1) + "-" + date.group(2) + "-" + date.group(3));
        var named = ArticleName.date(path).map(LocalDate::toString).stream();
        return Stream.of(stated, paths, named)
                .flatMap(dates -> dates)
                .anyMatch(date -> isAfter(date.strip(), zone, now));
    }

    private static String underOurKeys(String text, Map<String, String> keys) {
        String ours = text;
        for (var key : keys.entrySet()) {
            ours = Pattern.compile("(?im)(" + BEGIN + ")" + Pattern.quote(key.getKey()) + "(?=" + SAYS + ")")
                    .matcher(ours)
                    .replaceAll("$1" + key.getValue());
        }
        return ours;
    }

    private static String value(MatchResult date) {
        for (int group = 1; group <= 2; group++) {
            if (date.group(group) != null) {
                return date.group(group);
            }
        }
        return NEXT.matcher(date.group(3).strip()).replaceAll("");
    }

    private static boolean isAfter(String date, ZoneId zone, Instant now) {
        try {
            return Dates.read(date, zone).toInstant().isAfter(now);
        } catch (DateTimeException | Refused _) {
            return false;
        }
    }
}
