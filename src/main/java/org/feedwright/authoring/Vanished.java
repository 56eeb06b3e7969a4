package org.feedwright.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.feedwright.article.Article;
import org.feedwright.article.Articles;
import org.feedwright.article.Manuscript;
import org.feedwright.authoring.JdbcLedger.Known;

/**
 * The articles whose files are no longer where they were. A file that appears may be one of them under
 * another name: then the article keeps its identity, and nothing turns unread.
 */
final class Vanished {
    /** Telling renamed and edited files apart needs the articles; beyond this many, only equal bytes count. */
    private static final int COMPARED = 1_000;

    private final Map<String, Known> byPath = new LinkedHashMap<>();
    private final Map<String, Known> byDigest = new LinkedHashMap<>();
    private final Map<String, Article> articles = new LinkedHashMap<>();

    Vanished(List<Known> files, Articles store) {
        files.forEach(file -> {
            byPath.put(file.path(), file);
            byDigest.putIfAbsent(file.digest(), file);
        });
        if (files.size() <= COMPARED) {
            files.stream()
                    .filter(file -> file.article() != null)
                    .forEach(file ->
                            store.find(file.article()).ifPresent(article -> articles.put(file.path(), article)));
        }
    }

    /** Whether a vanished file had exactly these bytes. */
    boolean has(String digest) {
        return byDigest.containsKey(digest)
                && byPath.containsKey(byDigest.get(digest).path());
    }

    /**
     * The vanished file that has come back as this manuscript, which can then not come back as another:
     * the one with the stated id, else with the same bytes, the same address, or the same title and date.
     */
    Optional<Known> claim(String digest, Manuscript manuscript) {
        if (byPath.isEmpty()) {
            return Optional.empty();
        }
        var found = manuscript.statedId() != null
                ? first(article -> article.id().equals(manuscript.statedId()))
                : Optional.ofNullable(byDigest.get(digest))
                        .filter(file -> byPath.containsKey(file.path()))
                        .or(() -> first(article -> hasSameAddress(article, manuscript)))
                        .or(() -> first(article -> hasSameTitleAndDate(article, manuscript)));
        found.ifPresent(file -> byPath.remove(file.path()));
        return found;
    }

    /** Those that nothing has claimed, of one folder. */
    List<Known> left(String directory) {
        return byPath.values().stream()
                .filter(file -> file.path().startsWith(directory + "/"))
                .toList();
    }

    private Optional<Known> first(Predicate<Article> test) {
        return articles.entrySet().stream()
                .filter(entry -> byPath.containsKey(entry.getKey()) && test.test(entry.getValue()))
                .findFirst()
                .flatMap(entry -> Optional.ofNullable(byPath.get(entry.getKey())));
    }

    private static boolean hasSameAddress(Article article, Manuscript manuscript) {
        String link = manuscript.text().link();
        return (article.feed().equals(manuscript.feed()) && article.slug().equals(manuscript.slug()))
                || (link != null && link.equals(article.text().link()));
    }

    private static boolean hasSameTitleAndDate(Article article, Manuscript manuscript) {
        return article.text().title().equals(manuscript.text().title())
                && article.published().equals(manuscript.published().toInstant());
    }
}
