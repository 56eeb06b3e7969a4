package org.feedwright.authoring.body;

import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Highlight;
import org.feedwright.article.Prose;
import org.feedwright.authoring.problem.Note;
import org.jspecify.annotations.Nullable;

/**
 * The body of an article, from which its sections were taken.
 *
 * @param prose all but the sections
 * @param highlights the items of a leading section headed "Highlights"
 * @param disclaimer a last paragraph that begins with "Disclaimer:", or a last section headed "Disclaimer"
 * @param heading the first heading of level 1 as plain text, if the article states no title; null if there is none
 * @param summary what stands before a mark such as {@code <!--more-->}, as plain text; null if there is no mark
 * @param notes what could not be published as it was written
 */
public record Body(
        Prose prose,
        List<Highlight> highlights,
        @Nullable Disclaimer disclaimer,
        @Nullable String heading,
        @Nullable String summary,
        List<Note> notes) {
    /** A heading of highlights, also as people write it without markup: with signs around it, or a colon behind it. */
    static final Pattern HIGHLIGHTS = heading("highlights");

    static final Pattern DISCLAIMER_HEADING = heading("disclaimer");

    /** The beginning of a paragraph that is the disclaimer. */
    static final Pattern DISCLAIMER =
            Pattern.compile("\\s*(?:disclaimer:|\\*\\*disclaimer(?::\\*\\*|\\*\\*:))\\s*", Pattern.CASE_INSENSITIVE);

    private static Pattern heading(String word) {
        return Pattern.compile("[#*_\\s]*" + word + "[:#*_\\s]*", Pattern.CASE_INSENSITIVE);
    }
}
