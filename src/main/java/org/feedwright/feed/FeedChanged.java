package org.feedwright.feed;

import java.util.Set;
import org.feedwright.article.FeedName;

/**
 * A feed shows something else now, or the time at which a scheduled article appears has changed. It is told after the
 * commit, once for each feed that a transaction changed; a plain {@code @EventListener} receives it.
 *
 * @param strands the logical feeds that have changed; empty if all of them may have
 */
public record FeedChanged(FeedName feed, Set<LogicalFeed> strands) {
    public FeedChanged {
        strands = Set.copyOf(strands);
    }

    /** Whether a logical feed may have changed. */
    public boolean concerns(LogicalFeed strand) {
        return strand.feed().equals(feed) && (strands.isEmpty() || strands.contains(strand));
    }
}
