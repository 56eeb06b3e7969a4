package org.feedwright.edition;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedwright.http.Fields;
import org.feedwright.http.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The readers that are seen to take a feed's changed entries alone, by the product that their {@code User-Agent}
 * begins with.
 *
 * <p>That a request asks for them is not enough: feedparser says {@code A-IM: feed} in the name of every program
 * that is built on it, and most of those take a 226 for a failure. rss2email then kept its old tag and lost 32
 * publications in a row (2026-11).
 */
public final class DeltaReaders {
    /** A product's name in {@code User-Agent}: a token (RFC 9110 §10.1.5). */
    static final String NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private final Set<String> names;

    public DeltaReaders(List<String> names) {
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this request gets a delta if there is one. */
    public boolean take(Fields fields) {
        String manipulations = fields.value("A-IM");
        return manipulations != null
                && Weights.parse(manipulations).accept("feed")
                && names.contains(product(fields.value("User-Agent")));
    }

    /** "Product identifiers are listed in decreasing order of their significance": the first is who it is. */
    private static String product(@Nullable String userAgent) {
        return userAgent == null ? "" : userAgent.strip().split("[/\\s(]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
