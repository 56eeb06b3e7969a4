package org.feedwright.article;

/** How much an article changed. */
public enum Revision {
    /** Nothing that anyone can see. */
    NONE,
    /** White space, the disclaimer, a category and the like: documents change, {@code updated} does not. */
    MINOR,
    /** The title, the highlights or the body, in more than white space (RFC 4287 §4.2.15). */
    SIGNIFICANT;

    static Revision between(ArticleText before, ArticleText after) {
        if (before.equals(after)) {
            return NONE;
        }
        return readsTheSame(before, after) ? MINOR : SIGNIFICANT;
    }

    private static boolean readsTheSame(ArticleText before, ArticleText after) {
        return words(before).equals(words(after));
    }

    private static String words(ArticleText text) {
        var words = new StringBuilder(text.title());
        text.highlights().forEach(highlight -> words.append('\0').append(highlight.text()));
        words.append('\0').append(text.body().source());
        return words.toString().replaceAll("[\\s\\u0085\\u00A0\\u2028\\u2029]+", "");
    }
}
