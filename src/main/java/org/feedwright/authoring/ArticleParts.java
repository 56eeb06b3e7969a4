package org.feedwright.authoring;

import java.util.Optional;
import java.util.regex.Pattern;
import org.feedwright.authoring.problem.Problems;

/**
 * An article's text, cut into its front matter and its body.
 *
 * @param front the YAML between the two lines {@code ---}; it begins in the second line of the text
 * @param body the text behind the second of these lines
 * @param linesBefore how many lines stand before the one in which the body begins
 */
record ArticleParts(String front, String body, int linesBefore) {
    static final int FIRST_LINE_OF_FRONT = 2;

    private static final Pattern FENCE = Pattern.compile("(?dm)^---[ \\t]*$");
    private static final Pattern END = Pattern.compile("(?dm)^(?:---|\\.\\.\\.)[ \\t]*$");

    /** Cuts a text; nothing if a problem was added. */
    static Optional<ArticleParts> of(String text, Problems problems) {
        var begins = FENCE.matcher(text);
        if (!text.startsWith("---") || !begins.find() || begins.start() != 0) {
            problems.add(
                    1,
                    "the file does not begin with front matter",
                    "begin it with the lines '---', 'title: …', 'published: …', '---'");
            return Optional.empty();
        }
        int begin = Math.min(begins.end() + 1, text.length());
        var ends = END.matcher(text);
        if (!ends.find(begin)) {
            problems.add(1, "the front matter has no end", "close it with a line '---' before the body");
            return Optional.empty();
        }
        int linesBefore = (int) text.substring(0, ends.end()).lines().count() - 1;
        return Optional.of(
                new ArticleParts(text.substring(begin, ends.start()), text.substring(ends.end()), linesBefore));
    }
}
