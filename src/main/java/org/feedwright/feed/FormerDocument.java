package org.feedwright.feed;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address at which readers had a feed before it was here.
 *
 * @param address as its publisher writes it: a path on this host, perhaps with a query, or a whole address
 * @param extension the format in which they had it, such as {@code rss}
 */
public record FormerDocument(String address, String extension) {
    private static final Pattern ATOM = Pattern.compile("(?i)(?:^|[^a-z])atom(?:[^a-z]|$)");
    private static final Pattern JSON = Pattern.compile("(?i)(?:^|[^a-z])json(?:[^a-z]|$)");
    private static final Pattern RDF = Pattern.compile("(?i)(?:^|[^a-z])rdf(?:[^a-z]|$)");
    private static final Pattern RSS = Pattern.compile("(?i)(?:^|[^a-z])rss[0-9]*(?:[^a-z0-9]|$)");

    /** Hugo's name, and that of WordPress, Ghost, Medium and Substack. */
    private static final Pattern OF_RSS = Pattern.compile("(?i)(?:^|/)(?:index\\.xml|feed)/?(?:\\?.*)?$");

    /** The name of Jekyll and Eleventy, and Blogger's. */
    private static final Pattern OF_ATOM = Pattern.compile("(?i)(?:^|/)feed\\.xml$|/feeds/posts/(?:default|summary)$");

    /**
     * The format that a name tells; empty if it tells none. What it says at its end counts most, for folders may be
     * called {@code atom} too.
     */
    public static Optional<String> extension(String address) {
        int query = address.indexOf('?');
        String path = (query < 0 ? address : address.substring(0, query)).replaceFirst("/+$", "");
        return named(query < 0 ? "" : address.substring(query))
                .or(() -> named(path.substring(path.lastIndexOf('/') + 1)))
                .or(() -> habit(path))
                .or(() -> named(path));
    }

    private static Optional<String> named(String text) {
        if (ATOM.matcher(text).find()) {
            return Optional.of("atom");
        }
        if (JSON.matcher(text).find()) {
            return Optional.of("json");
        }
        if (RDF.matcher(text).find()) {
            return Optional.of("rdf");
        }
        return RSS.matcher(text).find() ? Optional.of("rss") : Optional.empty();
    }

    private static Optional<String> habit(String path) {
        if (OF_ATOM.matcher(path).find()) {
            return Optional.of("atom");
        }
        return OF_RSS.matcher(path).find() ? Optional.of("rss") : Optional.empty();
    }
}
