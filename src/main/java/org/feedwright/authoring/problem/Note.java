package org.feedwright.authoring.problem;

import java.util.regex.Pattern;

/**
 * A remark on a part of a body that could not be published as it was written.
 *
 * @param what what was done with the part
 * @param remedy what the author can do
 * @param sign the text by which the part's line is found in the source, such as {@code <iframe}; empty where there is
 *     none
 * @param known the line, counted from 1; 0 if it is found by the sign
 */
public record Note(String what, String remedy, String sign, int known) {
    /** A remark whose line is found by a sign. */
    public Note(String what, String remedy, String sign) {
        this(what, remedy, sign, 0);
    }

    /** A remark on a line that is known, counted from 1. */
    public static Note at(int line, String what, String remedy) {
        return new Note(what, remedy, "", line);
    }

    /** The line of the sign in a text, counted from 1; 0 if the text does not contain it. */
    public int line(String source) {
        if (known > 0) {
            return known;
        }
        int at = sign.isEmpty() ? -1 : source.indexOf(sign);
        if (at < 0 && sign.startsWith("<")) { // names of elements are told in small letters
            var found = Pattern.compile(Pattern.quote(sign), Pattern.CASE_INSENSITIVE)
                    .matcher(source);
            at = found.find() ? found.start() : -1;
        }
        return at < 0
                ? 0
                : 1
                        + (int) source.substring(0, at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }
}
