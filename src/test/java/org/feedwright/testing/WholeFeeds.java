package org.feedwright.testing;

import java.time.Instant;
import java.util.List;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.entry.Tombstone;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.timeline.ArchivePosition;

/** Selects whole feeds that have no archives, without a store. */
public final class WholeFeeds {
    private WholeFeeds() {}

    /** A feed in which everything has last changed at one time. */
    public static Selection showing(Feed feed, Addresses addresses, List<Entry> entries, Instant updated) {
        return showing(feed, addresses, entries, List.of(), updated, updated);
    }

    public static Selection showing(
            Feed feed,
            Addresses addresses,
            List<Entry> entries,
            List<Tombstone> tombstones,
            Instant updated,
            Instant modified) {
        return new Selection(
                feed,
                LogicalFeed.of(feed.name()),
                null,
                addresses,
                ArchivePosition.current(0),
                entries,
                tombstones,
                updated,
                modified,
                null,
                null);
    }
}
