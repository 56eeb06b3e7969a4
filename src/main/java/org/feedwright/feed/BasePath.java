package org.feedwright.feed;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The path of the base URL, such as {@code /news}; empty where the service has a host of its own. A proxy takes it away
 * from the paths of requests, or leaves it: both are read alike.
 *
 * <p>What begins with it is meant below it. Only where the base URL has a path that begins as ours do, such as
 * {@code /feeds}, can both be meant: then it is kept if nothing can be below it, and something can be with it.
 */
public final class BasePath {
    private static final Pattern AT_THE_ROOT = Pattern.compile(
            "/|/feeds\\.opml|/robots\\.txt|/favicon\\.ico|/sitemap[^/]*\\.xml|/(?:assets|api|micropub|hub)(?:/.*)?");

    private final String path;
    private final boolean isLikeOurs;

    BasePath(URI base) {
        this.path = URI.create(base.toASCIIString()).getRawPath().replaceFirst("/+$", "");
        this.isLikeOurs = Stream.of(Address.FEEDS, Address.ARTICLES, Address.MEDIA, "/assets/")
                .anyMatch((path + "/")::startsWith);
    }

    /** Whether the service has a host of its own. */
    public boolean isEmpty() {
        return path.isEmpty();
    }

    /** Whether a path is the base URL's own, without the slash that the front page has at its end. */
    public boolean isBare(String asked) {
        return !isEmpty() && asked.equals(path) && !isKept(asked);
    }

    /** The path below the base URL that a request means; both percent-encoded. */
    public String below(String asked) {
        return begins(asked) && !isKept(asked) ? asked.substring(path.length()) : asked;
    }

    /**
     * The other path that may be meant by a request for a former address, of which nobody knows the grammar.
     *
     * @param below what {@link #below} says of the request
     * @param isTaken whether it has taken the base URL's path away
     */
    public Optional<String> otherwise(String below, boolean isTaken) {
        if (isTaken) {
            return Optional.of(path + below);
        }
        return begins(below) ? Optional.of(below.substring(path.length())) : Optional.empty();
    }

    private boolean begins(String asked) {
        return !isEmpty() && asked.startsWith(path) && asked.startsWith("/", path.length());
    }

    private boolean isKept(String asked) {
        return isLikeOurs && isOurs(asked) && !isOurs(asked.substring(path.length()));
    }

    private static boolean isOurs(String path) {
        return AT_THE_ROOT.matcher(path).matches() || Address.parse(path).isPresent();
    }

    /** The path, without a slash at its end. */
    @Override
    public String toString() {
        return path;
    }
}
