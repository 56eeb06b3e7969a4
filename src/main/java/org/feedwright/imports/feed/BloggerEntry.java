package org.feedwright.imports.feed;

import static org.feedwright.imports.feed.FeedXml.attribute;
import static org.feedwright.imports.feed.FeedXml.children;
import static org.feedwright.imports.feed.FeedXml.line;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What an export of Blogger says of its entries: a blog is one document in Atom there, with its comments and settings
 * among the posts. Feeds that readers subscribe to have posts only, and say nothing of that.
 */
final class BloggerEntry {
    private static final String KIND = "http://schemas.google.com/g/2005#kind";
    private static final Map<String, String> NAMES = Map.of(
            "page", "pages beside the posts",
            "comment", "comments",
            "settings", "settings of the blog",
            "template", "templates of the blog");

    private BloggerEntry() {}

    /** What an entry is if it is no post, as one of many; empty if it is a post. */
    static Optional<String> other(Element entry) {
        return children(entry, "atom:category")
                .filter(BloggerEntry::isKind)
                .map(category -> Objects.requireNonNullElse(attribute(category, "term"), ""))
                .map(term -> term.substring(term.lastIndexOf('#') + 1))
                .findFirst()
                .or(() -> Optional.ofNullable(line(entry, "blogger:type")))
                .map(kind -> kind.toLowerCase(Locale.ROOT))
                .filter(kind -> !kind.equals("post"))
                .map(kind -> NAMES.getOrDefault(kind, "entries of the kind '" + kind + "'"));
    }

    /** Whether a category says what the entry is, and not what it is about. */
    static boolean isKind(Element category) {
        return category.attr("scheme").strip().equals(KIND);
    }

    static boolean isDraft(Element entry) {
        String status = line(entry, "blogger:status");
        return status != null && !status.equalsIgnoreCase("live");
    }
}
