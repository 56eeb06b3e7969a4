package org.feedwright.http;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who asks: a person with a browser, who wants to read, or a program, which wants to know. */
public final class Asker {
    /** What the choice is made by, for caches. */
    public static final String VARY = "Accept, Sec-Fetch-Dest";

    private static final Set<String> WINDOWS = Set.of("document", "iframe", "frame");

    /** Who takes one of these is a feed reader, though it may take {@code text/html} too, as Miniflux does. */
    private static final Set<String> FEEDS =
            Set.of("application/atom+xml", "application/rss+xml", "application/rdf+xml", "application/feed+json");

    private Asker() {}

    /**
     * Whether what went wrong is told on a page. A browser says where the answer will be shown (Fetch
     * metadata); of one that does not, as over plain HTTP, it is known by what it takes.
     */
    public static boolean isBrowser(Fields fields) {
        String destination = fields.value("Sec-Fetch-Dest");
        return destination != null ? WINDOWS.contains(destination) : takesPages(fields.value("Accept"));
    }

    private static boolean takesPages(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        var types = Stream.of(accept.split(","))
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .toList();
        return types.contains("text/html") && types.stream().noneMatch(FEEDS::contains);
    }
}
