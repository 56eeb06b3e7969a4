package org.feedwright.http;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which codings a reader takes (RFC 9110 §12.5.3).
 *
 * @param weights null where the reader says nothing
 */
public record AcceptEncoding(@Nullable Weights weights) {
    private static final AcceptEncoding ANYTHING = new AcceptEncoding(null);

    /** Readers have few ways to say it, and each says the same with every poll. */
    private static final ConcurrentHashMap<String, AcceptEncoding> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 200;

    public static AcceptEncoding parse(@Nullable String field) {
        if (field == null) {
            return ANYTHING;
        }
        var known = KNOWN.get(field);
        if (known != null) {
            return known;
        }
        var parsed = new AcceptEncoding(Weights.parse(field));
        if (KNOWN.size() < MOST_KNOWN && field.length() < MOST_KNOWN) {
            KNOWN.put(field, parsed);
        }
        return parsed;
    }

    /**
     * The coding with the highest weight, the smallest of equals; empty if the reader takes none, not even
     * the document as it is. Who says nothing is sent the plain document, and who says {@code *} is never
     * sent Brotli, which not everything can read that claims to read anything.
     */
    public Optional<ContentCoding> preferred(Set<ContentCoding> available) {
        if (weights == null) {
            return Optional.of(ContentCoding.IDENTITY);
        }
        ContentCoding preferred = null;
        int highest = 0;
        for (var coding : ContentCoding.values()) {
            int weight = weight(coding, weights);
            if (weight > 0 && weight >= highest && available.contains(coding)) {
                preferred = coding;
                highest = weight;
            }
        }
        return Optional.ofNullable(preferred);
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
