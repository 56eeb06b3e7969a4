package org.feedwright.authoring.template;

import java.util.regex.Pattern;

/**
 * A text whose template tags were translated, and which line of the text each of its lines was made of.
 *
 * @param written the text as its author wrote it
 * @param text the text with its tags translated
 */
public record Translation(String written, String text, Lines lines) {
    private static final Pattern COMMENT = Pattern.compile("<!--[^\\n]*-->");

    /** The lines of the written text, counted from 0, by those of the translated one. */
    @FunctionalInterface
    public interface Lines {
        int written(int line);
    }

    /** With WordPress's mark where an author has a comment of their own in a line to end the summary. */
    public Translation withMark(String comment) {
        if (!COMMENT.matcher(comment).matches() || !text.contains(comment)) {
            return this;
        }
        var line = Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(comment) + "[ \\t]*$");
        return new Translation(written, line.matcher(text).replaceFirst("<!--more-->"), lines);
    }

    /** A text in which nothing was translated. */
    public static Translation none(String text) {
        return new Translation(text, text, line -> line);
    }
}
