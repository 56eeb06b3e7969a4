package org.feedwright.authoring.body;

import org.feedwright.authoring.problem.TooMuch;

/**
 * A text that may grow only in proportion to its source. One long address, to which ten thousand short references lead,
 * would fill the memory otherwise.
 */
final class BoundedText implements Appendable {
    private static final int TIMES = 20;
    private static final int AT_LEAST = 100_000;

    private final StringBuilder text;
    private final long most;

    /** @param length the length of the source, in characters */
    BoundedText(int length) {
        this.text = new StringBuilder(Math.min(length + length / 4 + 16, 1_000_000));
        this.most = (long) TIMES * length + AT_LEAST;
    }

    @Override
    public Appendable append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public Appendable append(CharSequence more, int start, int end) {
        if (text.length() + (long) end - start > most) {
            throw new TooMuch(
                    "as HTML it would be more than " + TIMES + " times as long",
                    "shorten what is repeated, such as an address or a footnote that is referred to thousands of times");
        }
        text.append(more, start, end);
        return this;
    }

    @Override
    public Appendable append(char c) {
        return append(String.valueOf(c), 0, 1);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
