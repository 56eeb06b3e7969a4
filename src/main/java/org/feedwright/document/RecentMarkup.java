package org.feedwright.document;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.feedwright.document.EntryMarkup.Surroundings;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;

/**
 * Remembers the markup of entries, for programs that render many documents with the same entries: an entry has the same
 * markup in all documents of its feed. An entry's markup is forgotten when nobody holds the entry any more.
 */
public final class RecentMarkup {
    private final Map<Entry, Map<Surroundings, byte[]>> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** The entries of a document, each with the markup that is known of it. */
    List<EntryMarkup> of(Selection selection, FeedFormat format) {
        var surroundings = Surroundings.of(selection.feed().definition(), format);
        return selection.entries().stream()
                .map(entry -> new EntryMarkup(
                        entry, surroundings, known.computeIfAbsent(entry, _ -> new ConcurrentHashMap<>())))
                .toList();
    }
}
