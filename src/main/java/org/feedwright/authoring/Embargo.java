package org.feedwright.authoring;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Refused;

/**
 * Whether an article that is held back is meant to be out at all, as far as its file tells. What is wrong
 * with a draft is for the log and not for everyone: its file's name may say what nobody is to know yet.
 */
public final class Embargo {
    /** Everything that makes a draft of an article (see {@link FrontMatter}). */
    private static final Pattern DRAFT = Pattern.compile("""
            (?im)^\\s*["']?(?:draft["']?\\s*:(?!\\s*["']?(?:false|no|off)?["']?\\s*(?:#.*)?$)\
            |published["']?\\s*:\\s*["']?(?:false|no|off)["']?\\s*(?:#.*)?$\
            |status["']?\\s*:(?!\\s*["']?(?:publish(?:ed)?|public|live|done|final|visible)?["']?\\s*(?:#.*)?$)\
            |visibility["']?\\s*:(?!\\s*["']?(?:publish(?:ed)?|public|visible)?["']?\\s*(?:#.*)?$)\
            |password["']?\\s*:\\s*[^\\s#])""");

    private static final Pattern PUBLISHED = Pattern.compile(
            "(?im)^\\s*[\"']?(?:published|date|pubdate|publishdate|published_at)[\"']?\\s*:\\s*[\"']?([^\"'#\\n]*)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final int MOST = 10; // dates

    private Embargo() {}

    /**
     * Whether nobody is to know of an article yet.
     *
     * @param name the file's name, which may begin with a date
     * @param text what is in it, however broken; empty where it cannot be read
     */
    public static boolean covers(String name, String text, ZoneId zone, Instant now) {
        if (DRAFT.matcher(text).find()) {
            return true;
        }
        var stated = PUBLISHED.matcher(text).results().limit(MOST).map(date -> date.group(1));
        var prefix = DATE.matcher(name);
        return Stream.concat(stated, Stream.of(prefix.lookingAt() ? prefix.group() : ""))
                .anyMatch(date -> isAfter(date.strip(), zone, now));
    }

    private static boolean isAfter(String date, ZoneId zone, Instant now) {
        try {
            return Dates.read(date, zone).toInstant().isAfter(now);
        } catch (DateTimeException | Refused _) {
            return false;
        }
    }
}
