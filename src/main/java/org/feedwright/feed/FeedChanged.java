package org.feedwright.feed;

import java.util.Set;
import org.feedwright.article.FeedName;

/**
 * What a feed shows has changed, or when it will. Told after the change is safely stored, once for each
 * feed that a transaction touched; a plain {@code @EventListener} hears it.
 *
 * @param strands the parts of the feed that have changed; empty if everything may have
 */
public record FeedChanged(FeedName feed, Set<LogicalFeed> strands) {
    public FeedChanged {
        strands = Set.copyOf(strands);
    }

    /** Whether this part of the feed may have changed. */
    public boolean concerns(LogicalFeed strand) {
        return strand.feed().equals(feed) && (strands.isEmpty() || strands.contains(strand));
    }
}
