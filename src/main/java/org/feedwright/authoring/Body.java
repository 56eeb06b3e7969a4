package org.feedwright.authoring;

import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.article.Disclaimer;
import org.feedwright.article.Highlight;
import org.feedwright.article.Prose;
import org.jspecify.annotations.Nullable;

/**
 * What stands below the front matter, taken apart.
 *
 * @param prose all but the sections below
 * @param highlights of a leading section headed "Highlights"
 * @param disclaimer of a last paragraph that begins with "Disclaimer:"
 */
record Body(
        Prose prose, List<Highlight> highlights, @Nullable Disclaimer disclaimer) {
    static final Pattern HIGHLIGHTS = Pattern.compile("\\s*highlights:?\\s*", Pattern.CASE_INSENSITIVE);
    static final Pattern DISCLAIMER = Pattern.compile("\\s*disclaimer:\\s*", Pattern.CASE_INSENSITIVE);
}
