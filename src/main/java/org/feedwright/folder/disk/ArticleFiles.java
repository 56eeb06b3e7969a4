package org.feedwright.folder.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.feedwright.authoring.ArticleName;

/**
 * Tells the articles among the files that have the names of articles. In the feed's folder itself each of them is one,
 * except for HTML, which is one if it has front matter. In a folder within, there are texts that come with articles as
 * pictures do: one without front matter and without a date in its path can never be published, and is no article.
 *
 * <p>What was an article stays one: a file that is just being written may have lost its front matter for a moment.
 */
final class ArticleFiles {
    private final Map<Path, Told> told = new ConcurrentHashMap<>();
    private final Set<FolderPath> known = ConcurrentHashMap.newKeySet();

    private record Told(FileStamp stamp, boolean isArticle) {}

    /** Takes files for articles that were stored as such. */
    void know(Set<FolderPath> files) {
        known.addAll(files);
    }

    /** @param stamps tells whether a file has changed; few files need to be asked for it */
    boolean isArticle(FolderPath path, Path file, Function<Path, FileStamp> stamps) {
        String name = path.file();
        if (!ArticleName.isArticle(name) || isListOfArticles(name)) {
            return false;
        }
        if (isByName(name) || known.contains(path)) {
            return true;
        }
        var stamp = stamps.apply(file);
        boolean isArticle = told.compute(
                        file,
                        (_, before) -> before != null && before.stamp().equals(stamp)
                                ? before
                                : new Told(stamp, hasFrontMatter(file)))
                .isArticle();
        if (isArticle) {
            known.add(path);
            told.remove(file);
        }
        return isArticle;
    }

    /** The start page of a site's section, as several generators have it. */
    private static boolean isListOfArticles(String name) {
        return name.equalsIgnoreCase("index.html");
    }

    /** Whether the name alone tells that it is one. */
    private static boolean isByName(String name) {
        return !ArticleName.isHtml(name) && (name.indexOf('/') < 0 || ArticleName.isDated(name));
    }

    private static boolean hasFrontMatter(Path file) {
        try {
            return ArticleHead.of(file).hasFrontMatter();
        } catch (IOException _) {
            return false;
        }
    }
}
