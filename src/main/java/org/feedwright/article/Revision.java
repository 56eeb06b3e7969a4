package org.feedwright.article;

import java.util.regex.Pattern;

/** The extent of a change of an article. */
public enum Revision {
    /** No reader can see a difference. */
    NONE,
    /** White space, the disclaimer, a category, an address and the like: documents change, {@code updated} does not. */
    MINOR,
    /** The title, the highlights or the body, in more than white space, or a new correction (RFC 4287 §4.2.15). */
    SIGNIFICANT;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    static Revision between(ArticleText before, ArticleText after) {
        if (before.equals(after)) {
            return NONE;
        }
        return words(before).equals(words(after)) && !Corrections.hasNew(before, after) ? MINOR : SIGNIFICANT;
    }

    /** Whether a new correction is the only significant change. */
    static boolean onlyCorrected(ArticleText before, ArticleText after) {
        return Corrections.hasNew(before, after) && words(before).equals(words(after));
    }

    /**
     * The extent of a change of an article. A change that moved {@code updated} was significant, by the author's word.
     */
    static Revision between(Article before, Article after) {
        if (!before.updated().equals(after.updated())) {
            return SIGNIFICANT;
        }
        var revision = between(before.text(), after.text());
        return revision == NONE && !before.equals(after) ? MINOR : revision;
    }

    private static String words(ArticleText text) {
        var words = new StringBuilder(text.title());
        text.highlights().forEach(highlight -> words.append('\0').append(highlight.text()));
        words.append('\0').append(text.body().source());
        return words(words);
    }

    /** A text without its white space. */
    static String words(CharSequence text) {
        return WHITE_SPACE.matcher(text).replaceAll("");
    }
}
