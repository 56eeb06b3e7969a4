package org.feedwright.edition;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedwright.http.Fields;
import org.feedwright.http.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The readers that are known to take a feed's changed entries alone (RFC 3229), by the product at the beginning of
 * their {@code User-Agent}.
 *
 * <p>It is not enough that a request asks for them: feedparser sends {@code A-IM: feed} in the name of every program
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

    /** Whether a request gets a delta, if there is one. */
    public boolean take(Fields fields) {
        String manipulations = fields.value("A-IM");
        return manipulations != null
                && Weights.parse(manipulations).accept("feed")
                && names.contains(product(fields.value("User-Agent")));
    }

    /**
     * The first product in {@code User-Agent}: "Product identifiers are listed in decreasing order of their
     * significance".
     */
    private static String product(@Nullable String userAgent) {
        return userAgent == null ? "" : userAgent.strip().split("[/\\s(]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
