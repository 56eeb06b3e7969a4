package org.feedwright.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query from the part of an address behind the question mark, for documents and pages.
 *
 * <p>Parameters that readers and proxies add are ignored. A parameter that looks like a misspelling of ours is refused,
 * because ignoring it would give more articles than were asked for.
 */
public final class QueryAddress {
    private static final Set<String> PARAMETERS = Set.of("category", "author", "q", "limit");
    private static final Map<String, String> OTHER_WORDS =
            Map.of("categories", "category", "authors", "author", "query", "q");
    private static final int LONGEST = 8_000; // characters

    private QueryAddress() {}

    /**
     * Reads the query part of a request's address.
     *
     * @param text the text behind the question mark; null if there is none
     * @return empty if the address has no parameter of ours
     * @throws QueryRefused if the query cannot be understood
     */
    public static Optional<Query> parse(@Nullable String text) {
        var given = parameters(text == null ? "" : text);
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(Query.parse(
                        given.getOrDefault("category", List.of()),
                        given.getOrDefault("author", List.of()),
                        single("q", given),
                        single("limit", given)));
    }

    private static Map<String, List<String>> parameters(String text) {
        var given = new LinkedHashMap<String, List<String>>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals)).orElse("");
            if (PARAMETERS.contains(name)) {
                given.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(value(name, equals < 0 ? "" : pair.substring(equals + 1)));
            } else {
                meant(name).ifPresent(own -> {
                    throw new QueryRefused("There is no parameter '" + name + "'. Write " + own + "= instead.");
                });
            }
        }
        if (!given.isEmpty() && text.length() > LONGEST) {
            throw new QueryRefused("The query has more than " + LONGEST + " characters. Ask for less.");
        }
        return given;
    }

    private static String value(String name, String encoded) {
        return decoded(encoded)
                .filter(value -> value.indexOf('\uFFFD') < 0)
                .orElseThrow(() -> new QueryRefused(
                        "What " + name + " says is not UTF-8, percent-encoded. Encode it so, as in q=%C3%A9nergie."));
    }

    private static @Nullable String single(String name, Map<String, List<String>> given) {
        var values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new QueryRefused(name + " is given " + values.size() + " times. Keep one.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // invalid escapes such as %zz
        }
    }

    /** The parameter of ours that a name may be a misspelling of. */
    private static Optional<String> meant(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (OTHER_WORDS.containsKey(small)) {
            return Optional.ofNullable(OTHER_WORDS.get(small));
        }
        return PARAMETERS.stream()
                .filter(own -> own.equals(small) || (own.length() > 1 && isMisspelt(small, own)))
                .findFirst();
    }

    /**
     * Whether a name differs from ours by one letter that is missing, added or another, or by two neighbours in the
     * wrong order.
     */
    private static boolean isMisspelt(String written, String own) {
        int longer = Math.max(written.length(), own.length());
        if (Math.abs(written.length() - own.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < written.length() && same < own.length() && written.charAt(same) == own.charAt(same)) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < Math.min(written.length(), own.length()) - same
                && written.charAt(written.length() - 1 - sameAtEnd) == own.charAt(own.length() - 1 - sameAtEnd)) {
            sameAtEnd++;
        }
        int different = longer - same - sameAtEnd;
        boolean isSwapped = different == 2
                && written.length() == own.length()
                && written.charAt(same) == own.charAt(same + 1)
                && written.charAt(same + 1) == own.charAt(same);
        return different <= 1 || isSwapped;
    }
}
