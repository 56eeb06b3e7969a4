package org.feedwright.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.article.Horizon;
import org.feedwright.article.Manuscript;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.store.TransactionScoped;

/** The feeds of articles as each transaction finds them when it first asks. What it publishes then changes nothing here. */
final class FeedsAsFound {
    private final Feeds feeds;
    private final Timeline timeline;

    FeedsAsFound(Feeds feeds, Timeline timeline) {
        this.feeds = feeds;
        this.timeline = timeline;
    }

    /** The manuscript with what its feed says of addresses. */
    Manuscript addressed(Manuscript manuscript) {
        return scope().definitions
                .computeIfAbsent(manuscript.feed(), feeds::definition)
                .map(definition -> StatedAddresses.of(manuscript, definition, feeds.addresses()))
                .orElse(manuscript);
    }

    /** A feed's horizon before the transaction: the articles of one transaction do not push each other out of sight. */
    Horizon horizon(FeedName feed) {
        return scope().horizons.computeIfAbsent(feed, timeline::horizon);
    }

    private Known scope() {
        return TransactionScoped.of(this, Known.class, Known::new);
    }

    private final class Known extends TransactionScoped {
        private final Map<FeedName, Horizon> horizons = new HashMap<>();
        private final Map<FeedName, Optional<FeedDefinition>> definitions = new HashMap<>();

        Known() {
            super(FeedsAsFound.this);
        }
    }
}
