package org.feedwright.authoring;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether an article that is held back is meant to be out at all, as far as its file tells. What is wrong
 * with a draft is for the log and not for everyone: its file's name may say what nobody is to know yet.
 */
final class Embargo {
    private static final Pattern DRAFT = Pattern.compile("(?im)^\\s*draft\\s*:(?!\\s*(?:false|no)?\\s*(?:#.*)?$)");
    private static final Pattern PUBLISHED = Pattern.compile("(?m)^\\s*published\\s*:\\s*[\"']?([^\"'#\\n]*)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Embargo() {}

    /**
     * @param name the file's name, which may begin with a date
     * @param text what is in it, however broken; empty where it cannot be read
     */
    static boolean covers(String name, String text, ZoneId zone, Instant now) {
        if (DRAFT.matcher(text).find()) {
            return true;
        }
        var published = PUBLISHED.matcher(text);
        String stated = published.find() ? published.group(1).strip() : "";
        var prefix = DATE.matcher(name);
        return Stream.of(stated, prefix.lookingAt() ? prefix.group() : "").anyMatch(date -> isAfter(date, zone, now));
    }

    private static boolean isAfter(String date, ZoneId zone, Instant now) {
        try {
            return Dates.read(date, zone).toInstant().isAfter(now);
        } catch (DateTimeException _) {
            return false;
        }
    }
}
