package org.feedwright.authoring.problem;

import java.util.Comparator;

/**
 * Something that is wrong with a text, with its place and the remedy; printed as {@code source:line: wrong; remedy}.
 *
 * @param source the text by which the author knows what was written, such as a file's path in the folder
 * @param line counted from 1; 0 where the whole source is meant
 */
public record Problem(String source, int line, String wrong, String remedy) {
    public static final Comparator<Problem> IN_ORDER =
            Comparator.comparing(Problem::source).thenComparingInt(Problem::line);

    /** The problem on one line, whatever signs its source is made of. */
    @Override
    public String toString() {
        return at(source);
    }

    /** The problem on one line, with another name for its source. */
    public String at(String name) {
        return at(name, "");
    }

    /** The warning on one line, marked as one, with another name for its source. */
    public String warningAt(String name) {
        return at(name, "warning: ");
    }

    private String at(String name, String kind) {
        return visible(name + ":" + (line > 0 ? line + ":" : "") + " " + kind + wrong + "; " + remedy);
    }

    /** The text with its control characters spelled out: a file's name may hold a line feed, and forge a line of the log. */
    public static String visible(String text) {
        var visible = new StringBuilder();
        text.chars().forEach(c -> {
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                visible.append("\\u%04X".formatted(c));
            } else {
                visible.append((char) c);
            }
        });
        return visible.toString();
    }
}
