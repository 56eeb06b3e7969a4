package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.function.Supplier;
import org.feedwright.entry.Entry;
import org.feedwright.feed.FeedDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The markup of an entry in a document.
 *
 * @param known the entry's markup in UTF-8, for the surroundings in which it was made before; it only grows
 */
record EntryMarkup(Entry entry, Surroundings surroundings, Map<Surroundings, byte[]> known) {
    /** Everything besides the entry that decides about its markup. */
    record Surroundings(
            FeedFormat format,
            @Nullable String language,
            @Nullable String rights,
            boolean isPodcast) {
        static Surroundings of(FeedDefinition feed, FeedFormat format) {
            return new Surroundings(format, feed.language(), feed.description().rights(), feed.podcast() != null);
        }
    }

    /** Whether the markup has been made already. */
    boolean isKnown() {
        return known.containsKey(surroundings);
    }

    /** The markup in UTF-8, made if need be; must not be changed. */
    byte[] bytes(Supplier<String> made) {
        var bytes = known.get(surroundings);
        if (bytes == null) {
            bytes = made.get().getBytes(UTF_8);
            known.put(surroundings, bytes);
        }
        return bytes;
    }
}
