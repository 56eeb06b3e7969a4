package org.feedwright.document;

import java.util.Map;
import java.util.function.Supplier;
import org.feedwright.feed.Entry;
import org.feedwright.feed.FeedDefinition;
import org.jspecify.annotations.Nullable;

/**
 * How an entry is written in a document.
 *
 * @param known its markup, as far as it has been made; this only grows
 */
record EntryMarkup(Entry entry, Surroundings surroundings, Map<Surroundings, String> known) {
    /** What decides about an entry's markup besides the entry. */
    record Surroundings(
            FeedFormat format,
            @Nullable String language,
            @Nullable String rights,
            boolean isPodcast) {
        static Surroundings of(FeedDefinition feed, FeedFormat format) {
            return new Surroundings(format, feed.language(), feed.rights(), feed.podcast() != null);
        }
    }

    /** Whether it needs not be made. */
    boolean isKnown() {
        return known.containsKey(surroundings);
    }

    String text(Supplier<String> made) {
        var text = known.get(surroundings);
        if (text == null) {
            text = made.get();
            known.put(surroundings, text);
        }
        return text;
    }
}
