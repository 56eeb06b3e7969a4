package org.feedwright.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.Category;
import org.feedwright.article.Highlight;
import org.feedwright.article.Person;
import org.jspecify.annotations.Nullable;

/**
 * What an article is found by: the words of its title, authors, categories, highlights, corrections and
 * body, and its facets.
 *
 * <p>Of a very long article the beginning counts. The bounds are within those of
 * <a href="https://www.postgresql.org/docs/current/textsearch-limitations.html">PostgreSQL's text search</a>,
 * which would drop the rest by itself, where SQLite would not.
 *
 * @param tokens in their order, with {@link #GAP} where no phrase goes on
 * @param facets as {@link #facet} writes them
 */
record ArticleTerms(List<String> tokens, Set<String> facets) {
    /** Stands for a word that nobody can look for. */
    static final String GAP = "~";

    private static final int MOST = 16_000; // tokens
    private static final int MOST_OF_ONE = 250; // uses of one token
    private static final int LARGEST = 600_000; // bytes of all different tokens

    /**
     * Those of many articles, in their order.
     *
     * @param definitions of their feeds; null where there is none
     */
    static Map<ArticleId, ArticleTerms> of(
            Collection<Article> articles, Function<Article, @Nullable FeedDefinition> definitions) {
        var found = articles.parallelStream()
                .map(article -> Map.entry(article.id(), of(article.text(), definitions.apply(article))))
                .toList();
        var terms = new LinkedHashMap<ArticleId, ArticleTerms>();
        found.forEach(article -> terms.put(article.getKey(), article.getValue()));
        return terms;
    }

    /** @param definition of the article's feed; null if there is none */
    static ArticleTerms of(ArticleText text, @Nullable FeedDefinition definition) {
        var tokens = new ArrayList<String>();
        var uses = new HashMap<String, Integer>();
        int size = 0;
        for (String part : (Iterable<String>) parts(text, definition)::iterator) {
            for (String token : Tokens.of(part)) {
                int before = uses.merge(token, 1, Integer::sum) - 1;
                size += before == 0 ? bytes(token) : 0;
                if (tokens.size() == MOST || size > LARGEST) {
                    return new ArticleTerms(tokens, facets(text, definition));
                }
                tokens.add(before < MOST_OF_ONE ? token : GAP);
            }
            tokens.add(GAP);
        }
        return new ArticleTerms(tokens, facets(text, definition));
    }

    /** The term for a category or an author. It has signs in it that no word has. */
    static String facet(Facet facet) {
        return facet.kind().segment() + ":" + facet.key();
    }

    private static Stream<String> parts(ArticleText text, @Nullable FeedDefinition definition) {
        var authors = text.authors().isEmpty()
                ? Optional.ofNullable(definition).map(FeedDefinition::author).stream()
                : text.authors().stream();
        return Stream.of(
                        Stream.of(text.title()),
                        authors.map(Person::name),
                        text.categories().stream().map(Category::name),
                        text.highlights().stream().map(Highlight::text),
                        text.corrections().stream()
                                .map(correction ->
                                        HtmlText.of(correction.prose().html())),
                        Stream.of(HtmlText.of(text.body().html())))
                .flatMap(parts -> parts);
    }

    private static Set<String> facets(ArticleText text, @Nullable FeedDefinition definition) {
        return Facet.of(text, definition == null ? null : definition.author())
                .map(ArticleTerms::facet)
                .collect(Collectors.toSet());
    }

    /** In UTF-8, at most. */
    private static int bytes(String token) {
        int bytes = 0;
        for (int i = 0; i < token.length(); i++) {
            bytes += token.charAt(i) < 0x80 ? 1 : 3;
        }
        return bytes;
    }
}
