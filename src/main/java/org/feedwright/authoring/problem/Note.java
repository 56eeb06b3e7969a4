package org.feedwright.authoring.problem;

/**
 * Something in a body that could not be published as it was written: what was done with it, and what to do.
 *
 * @param sign the text by which its line is found in the source, such as {@code <iframe}; empty where there is none
 */
public record Note(String what, String remedy, String sign) {
    /** The line of the sign in a text, counted from 1; 0 if it is not there. */
    public int line(String source) {
        int at = sign.isEmpty() ? -1 : source.indexOf(sign);
        return at < 0
                ? 0
                : 1
                        + (int) source.substring(0, at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
