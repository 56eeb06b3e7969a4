package org.feedwright.folder.disk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedwright.authoring.ArticleName;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a feed by the names of their files or bundles, wherever they lie in its folder. Tags of templates name
 * an article without saying where it is. The folder is listed once, and only if one is looked for.
 */
final class ArticlesByName {
    private final FeedFolder folder;
    private final String directory;
    private @Nullable Map<String, List<String>> paths;

    ArticlesByName(FeedFolder folder, String directory) {
        this.folder = folder;
        this.directory = directory;
    }

    /**
     * The path of the only article whose name is this one but for its folders, its date and its ending; empty if there
     * are several.
     *
     * @param name from an address; only one in Markdown that names no folder is looked for
     */
    Optional<String> only(String name) {
        String slug = ArticleName.slug(name);
        if (!name.endsWith(".md") || name.indexOf('/') >= 0 || slug.isEmpty()) {
            return Optional.empty();
        }
        var articles = paths().getOrDefault(slug, List.of()).stream()
                .filter(path -> folder.attached().isArticle(directory, path))
                .toList();
        return articles.size() == 1 ? Optional.of(articles.getFirst()) : Optional.empty();
    }

    private Map<String, List<String>> paths() {
        var known = paths;
        if (known == null) {
            known = folder.written(directory).stream().collect(Collectors.groupingBy(ArticleName::slug));
            paths = known;
        }
        return known;
    }
}
