package org.feedwright.authoring.problem;

import java.util.Comparator;

/**
 * What is wrong with a file, where, and what to do about it; printed as {@code file:line: wrong; remedy}.
 *
 * @param file relative to the folder, with {@code /}
 * @param line counted from 1; 0 where the whole file is meant
 */
public record Problem(String file, int line, String wrong, String remedy) {
    public static final Comparator<Problem> IN_ORDER =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

    /** The problem on one line, whatever signs the file's name is made of. */
    @Override
    public String toString() {
        return at(file);
    }

    /** The same, with another way to name the file. */
    public String at(String name) {
        return at(name, "");
    }

    /** The same of a warning. */
    public String warningAt(String name) {
        return at(name, "warning: ");
    }

    private String at(String name, String kind) {
        return visible(name + ":" + (line > 0 ? line + ":" : "") + " " + kind + wrong + "; " + remedy);
    }

    /** A text on one line: a file's name may hold a line feed, and forge a line of the log. */
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
