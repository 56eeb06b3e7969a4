package org.feedwright.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which codings a reader takes (RFC 9110 §12.5.3).
 *
 * @param taken those that the reader takes, the one with the highest weight first, and of equals the smallest
 */
public record AcceptEncoding(List<ContentCoding> taken) {
    /** A reader that sends no such field gets the plain document. */
    private static final AcceptEncoding UNSTATED = new AcceptEncoding(List.of(ContentCoding.IDENTITY));

    /** Readers have few ways to say it, and each says the same with every poll. */
    private static final ConcurrentHashMap<String, AcceptEncoding> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 200;

    public static AcceptEncoding parse(@Nullable String field) {
        if (field == null) {
            return UNSTATED;
        }
        var known = KNOWN.get(field);
        if (known != null) {
            return known;
        }
        var parsed = of(Weights.parse(field));
        if (KNOWN.size() < MOST_KNOWN && field.length() < MOST_KNOWN) {
            KNOWN.put(field, parsed);
        }
        return parsed;
    }

    /** What these weights say; nothing of it is remembered. */
    static AcceptEncoding of(Weights weights) {
        return new AcceptEncoding(Stream.of(ContentCoding.values())
                .filter(coding -> weight(coding, weights) > 0)
                .sorted(Comparator.<ContentCoding>comparingInt(coding -> weight(coding, weights))
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList());
    }

    /**
     * The first of those that are available; empty if the reader takes none, not even the document as it is. A reader
     * that sends {@code *} never gets Brotli, which not everything can read that claims to read anything.
     */
    public Optional<ContentCoding> preferred(Set<ContentCoding> available) {
        for (var coding : taken) {
            if (available.contains(coding)) {
                return Optional.of(coding);
            }
        }
        return Optional.empty();
    }

    private static int weight(ContentCoding coding, Weights weights) {
        var any = weights.of("*");
        return switch (coding) {
            // "If the representation has no content coding, then it is acceptable by default unless
            // specifically excluded"; anything that is asked for by name comes before it.
            case IDENTITY -> weights.of("identity").orElse(any.isPresent() ? any.getAsInt() : LAST_RESORT);
            // "A recipient SHOULD consider 'x-gzip' to be equivalent to 'gzip'" (§8.4.1.3).
            case GZIP -> weights.of("gzip").orElse(weights.of("x-gzip").orElse(any.orElse(0)));
            case BROTLI -> weights.of("br").orElse(0);
        };
    }

    private static final int LAST_RESORT = 1;
}
