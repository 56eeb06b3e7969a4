package org.feedwright.imports.pasted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes out what a page has around its text: buttons, notices, comments. Only whole lines that say nothing else go. */
record Furniture(List<String> lines, List<String> dropped) {
    private static final Pattern COMMENTS = Pattern.compile("(?i)(?:\\d+|no) (?:comments?|replies|responses)");
    private static final int SHORT = 120; // characters
    private static final Pattern NEW_TAB = Pattern.compile(" ?\\(opens in (?:a )?new (?:tab|window)\\)");
    private static final Set<String> BUTTONS = Set.of(
            "read more", "continue reading", "share", "share this", "share this article", "share this post", "tweet",
            "print", "email", "e-mail", "copy link", "link copied", "save", "subscribe", "subscribe now", "sign up",
            "sign in", "log in", "login", "register", "menu", "search", "close", "skip to content",
            "skip to main content", "back to top", "home", "advertisement", "sponsored", "related articles",
            "related posts", "accept", "accept all", "accept cookies", "reject all", "cookie settings",
            "manage preferences", "previous article", "next article", "leave a comment", "leave a reply", "comments",
            "facebook", "twitter", "linkedin", "whatsapp", "reddit", "x", "loading", "loading...");
    private static final Pattern NOTICE = Pattern.compile(
            "(?i)(?:we|this (?:web)?site) uses? cookies\\b.{0,300}|by (?:continuing|using) .{0,80}cookies.{0,200}"
                    + "|\\d+ min(?:ute)?s? read|loading new replies\\.*|follow us on .{1,60}");

    static Furniture of(List<String> text) {
        var kept = new ArrayList<String>();
        var dropped = new ArrayList<String>();
        int end = comments(text);
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            String plain = NEW_TAB.matcher(line).replaceAll("");
            if (i >= end && !line.isEmpty() || isFurniture(line) || isRepeated(line, kept)) {
                dropped.add("line " + (i + 1) + ": '" + Repair.excerpt(line, 0) + "'");
            } else {
                kept.add(plain);
                if (!plain.equals(line)) {
                    dropped.add("line " + (i + 1) + ": '(opens in a new tab)'");
                }
            }
        }
        return new Furniture(kept, dropped);
    }

    /** The line with which the comments begin at the end; the number of lines if there are none. */
    private static int comments(List<String> text) {
        for (int i = text.size() - 1; i >= text.size() / 2; i--) {
            if (text.get(i).strip().length() > SHORT) {
                break;
            }
            if (COMMENTS.matcher(text.get(i).strip()).matches()) {
                return i;
            }
        }
        return text.size();
    }

    private static boolean isFurniture(String line) {
        String words = line.toLowerCase(Locale.ROOT).replaceAll("[\\s→»›|]+$|^[\\s←«‹|]+", "");
        return !line.isEmpty() && (BUTTONS.contains(words) || NOTICE.matcher(line).matches());
    }

    /** A title that stands at the head of the page and of the text is one. */
    private static boolean isRepeated(String line, List<String> kept) {
        return line.length() > 20 && kept.stream().limit(5).anyMatch(line::equals);
    }
}
