package org.feedwright.authoring.problem;

/**
 * A remark on a part of a body that could not be published as it was written.
 *
 * @param what what was done with the part
 * @param remedy what the author can do
 * @param sign the text by which the part's line is found in the source, such as {@code <iframe}; empty where there is
 *     none
 */
public record Note(String what, String remedy, String sign) {
    /** The line of the sign in a text, counted from 1; 0 if the text does not contain it. */
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
