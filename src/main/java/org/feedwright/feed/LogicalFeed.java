package org.feedwright.feed;

import java.util.Optional;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.jspecify.annotations.Nullable;

/**
 * A feed, or the part of it that one category or one author makes (RFC 5005's word). It has documents and archives of
 * its own. In the store's tables it is the column {@code strand}.
 *
 * @param facet null for the whole feed
 */
public record LogicalFeed(FeedName feed, @Nullable Facet facet) {

    /** The whole feed. */
    public static LogicalFeed of(FeedName feed) {
        return new LogicalFeed(feed, null);
    }

    public static LogicalFeed of(FeedName feed, Category category) {
        return new LogicalFeed(feed, Facet.of(category));
    }

    public static LogicalFeed of(FeedName feed, Person author) {
        return new LogicalFeed(feed, Facet.of(author));
    }

    /** Reads the text that {@link #toString} writes. */
    public static Optional<LogicalFeed> parse(String text) {
        int slash = text.indexOf('/');
        String feed = slash < 0 ? text : text.substring(0, slash);
        if (!FeedName.isValid(feed)) {
            return Optional.empty();
        }
        var name = new FeedName(feed);
        return slash < 0
                ? Optional.of(of(name))
                : Facet.parse(text.substring(slash + 1)).map(facet -> new LogicalFeed(name, facet));
    }

    /** The path of its addresses under {@code /feeds/}, percent-encoded. */
    public String path() {
        return facet == null ? feed.value() : feed + "/" + facet.path();
    }

    /** A text such as {@code news} or {@code news/categories/energy}. */
    @Override
    public String toString() {
        return facet == null ? feed.value() : feed + "/" + facet;
    }
}
