package org.feedwright.search;

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
import org.feedwright.entry.EntryHtml;
import org.feedwright.feed.Facet;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.text.HtmlText;
import org.jspecify.annotations.Nullable;

/**
 * The terms by which an article is found: the words of its title, authors, categories, highlights, corrections and
 * body, and its facets.
 *
 * <p>Only the beginning of a very long article counts. The bounds are within those of <a
 * href="https://www.postgresql.org/docs/current/textsearch-limitations.html">PostgreSQL's text search</a>, which drops
 * the rest by itself; SQLite would not.
 *
 * @param tokens the words in their order, with {@link #GAP} where a phrase cannot go on
 * @param facets the categories and authors, as {@link #facet} writes them
 */
record ArticleTerms(List<String> tokens, Set<String> facets) {
    /** Stands in place of a word that nobody can search for. */
    static final String GAP = "~";

    private static final int MOST = 16_000; // tokens
    private static final int MOST_OF_ONE = 250; // uses of one token
    private static final int LARGEST = 600_000; // bytes of all different tokens

    /**
     * Finds the terms of many articles, in the articles' order.
     *
     * @param definitions the definition of an article's feed; null where there is none
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

    /**
     * Finds the terms of one article.
     *
     * @param definition the definition of the article's feed; null if there is none
     */
    static ArticleTerms of(ArticleText text, @Nullable FeedDefinition definition) {
        var tokens = new ArrayList<String>();
        for (String part : (Iterable<String>) parts(text, definition)::iterator) {
            Tokenizer.addTo(tokens, part);
            tokens.add(GAP);
        }
        return new ArticleTerms(isWithinBounds(tokens) ? tokens : bounded(tokens), facets(text, definition));
    }

    /**
     * Whether the tokens are surely within the bounds. It is a quick check that does not count each token by itself.
     */
    private static boolean isWithinBounds(List<String> tokens) {
        int size = 0;
        int[] uses = new int[1024]; // uses of all tokens whose hashes end alike
        for (String token : tokens) {
            size += bytes(token);
            if (++uses[token.hashCode() & 1023] > MOST_OF_ONE || size > LARGEST) {
                return false;
            }
        }
        return tokens.size() <= MOST;
    }

    private static List<String> bounded(List<String> tokens) {
        var bounded = new ArrayList<String>();
        var uses = new HashMap<String, Integer>();
        int size = 0;
        for (String token : tokens) {
            boolean isGap = token.equals(GAP);
            int before = isGap ? 0 : uses.merge(token, 1, Integer::sum) - 1;
            size += before == 0 && !isGap ? bytes(token) : 0;
            if ((bounded.size() >= MOST && !isGap) || size > LARGEST) {
                break;
            }
            bounded.add(before < MOST_OF_ONE ? token : GAP);
        }
        return bounded;
    }

    /** The term for a category or an author. It has signs that no word has. */
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
                        EntryHtml.points(text).stream().map(Highlight::text),
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

    /** The most bytes that a token can have in UTF-8. */
    private static int bytes(String token) {
        int bytes = 0;
        for (int i = 0; i < token.length(); i++) {
            bytes += token.charAt(i) < 0x80 ? 1 : 3;
        }
        return bytes;
    }
}
