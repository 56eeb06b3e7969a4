package org.feedwright.feed;

import java.util.Set;
import org.feedwright.article.FeedName;

/**
 * A feed shows something else now, or the time at which a scheduled article appears has changed. It is told after the
 * commit, once for each feed that a transaction changed; a plain {@code @EventListener} receives it.
 *
 * @param logicalFeeds the logical feeds that have changed; empty if all of them may have
 */
public record FeedChanged(FeedName feed, Set<LogicalFeed> logicalFeeds) {
    public FeedChanged {
        logicalFeeds = Set.copyOf(logicalFeeds);
    }

    /** Whether a logical feed may have changed. */
    public boolean concerns(LogicalFeed logicalFeed) {
        return logicalFeed.feed().equals(feed) && (logicalFeeds.isEmpty() || logicalFeeds.contains(logicalFeed));
    }
}
