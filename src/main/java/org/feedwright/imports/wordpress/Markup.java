package org.feedwright.imports.wordpress;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds where tags, comments and elements end, in time that grows with the text and not with its square: what has no
 * end is looked for once.
 */
final class Markup {
    private static final int LONGEST_TAG = 10_000; // characters; nobody writes longer ones

    private final String text;
    private final Set<String> absent = new HashSet<>();

    Markup(String text) {
        this.text = text;
    }

    /** The position behind the comment that begins here; -1 if it has no end. */
    int commentEnd(int start) {
        return behind("-->", start);
    }

    /** The position behind the end tag of the element that begins here; -1 if it has none. */
    int elementEnd(String name, int start) {
        int end = behind("</" + name, start);
        int close = end < 0 ? -1 : text.indexOf('>', end);
        return close < 0 ? -1 : close + 1;
    }

    /** The position at which a text is found next, in any capitals; -1 if it is not. */
    int indexOf(String wanted, int start) {
        int end = behind(wanted, start);
        return end < 0 ? -1 : end - wanted.length();
    }

    private int behind(String wanted, int start) {
        if (absent.contains(wanted)) {
            return -1;
        }
        char first = wanted.charAt(0);
        for (int i = text.indexOf(first, start); i >= 0; i = text.indexOf(first, i + 1)) {
            if (text.regionMatches(true, i, wanted, 0, wanted.length())) {
                return i + wanted.length();
            }
        }
        absent.add(wanted);
        return -1;
    }

    /**
     * The position behind the bracket that ends the tag that begins here; one in quotes does not end it. -1 if nothing
     * ends it before another tag begins.
     */
    int tagEnd(int start, char open, char close) {
        char quote = 0;
        for (int i = start + 1; i < Math.min(text.length(), start + LONGEST_TAG); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == close) {
                return i + 1;
            } else if (c == open) {
                return -1;
            }
        }
        return -1;
    }

    /** The name of the tag that begins here, as it is written; empty if no letter follows. */
    String name(int start) {
        int begin = start + 1 < text.length() && text.charAt(start + 1) == '/' ? start + 2 : start + 1;
        int end = begin;
        while (end < text.length() && isPart(text.charAt(end), end == begin)) {
            end++;
        }
        return text.substring(begin, end);
    }

    private static boolean isPart(char c, boolean isFirst) {
        boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return isLetter || (!isFirst && ((c >= '0' && c <= '9') || c == '-' || c == '_'));
    }

    /** The position behind code or a comment that begins here, in which tags are only shown; -1 if none does. */
    int verbatimEnd(int start) {
        if (text.startsWith("<!--", start)) {
            return commentEnd(start);
        }
        if (text.charAt(start) != '<' || text.startsWith("</", start)) {
            return -1;
        }
        String name = name(start).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "pre", "code", "script" -> elementEnd(name, start);
            default -> -1;
        };
    }
}
