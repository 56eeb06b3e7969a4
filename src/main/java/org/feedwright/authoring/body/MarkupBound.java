package org.feedwright.authoring.body;

import java.util.Locale;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.TooMuch;

/**
 * Bounds the markup of a text. While Markdown is read, each line, sign and cell of a table is a node of a hundred times
 * its size: two megabytes of asterisks would need half a gigabyte. A book has a tenth of these bounds.
 */
final class MarkupBound {
    private static final int LINES = 100_000;
    private static final int SIGNS = 200_000;
    private static final int CELLS = 200_000;
    /** The lines of one paragraph. With each line the parser copies the paragraph so far. */
    private static final int LINES_TOGETHER = 15_000;

    private static final int IMAGES = 10_000;
    private static final boolean[] IS_MARKUP = new boolean[128];
    /** The line below the head of a table. */
    private static final Pattern RULE = Pattern.compile("[>\\s]*+[|:\\-\\t ]++");

    static {
        "*_~`[]<&!|\\".chars().forEach(sign -> IS_MARKUP[sign] = true);
    }

    private MarkupBound() {}

    /**
     * Checks a text.
     *
     * @throws TooMuch if the text has more markup than the bounds allow
     */
    static void check(String source) {
        int lines = 0;
        int signs = 0;
        int images = 0;
        boolean isExclaimed = false; // a loop, because every article passes here before Java has compiled anything
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            lines += c == '\n' ? 1 : 0;
            signs += c < IS_MARKUP.length && IS_MARKUP[c] ? 1 : 0;
            images += isExclaimed && c == '[' ? 1 : 0;
            isExclaimed = c == '!';
        }
        refuse(lines, LINES, "lines");
        refuse(signs, SIGNS, "signs of markup");
        refuse(images, IMAGES, "pictures");
        refuse(lines <= LINES_TOGETHER ? 0 : linesTogether(source), LINES_TOGETHER, "lines without an empty one");
        refuse(source.indexOf('|') < 0 ? 0 : cells(source), CELLS, "cells in its tables");
    }

    private static void refuse(long count, int most, String what) {
        if (count > most) {
            throw new TooMuch(
                    String.format(Locale.ROOT, "it has more than %,d %s", most, what),
                    "divide it into several articles");
        }
    }

    private static int linesTogether(String source) {
        int most = 0;
        int together = 0;
        for (String line : (Iterable<String>) source.lines()::iterator) {
            together = line.isBlank() ? 0 : together + 1;
            most = Math.max(most, together);
        }
        return most;
    }

    /**
     * The most cells that the tables of a text can have. A row that is shorter than its table's head is filled up, so a
     * head of thousands of columns above thousands of empty rows makes millions of cells.
     */
    private static long cells(String source) {
        long cells = 0;
        long columns = 0;
        int end;
        for (int begin = 0; begin < source.length(); begin = end + 1) {
            end = source.indexOf('\n', begin);
            end = end < 0 ? source.length() : end;
            columns = columns(source, begin, end, columns);
            cells += columns;
        }
        return cells;
    }

    /** The columns of the table that a line belongs to; 0 if it belongs to none. */
    private static long columns(String source, int begin, int end, long before) {
        if (source.substring(begin, end).isBlank()) {
            return 0;
        }
        long bars =
                1 + source.substring(begin, end).chars().filter(c -> c == '|').count();
        boolean isRule = bars > before
                && bars > 1
                && RULE.matcher(source).region(begin, end).matches();
        return isRule ? bars : before;
    }
}
