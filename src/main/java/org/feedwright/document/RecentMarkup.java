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
 * The markup of entries, for whoever makes many documents of the same ones: an entry reads alike in all that its
 * feed shows of it. It is remembered as long as the entry is by anyone else.
 */
public final class RecentMarkup {
    private final Map<Entry, Map<Surroundings, byte[]>> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** What is known of the entries that a document shows. */
    List<EntryMarkup> of(Selection selection, FeedFormat format) {
        var surroundings = Surroundings.of(selection.feed().definition(), format);
        return selection.entries().stream()
                .map(entry -> new EntryMarkup(
                        entry, surroundings, known.computeIfAbsent(entry, _ -> new ConcurrentHashMap<>())))
                .toList();
    }
}
