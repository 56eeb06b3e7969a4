package org.feedwright.authoring.body;

import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Highlight;
import org.feedwright.article.Prose;
import org.feedwright.authoring.problem.Note;
import org.jspecify.annotations.Nullable;

/**
 * What stands below the front matter, taken apart.
 *
 * @param prose all but the sections below
 * @param highlights of a leading section headed "Highlights"
 * @param disclaimer of a last paragraph that begins with "Disclaimer:", or of a last section headed "Disclaimer"
 * @param notes what could not be published as it was written
 */
public record Body(
        Prose prose, List<Highlight> highlights, @Nullable Disclaimer disclaimer, List<Note> notes) {
    /** Headings, also as people write them where there is no markup: with signs around, or a colon behind. */
    static final Pattern HIGHLIGHTS = heading("highlights");

    static final Pattern DISCLAIMER_HEADING = heading("disclaimer");

    /** The beginning of a paragraph. */
    static final Pattern DISCLAIMER =
            Pattern.compile("\\s*(?:disclaimer:|\\*\\*disclaimer(?::\\*\\*|\\*\\*:))\\s*", Pattern.CASE_INSENSITIVE);

    private static Pattern heading(String word) {
        return Pattern.compile("[#*_\\s]*" + word + "[:#*_\\s]*", Pattern.CASE_INSENSITIVE);
    }
}
