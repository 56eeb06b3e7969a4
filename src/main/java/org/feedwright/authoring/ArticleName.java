package org.feedwright.authoring;

import java.util.Locale;
import java.util.regex.Pattern;
import org.feedwright.article.Slug;

/** The names of files: which of them are articles', and what they tell of an article. */
public final class ArticleName {
    private static final Pattern NAME =
            Pattern.compile("(?:\\d{4}-\\d{2}-\\d{2}-)?(.+)\\.(?i:md|markdown|(txt))", Pattern.DOTALL);

    /** Hidden files, those of editors, those that are kept from being read on purpose, and those about the folder. */
    private static final Pattern KEPT_BACK = Pattern.compile("[._].*|~\\$.*|(?i:readme)(?:\\.[^.]*)?", Pattern.DOTALL);

    private ArticleName() {}

    /** Whether a file of this name is an article. */
    public static boolean isArticle(String name) {
        return isWritten(name) && !isKeptBack(name);
    }

    /** Whether a name ends like an article's; such a file may hold what is not to be out. */
    public static boolean isWritten(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether a file of this name was never meant to be an article, so that nothing is missing without it. */
    public static boolean isKeptBack(String name) {
        return KEPT_BACK.matcher(name).matches();
    }

    /** The slug: the file's name without date prefix and suffix. Empty if nothing of it can stand in an address. */
    public static String slug(String name) {
        var parts = NAME.matcher(name);
        return parts.matches() ? Slug.of(parts.group(1)) : "";
    }

    /** Whether the article's body is HTML. */
    public static boolean isHtml(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".html");
    }

    static boolean isPlainText(String name) {
        var parts = NAME.matcher(name);
        return parts.matches() && parts.group(2) != null;
    }
}
