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
    private static final String DATE = "(\\d{4})-(\\d{1,2})-(\\d{1,2})";

    /** A date before a name, and what parts the two: Hugo and Zola take all of these signs. */
    private static final String BEFORE = "(?:" + DATE + "[-_ ])?";

    private static final Pattern NAME =
            Pattern.compile(BEFORE + "(.+)\\.(?i:md|markdown|(txt)|(html))", Pattern.DOTALL);
    private static final Pattern FOLDER = Pattern.compile(BEFORE + "(.+)", Pattern.DOTALL);
    private static final Pattern DATE_ALONE = Pattern.compile(DATE);
    private static final Pattern BUNDLE =
            Pattern.compile("(?:.*/)?([^/]+)/(?i:index\\.(?:md|markdown|txt|html))", Pattern.DOTALL);
    private static final Pattern DATED_FOLDERS =
            Pattern.compile("(?:.*/)?(\\d{4})/(\\d{2})/(\\d{2})/.+", Pattern.DOTALL);

    /** Docusaurus's folder of a year, with month and day before the name. */
    private static final Pattern IN_YEAR =
            Pattern.compile("(?:.*/)?(\\d{4})/(\\d{2})-(\\d{2})-([^/]+?)(?:/(?i:index))?\\.[^./]+", Pattern.DOTALL);

    /** A folder with a date before its name, of which the file is a part (Docusaurus, Eleventy). */
    private static final Pattern IN_DATED_FOLDER =
            Pattern.compile("(?:.*/)?" + DATE + "(?:[-_ ][^/]*)?/.+", Pattern.DOTALL);

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
        var inYear = IN_YEAR.matcher(path);
        if (date(inYear).isPresent()) {
            return Optional.of(inYear.group(4));
        }
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

    /**
     * The date before the name of the file or of its bundle, or that of the folders in which it lies: {@code yyyy/mm/dd},
     * or one whose name begins with a date.
     */
    public static Optional<LocalDate> date(String path) {
        return ownDate(path).or(() -> date(IN_DATED_FOLDER.matcher(path)));
    }

    /**
     * Whether the path dates this file. What else lies in a dated folder may be a transcript or a licence, unless it says
     * what it is.
     */
    public static boolean isDated(String path) {
        return ownDate(path).isPresent();
    }

    private static Optional<LocalDate> ownDate(String path) {
        var name = nameOrFolder(path);
        return date(name)
                .or(() -> name.matches() ? date(DATE_ALONE.matcher(name.group(4))) : Optional.empty())
                .or(() -> date(DATED_FOLDERS.matcher(path)))
                .or(() -> date(IN_YEAR.matcher(path)));
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
