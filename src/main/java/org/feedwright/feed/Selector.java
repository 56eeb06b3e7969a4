package org.feedwright.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.feedwright.article.Article;
import org.feedwright.article.FeedName;
import org.jspecify.annotations.Nullable;

/**
 * The choice of articles that a feed takes from other feeds: an article is taken if every list that is not empty has a
 * match for it, and if {@code exclude} has none.
 *
 * @param feeds the feeds to take from; empty for all
 * @param categories keys of {@link Facet}s, of which an article must have one
 * @param authors keys of {@link Facet}s, of which an article must have one
 * @param languages ranges such as {@code en}, to which {@code en-GB} belongs (RFC 4647 §3.3.1)
 * @param exclude articles with a match in any of its lists are left out
 */
public record Selector(
        List<FeedName> feeds,
        List<String> categories,
        List<String> authors,
        List<String> languages,
        @Nullable Selector exclude) {

    /** Takes every article. */
    public static final Selector EVERYTHING = new Selector(List.of(), List.of(), List.of(), List.of(), null);

    public Selector {
        feeds = List.copyOf(feeds);
        categories = List.copyOf(categories);
        authors = List.copyOf(authors);
        languages = languages.stream()
                .map(language -> language.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether only the feed in which an article is filed decides. */
    public boolean goesByFeedAlone() {
        return categories.isEmpty()
                && authors.isEmpty()
                && languages.isEmpty()
                && (exclude == null || exclude.goesByFeedAlone());
    }

    /** A copy in which feeds that are named by former names have their present ones. */
    Selector following(Map<FeedName, FeedName> successors) {
        return new Selector(
                feeds.stream()
                        .map(name -> successors.getOrDefault(name, name))
                        .distinct()
                        .toList(),
                categories,
                authors,
                languages,
                exclude == null ? null : exclude.following(successors));
    }

    /** Whether the language of an article decides. */
    public boolean goesByLanguage() {
        return !languages.isEmpty() || (exclude != null && exclude.goesByLanguage());
    }

    /** Whether articles of a feed may be taken. */
    public boolean takesFrom(FeedName feed) {
        return (feeds.isEmpty() || feeds.contains(feed)) && (exclude == null || !exclude.feeds.contains(feed));
    }

    /**
     * Whether an article is taken.
     *
     * @param definition the definition of the feed in which the article is filed
     */
    public boolean takes(Article article, FeedDefinition definition) {
        return takesFrom(article.feed())
                && (categories.isEmpty() || hasOneOf(article, definition, Facet.Kind.CATEGORY, categories))
                && (authors.isEmpty() || hasOneOf(article, definition, Facet.Kind.AUTHOR, authors))
                && (languages.isEmpty() || isIn(article, definition, languages))
                && (exclude == null || !exclude.names(article, definition));
    }

    private boolean names(Article article, FeedDefinition definition) {
        return feeds.contains(article.feed())
                || hasOneOf(article, definition, Facet.Kind.CATEGORY, categories)
                || hasOneOf(article, definition, Facet.Kind.AUTHOR, authors)
                || isIn(article, definition, languages);
    }

    private static boolean hasOneOf(Article article, FeedDefinition definition, Facet.Kind kind, List<String> keys) {
        return !keys.isEmpty()
                && Facet.of(article.text(), definition)
                        .anyMatch(facet -> facet.kind() == kind && keys.contains(facet.key()));
    }

    private static boolean isIn(Article article, FeedDefinition definition, List<String> ranges) {
        String language = article.text().language() != null ? article.text().language() : definition.language();
        String tag = language == null ? "" : language.toLowerCase(Locale.ROOT);
        return ranges.stream().anyMatch(range -> tag.equals(range) || tag.startsWith(range + "-"));
    }
}
