package org.feedwright.authoring.template;

import java.util.Arrays;

/** A text while it is translated, with the line of the source that each of its lines was made of. */
final class TranslatedText {
    private final StringBuilder text = new StringBuilder();
    private int[] lines = new int[64];
    private int count = 1;
    private int line;

    /** The line of the source that was reached, counted from 0. */
    int line() {
        return line;
    }

    /** Adds a part of the source. */
    void copy(String source, int start, int end) {
        for (int i = start; i < end; i++) {
            if (isEnd(source, i)) {
                line++;
                begin();
            }
        }
        text.append(source, start, end);
    }

    /** Passes over a part of the source. */
    void skip(String source, int start, int end) {
        for (int i = start; i < end; i++) {
            line += isEnd(source, i) ? 1 : 0;
        }
        lines[count - 1] = text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? line : lines[count - 1];
    }

    /** Adds what the source does not have. */
    void add(String more) {
        more.chars().filter(c -> c == '\n').forEach(_ -> begin());
        text.append(more);
    }

    Translation translation(String source) {
        var ends = lines;
        int last = count - 1;
        return new Translation(source, text.toString(), each -> ends[Math.min(each, last)]);
    }

    private void begin() {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
        }
        lines[count++] = line;
    }

    private static boolean isEnd(String source, int at) {
        char c = source.charAt(at);
        return c == '\n' || (c == '\r' && !source.startsWith("\n", at + 1));
    }
}
