package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.function.Supplier;
import org.feedwright.entry.Entry;
import org.feedwright.feed.FeedDefinition;
import org.jspecify.annotations.Nullable;

/**
 * How an entry is written in a document.
 *
 * @param known its markup in UTF-8, as far as it has been made; this only grows
 */
record EntryMarkup(Entry entry, Surroundings surroundings, Map<Surroundings, byte[]> known) {
    /** What decides about an entry's markup besides the entry. */
    record Surroundings(
            FeedFormat format,
            @Nullable String language,
            @Nullable String rights,
            boolean isPodcast) {
        static Surroundings of(FeedDefinition feed, FeedFormat format) {
            return new Surroundings(format, feed.language(), feed.description().rights(), feed.podcast() != null);
        }
    }

    /** Whether it needs not be made. */
    boolean isKnown() {
        return known.containsKey(surroundings);
    }

    /** Not to be changed. */
    byte[] bytes(Supplier<String> made) {
        var bytes = known.get(surroundings);
        if (bytes == null) {
            bytes = made.get().getBytes(UTF_8);
            known.put(surroundings, bytes);
        }
        return bytes;
    }
}
