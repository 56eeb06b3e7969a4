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
 * Which articles of a strand somebody asks for at its address: those that have one of the categories, one of
 * the authors, and the words; the newest of them. Two that mean the same by the same words are equal and
 * read the same.
 */
public final class Query {
    /** How many articles may be asked for. */
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
     * Reads what somebody asks for.
     *
     * @param categories in any spelling, or as their keys
     * @param authors in any spelling, or as their keys
     * @param q words that the articles have in them; null if any will do
     * @param limit a number from 1 to {@value #MOST}; null for as many as the feed's window has places
     * @throws QueryRefused if it cannot be understood
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

    /** How many articles are asked for; empty for as many as the feed's window has places. */
    Optional<Integer> limit() {
        return Optional.ofNullable(limit);
    }

    /** Whether it takes all articles, and asks only for another number of them. */
    boolean takesAll() {
        return categories.isEmpty() && authors.isEmpty() && words == null;
    }

    /** What an article must be found by: one term of each list. */
    List<List<Phrase>> wanted() {
        return Stream.concat(
                        Stream.of(terms(Facet.Kind.CATEGORY, categories), terms(Facet.Kind.AUTHOR, authors))
                                .filter(terms -> !terms.isEmpty()),
                        Stream.ofNullable(words).flatMap(wording -> wording.wanted().stream()))
                .toList();
    }

    /** What it must not be found by. */
    List<Phrase> unwanted() {
        return words == null ? List.of() : words.unwanted();
    }

    private static List<Phrase> terms(Facet.Kind kind, List<String> keys) {
        return keys.stream()
                .map(key -> new Phrase(List.of(ArticleTerms.facet(new Facet(kind, key))), false))
                .toList();
    }

    /** What people call it, by the names that these entries have; empty if it takes all articles. */
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

    /** As it stands behind the question mark of its one address, percent-encoded. */
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
