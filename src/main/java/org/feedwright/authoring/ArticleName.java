package org.feedwright.authoring;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feedwright.article.Slug;

/**
 * The names of files: which of them are articles', and what they tell of an article. A path is one in the feed's folder,
 * with {@code /}. In {@code a-report/index.md}, a bundle, the name of the folder is that of the article.
 */
public final class ArticleName {
    private static final String DATE = "(\\d{4})-(\\d{2})-(\\d{2})";
    private static final Pattern NAME =
            Pattern.compile("(?:" + DATE + "-)?(.+)\\.(?i:md|markdown|(txt)|(html))", Pattern.DOTALL);
    private static final Pattern FOLDER = Pattern.compile("(?:" + DATE + "-)?(.+)", Pattern.DOTALL);
    private static final Pattern BUNDLE =
            Pattern.compile("(?:.*/)?([^/]+)/(?i:index\\.(?:md|markdown|txt|html))", Pattern.DOTALL);
    private static final Pattern DATED_FOLDERS =
            Pattern.compile("(?:.*/)?(\\d{4})/(\\d{2})/(\\d{2})/.+", Pattern.DOTALL);

    /** Hidden files, those of editors, those that are kept from being read on purpose, and those about the folder. */
    private static final Pattern KEPT_BACK = Pattern.compile("[._].*|~\\$.*|(?i:readme)(?:\\.[^.]*)?", Pattern.DOTALL);

    private ArticleName() {}

    /** Whether a file of this name, or at this path, may be an article. */
    public static boolean isArticle(String path) {
        return isWritten(path) && !isKeptBackWithin(path);
    }

    /** Whether a name ends like an article's; such a file may hold what is not to be out. */
    public static boolean isWritten(String path) {
        return NAME.matcher(name(path)).matches();
    }

    /** Whether a file or folder of this name was never meant to be an article's, so that nothing is missing without it. */
    public static boolean isKeptBack(String name) {
        return KEPT_BACK.matcher(name).matches();
    }

    private static boolean isKeptBackWithin(String path) {
        for (String name : path.split("/", -1)) {
            if (isKeptBack(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The slug: the name of the file, or of its bundle, without date prefix and suffix. Empty if nothing of it can stand
     * in an address.
     */
    public static String slug(String path) {
        return title(path).map(Slug::of).orElse("");
    }

    /** The name of the file, or of its bundle, as it is: without date prefix and suffix. */
    static Optional<String> title(String path) {
        var name = nameOrFolder(path);
        return name.matches() ? Optional.of(name.group(4)) : Optional.empty();
    }

    private static Matcher nameOrFolder(String path) {
        var bundle = BUNDLE.matcher(path);
        return bundle.matches() ? FOLDER.matcher(bundle.group(1)) : NAME.matcher(name(path));
    }

    /** Whether the article is plain text. */
    public static boolean isPlainText(String path) {
        var parts = NAME.matcher(name(path));
        return parts.matches() && parts.group(5) != null;
    }

    /** Whether the article's body is HTML. */
    public static boolean isHtml(String path) {
        var parts = NAME.matcher(name(path));
        return parts.matches() && parts.group(6) != null;
    }

    /** The date before the name of the file or of its bundle, or of the folders {@code yyyy/mm/dd} in which it lies. */
    public static Optional<LocalDate> date(String path) {
        return date(nameOrFolder(path)).or(() -> date(DATED_FOLDERS.matcher(path)));
    }

    private static Optional<LocalDate> date(Matcher parts) {
        if (!parts.matches() || parts.group(1) == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Whether the file is the text of a bundle, the folder in which it lies. */
    public static boolean isBundle(String path) {
        return BUNDLE.matcher(path).matches();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
