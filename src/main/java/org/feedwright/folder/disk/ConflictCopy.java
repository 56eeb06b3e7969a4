package org.feedwright.folder.disk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.feedwright.authoring.ArticleName;
import org.feedwright.authoring.problem.Problems;

/**
 * A copy of an article's file that a program made by itself, because the file had been changed on two machines:
 * one article more to a reader, and none to its author.
 *
 * @param original the path in the feed's folder of the file that it is a copy of
 * @param isCertain whether its name can mean nothing else
 */
public record ConflictCopy(String original, boolean isCertain) {
    /** Dropbox, Nextcloud, Obsidian and others say it in words, in the language of their user. */
    private static final String CONFLICT =
            "(?:conflict|konflikt|conflit|конфликт|конфлікт|競合|冲突|衝突|충돌|ristiriit|çakış|kolize|ütköz)";

    private static final String COPY = "(?:cop[iy]|cópi|kop[iy]|kópi|exempla|копи|копі|コピー|副本|複本|複製|사본|másolat)";

    /** Every name of a certain copy has one of these signs. Most names have none, and are dismissed quickly. */
    private static final Pattern SIGN =
            Pattern.compile("[(\\[]|_(?:BACKUP|BASE|LOCAL|REMOTE)_|conflict", Pattern.CASE_INSENSITIVE);

    /** The additions to the name of the original that can mean nothing else. */
    private static final List<Pattern> CERTAIN = patterns(
            // Syncthing
            "\\.sync-conflict-\\d{8}-\\d{6}(?:-[A-Z0-9]{7})?",
            " ?\\((?=[^()]*" + CONFLICT + ")(?=[^()]*" + COPY + ")[^()]*\\)(?: \\(\\d+\\))?",
            // Dropbox
            " ?\\((?:case|unicode encoding|white ?space|selective sync) conflict(?: \\d+)?\\)",
            // Nextcloud, ownCloud
            " ?\\(case clash from [^()]*\\)",
            "_conflict-\\d{8}-\\d{6}",
            // Unison
            " ?\\(conflict(?: #\\d+)? on \\d{4}-\\d{2}-\\d{2}\\)",
            // Seafile
            " ?\\(SFConflict [^()]*\\)",
            // pCloud, Google Drive
            " ?(?:\\[(?:conflict|conflicted)(?: \\d+)?\\]|\\(conflicted\\))",
            // rclone
            "\\.conflict\\d+",
            // Synology
            "_.*\\d{4}_Conflict",
            // git mergetool
            "_(?:BACKUP|BASE|LOCAL|REMOTE)_\\d+");

    /** Additions that people write as well: a copy only if the original is there and has the same front matter. */
    private static final List<Pattern> LIKELY = patterns(
            // file managers
            " (?:- )?(?:copy|kopie|copie|copia|cópia|kopia|kopi|コピー|副本)(?: \\(?\\d+\\)?)?",
            // Google Drive, OneDrive, Mega
            " ?\\(\\d{1,3}\\)",
            // iCloud
            " \\d{1,2}",
            // Resilio
            "\\.conflict",
            // OneDrive
            "-(?:DESKTOP|LAPTOP)-[A-Z0-9]{6,8}");

    /** Every name of a likely copy has one of these. */
    private static final Pattern LIKELY_SIGN =
            Pattern.compile("[ (]|\\.conflict|-(?:DESKTOP|LAPTOP)-", Pattern.CASE_INSENSITIVE);

    private static List<Pattern> patterns(String... behind) {
        return Stream.of(behind)
                .map(pattern -> Pattern.compile(
                        "(.+?)" + pattern + "(\\.[A-Za-z]+)",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL))
                .toList();
    }

    /**
     * The original of which a file may be a copy.
     *
     * @param path in the feed's folder; what is copied may be the folder of a bundle as well
     */
    static Optional<ConflictCopy> of(String path) {
        if (!ArticleName.isArticle(path)) {
            return Optional.empty();
        }
        String composed = NamesOnDisk.composed(path);
        return original(SIGN, CERTAIN, composed)
                .map(original -> new ConflictCopy(original, true))
                .or(() -> original(LIKELY_SIGN, LIKELY, composed).map(original -> new ConflictCopy(original, false)));
    }

    /** The path of the file of which a file at this path can only be a copy. */
    public static Optional<String> certainOriginal(String path) {
        return !SIGN.matcher(path).find()
                ? Optional.empty()
                : of(path).filter(ConflictCopy::isCertain).map(ConflictCopy::original);
    }

    private static Optional<String> original(Pattern sign, List<Pattern> patterns, String path) {
        return sign.matcher(path).find() ? original(patterns, path) : Optional.empty();
    }

    private static Optional<String> original(List<Pattern> patterns, String path) {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, slash + 1);
        var file = originalName(patterns, path.substring(slash + 1)).map(folder::concat);
        return file.isPresent() || !ArticleName.isBundle(path) ? file : originalBundle(patterns, path);
    }

    private static Optional<String> originalBundle(List<Pattern> patterns, String path) {
        int slash = path.lastIndexOf('/');
        int before = path.lastIndexOf('/', slash - 1) + 1;
        String suffix = ".folder"; // the patterns are of files
        return originalName(patterns, path.substring(before, slash) + suffix)
                .map(name -> path.substring(0, before)
                        + name.substring(0, name.length() - suffix.length())
                        + path.substring(slash));
    }

    private static Optional<String> originalName(List<Pattern> patterns, String name) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(name))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1) + matcher.group(2))
                .findFirst();
    }

    /** Adds the problem of a file that is one. */
    void refuse(boolean isOriginalThere, Problems problems) {
        problems.add(
                0,
                "this looks like a copy that a synchronization made, of " + original,
                isOriginalThere
                        ? "take over what is missing there and remove this file; or, if it is an article of its own, "
                                + "give it another name"
                        : "rename it to " + original + ", or remove it; until then, an article that was there stays "
                                + "published");
    }

    /** Whether two files say the same on top, so that one of them cannot be another article. */
    static boolean isSameArticle(String text, String other) {
        return front(text).equals(front(other));
    }

    /** The front matter, or all of it where there is none. */
    private static String front(String text) {
        int end = text.startsWith("---") ? text.indexOf("\n---", 3) : -1;
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
