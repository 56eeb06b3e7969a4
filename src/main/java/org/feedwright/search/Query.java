package org.feedwright.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.entry.Entry;
import org.feedwright.feed.Facet;
import org.feedwright.search.Tokenizer.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A search at a feed's address: the newest articles that have one of the categories, one of the authors, and the words.
 * Two queries that mean the same by the same words are equal and have the same text.
 */
public final class Query {
    /** The largest number of articles that a query may ask for. */
    public static final int MOST = 100;

    private static final int MOST_NAMES = 16;
    private static final int LONGEST_NAME = 300; // characters

    private final List<String> categories;
    private final List<String> authors;
    private final @Nullable SearchPhrases words;
    private final @Nullable Integer limit;

    private Query(
            List<String> categories, List<String> authors, @Nullable SearchPhrases words, @Nullable Integer limit) {
        this.categories = categories;
        this.authors = authors;
        this.words = words;
        this.limit = limit;
    }

    /**
     * Reads the parameters of a query.
     *
     * @param categories names in any spelling, or keys
     * @param authors names in any spelling, or keys
     * @param q the words that the articles must contain; null for any
     * @param limit a number from 1 to {@value #MOST}; null for as many as the feed's window has places
     * @throws QueryRefused if the query cannot be understood
     */
    public static Query parse(
            List<String> categories, List<String> authors, @Nullable String q, @Nullable String limit) {
        return new Query(
                keys("category", Facet.Kind.CATEGORY, categories),
                keys("author", Facet.Kind.AUTHOR, authors),
                q == null ? null : SearchPhrases.parse(q),
                limit == null ? null : limit(limit));
    }

    private static List<String> keys(String parameter, Facet.Kind kind, List<String> names) {
        if (names.size() > MOST_NAMES) {
            throw new QueryRefused("There are more than " + MOST_NAMES + " of " + parameter + ". Name fewer.");
        }
        return names.stream()
                .map(name -> key(parameter, kind, name.strip()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String key(String parameter, Facet.Kind kind, String name) {
        if (name.isEmpty()) {
            throw new QueryRefused(parameter + " is empty. Write a name after " + parameter + "=, or leave it out.");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new QueryRefused(parameter + " has more than " + LONGEST_NAME + " characters. Write a shorter name.");
        }
        return Facet.meant(kind, name).key();
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new QueryRefused("limit is not a number from 1 to " + MOST + ". Write, for example, limit=50.");
        }
        return Integer.parseInt(text);
    }

    /** The number of articles that are asked for; empty for as many as the feed's window has places. */
    Optional<Integer> limit() {
        return Optional.ofNullable(limit);
    }

    /** Whether the query matches all articles, and states at most a number of them. */
    boolean takesAll() {
        return categories.isEmpty() && authors.isEmpty() && words == null;
    }

    /** The terms that an article must have: one of each list. */
    List<List<Phrase>> wanted() {
        return Stream.concat(
                        Stream.of(terms(Facet.Kind.CATEGORY, categories), terms(Facet.Kind.AUTHOR, authors))
                                .filter(terms -> !terms.isEmpty()),
                        Stream.ofNullable(words).flatMap(wording -> wording.wanted().stream()))
                .toList();
    }

    /** The terms that an article must not have. */
    List<Phrase> unwanted() {
        return words == null ? List.of() : words.unwanted();
    }

    private static List<Phrase> terms(Facet.Kind kind, List<String> keys) {
        return keys.stream()
                .map(key -> new Phrase(List.of(ArticleTerms.facet(new Facet(kind, key))), false))
                .toList();
    }

    /**
     * The query's name for people, with the names of categories and authors as the entries spell them; empty if the
     * query matches all articles.
     */
    Optional<String> name(List<Entry> entries) {
        String name = String.join(
                ", ",
                Stream.of(
                                names(Facet.Kind.CATEGORY, categories, entries),
                                names(Facet.Kind.AUTHOR, authors, entries),
                                words == null ? "" : words.text())
                        .filter(part -> !part.isEmpty())
                        .toList());
        return Optional.of(name).filter(any -> !any.isEmpty());
    }

    private static String names(Facet.Kind kind, List<String> keys, List<Entry> entries) {
        return String.join(
                " or ",
                keys.stream()
                        .map(key -> entries.stream()
                                .flatMap(entry -> entry.name(new Facet(kind, key)).stream())
                                .findFirst()
                                .orElse(key))
                        .toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Query query && toString().equals(query.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The query part of the one address of this query, percent-encoded. */
    @Override
    public String toString() {
        var parameters = new ArrayList<String>();
        categories.forEach(key -> parameters.add("category=" + encoded(key)));
        authors.forEach(key -> parameters.add("author=" + encoded(key)));
        if (words != null) {
            parameters.add("q=" + encoded(words.text()));
        }
        if (limit != null) {
            parameters.add("limit=" + limit);
        }
        return String.join("&", parameters);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }
}
