package org.feedwright.timeline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedwright.article.Article;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Facet;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.LogicalFeed;

/**
 * The feeds in which an article may have a place.
 *
 * @param own the feed in which the article is filed; empty while it is not defined
 * @param composed the feeds that take articles of others
 */
record CandidateFeeds(FeedName name, Optional<Feed> own, List<Feed> composed) {

    /** Whether a logical feed belongs to one of these feeds. */
    boolean has(LogicalFeed logicalFeed) {
        return feed(logicalFeed).isPresent();
    }

    boolean isOpen(LogicalFeed logicalFeed) {
        return feed(logicalFeed).map(Feed::isOpen).orElse(false);
    }

    int window(LogicalFeed logicalFeed) {
        return feed(logicalFeed).map(feed -> feed.definition().window()).orElse(FeedDefinition.DEFAULT_WINDOW);
    }

    /**
     * The logical feeds to which an article belongs: its feed, its categories and authors, and the feeds that take it
     * from there.
     */
    Set<LogicalFeed> logicalFeeds(Article article) {
        var logicalFeeds = new LinkedHashSet<LogicalFeed>();
        logicalFeeds.add(LogicalFeed.of(name));
        own.ifPresent(feed -> {
            Facet.of(article.text(), feed.definition())
                    .forEach(facet -> logicalFeeds.add(new LogicalFeed(name, facet)));
            composed.stream()
                    .filter(other -> feed.isOpen() && !feed.isRetired() && takes(other, article, feed))
                    .forEach(other -> logicalFeeds.add(LogicalFeed.of(other.name())));
        });
        return logicalFeeds;
    }

    private static boolean takes(Feed composed, Article article, Feed own) {
        var select = composed.definition().select();
        return select != null && select.takes(article, own.definition());
    }

    private Optional<Feed> feed(LogicalFeed logicalFeed) {
        return logicalFeed.feed().equals(name)
                ? own
                : composed.stream()
                        .filter(feed -> feed.name().equals(logicalFeed.feed()))
                        .findFirst();
    }
}
