package org.feedwright.folder.disk;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.problem.Problems;

/** The files that a feed's {@code exclude} takes out: patterns of paths in the feed's folder. */
public final class ExcludedFiles {
    private ExcludedFiles() {}

    /** Adds a problem for each pattern that is none. */
    public static void check(List<String> patterns, String text, Problems problems) {
        for (String pattern : patterns) {
            try {
                matchers(pattern).forEach(_ -> {});
            } catch (IllegalArgumentException e) {
                problems.add(
                        FeedFile.line(text, "exclude"),
                        "'" + pattern + "' is no pattern of paths ("
                                + String.valueOf(e.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("") + ")",
                        "write one such as 'pages', '*.txt' or 'archive/**/*.md'");
            }
        }
    }

    /** Tells by its path whether a file or a folder is taken out. A pattern that is none takes nothing out. */
    static Predicate<String> of(List<String> patterns) {
        if (patterns.isEmpty()) {
            return _ -> false;
        }
        var matchers = patterns.stream().flatMap(ExcludedFiles::matchersOrNone).toList();
        return path -> isMatched(matchers, NamesOnDisk.composed(path));
    }

    /** Whether a file is taken out, or one of the folders that it lies in. */
    static boolean isWithin(Predicate<String> isExcluded, String path) {
        boolean isFolderExcluded = false;
        for (int slash = path.indexOf('/'); slash > 0 && !isFolderExcluded; slash = path.indexOf('/', slash + 1)) {
            isFolderExcluded = isExcluded.test(path.substring(0, slash));
        }
        return isFolderExcluded || isExcluded.test(path);
    }

    private static boolean isMatched(List<PathMatcher> matchers, String path) {
        try {
            var composed = Path.of(path);
            return matchers.stream().anyMatch(matcher -> matcher.matches(composed));
        } catch (InvalidPathException _) {
            return false; // its name cannot be read, which is said elsewhere
        }
    }

    private static Stream<PathMatcher> matchersOrNone(String pattern) {
        try {
            return matchers(pattern);
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }

    /** Java's pattern {@code **}{@code /x} wants a folder before x; people mean x in the feed's folder as well. */
    private static Stream<PathMatcher> matchers(String pattern) {
        String plain =
                NamesOnDisk.composed(pattern).replaceFirst("^(?:\\./|/)+", "").replaceFirst("/+$", "");
        return (plain.startsWith("**/") ? Stream.of(plain, plain.substring(3)) : Stream.of(plain))
                .map(each -> FileSystems.getDefault().getPathMatcher("glob:" + each));
    }
}
