package org.feedwright.authoring.template;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /**
     * The text as its author wrote it, without some of its lines.
     *
     * @param taken lines of the translated text, counted from 0
     */
    public String writtenWithout(Set<Integer> taken) {
        if (taken.isEmpty() && written.indexOf('\r') < 0) {
            return written.strip();
        }
        List<String> all = written.lines().toList();
        var out = taken.stream().map(lines::written).collect(Collectors.toSet());
        return IntStream.range(0, all.size())
                .filter(line -> !out.contains(line))
                .mapToObj(all::get)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** A text in which nothing was translated. */
    public static Translation none(String text) {
        return new Translation(text, text, line -> line);
    }
}
