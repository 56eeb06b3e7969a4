package org.feedwright.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a feed shows, in which order: all that a document is made of.
 *
 * @param updated when one of its entries last changed significantly, or an entry in its window was
 *     withdrawn that had (RFC 4287 §4.2.15)
 * @param modified the full second by which everything in it had changed; never earlier than before. It may
 *     lie up to a second ahead, so that changes within one second are told apart: what is said to readers is
 *     this or the time of the answer, whichever is earlier, and what they say is compared with this
 * @param next when the next scheduled article joins; null if none will
 */
public record Selection(
        Feed feed,
        Addresses addresses,
        List<Entry> entries,
        Instant updated,
        Instant modified,
        @Nullable Instant next) {
    public Selection {
        entries = List.copyOf(entries);
    }

    /** Where people read what the feed carries: the site's address, or the feed's page here. */
    public String home() {
        String home = feed.definition().home();
        return home != null ? home : addresses.feed(feed.name());
    }
}
