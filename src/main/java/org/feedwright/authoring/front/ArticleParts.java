package org.feedwright.authoring.front;

import java.util.Optional;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.authoring.yaml.Notation;
import org.feedwright.authoring.yaml.Yaml;

/**
 * An article's text, cut into its front matter and its body.
 *
 * @param notation how the front matter is written
 * @param front the front matter without the lines around it; empty if there is none
 * @param firstLine the line of the text in which the front matter begins; 0 if there is none
 * @param body the text behind the front matter
 * @param linesBefore how many lines stand before the one in which the body begins
 */
public record ArticleParts(Notation notation, String front, int firstLine, String body, int linesBefore) {
    /** Ten times what any front matter has; reading more takes seconds. */
    private static final int LONGEST = 200_000; // characters

    /** The reader of TOML takes longer. */
    private static final int LONGEST_TOML = 30_000;

    /** Cuts a text; nothing if a problem was added. */
    public static Optional<ArticleParts> of(String text, Problems problems) {
        var fence = Fence.of(text);
        if (fence.isPresent()) {
            return fence.get().cut(text, problems);
        }
        return HtmlHead.cut(text)
                .or(() -> JsonFront.cut(text, problems))
                .or(() -> problems.isEmpty() ? UnfencedFront.cut(text, problems) : Optional.empty());
    }

    /** Whether a text begins with front matter. Of the text no more than its beginning need be known. */
    public static boolean beginsWithFront(String beginning) {
        return Fence.of(beginning).filter(Fence::isCertain).isPresent()
                || HtmlHead.isIn(beginning)
                || of(beginning, new Problems(""))
                        .map(ArticleParts::hasFront)
                        .orElseGet(() -> JsonFront.beginsObject(beginning));
    }

    /** Cuts a text at these places. */
    static ArticleParts at(Notation notation, String text, int begin, int end, int bodyBegin) {
        return new ArticleParts(
                notation,
                text.substring(begin, end),
                linesBefore(text, begin) + 1,
                text.substring(bodyBegin),
                linesBefore(text, bodyBegin));
    }

    /** A text that is nothing but a body. */
    static ArticleParts bare(String text) {
        return new ArticleParts(Notation.YAML, "", 0, text, 0);
    }

    /** Where the first line begins that is not blank. */
    static int firstText(String text) {
        int first = text.length() - text.stripLeading().length();
        return text.lastIndexOf('\n', first - 1) + 1;
    }

    static int linesBefore(String text, int index) {
        int lines = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < index; end = text.indexOf('\n', end + 1)) {
            lines++;
        }
        return lines;
    }

    /** Whether the text has front matter at all. */
    public boolean hasFront() {
        return firstLine > 0;
    }

    /** Adds the problem that the text has no front matter, where it is needed. */
    public void tellOfNone(Problems problems) {
        UnfencedFront.refuse(1, problems);
    }

    /** Reads the front matter. What is wrong with it is added to the problems, and the mapping is then empty. */
    public Yaml read(Problems problems) {
        int longest = notation == Notation.TOML ? LONGEST_TOML : LONGEST;
        if (notation != Notation.YAML && front.length() > longest) {
            problems.add(firstLine, "the front matter is longer than " + longest + " characters", "shorten it");
            return Yaml.unreadable(firstLine, notation, problems);
        }
        return switch (notation) {
            case YAML -> Yaml.read(front, Math.max(1, firstLine), problems);
            case TOML -> TomlFront.read(front, firstLine, problems);
            case JSON -> JsonFront.read(front, firstLine, problems);
            case HEADERS -> HeaderLines.read(front, firstLine, problems);
            case HTML -> HtmlHead.read(front, firstLine, problems);
        };
    }
}
