package org.feedwright.timeline;

import org.feedwright.article.ArticleEvent;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feed;

/**
 * Whoever is to tell others of what is published. It is told within the transaction, so that what it stores is there
 * exactly if what happened is; it never speaks to others there.
 */
public interface Announcements {
    void note(ArticleEvent event);

    /**
     * A feed that readers had has another name, and all that belongs to it other addresses.
     *
     * @param feed as it is now
     */
    void renamed(Feed feed, FeedName former);

    /** A feed that readers had has ended: the addresses of all that belongs to it answer 410. */
    void ended(Feed feed);

    /** A feed that had ended is there again. */
    void resumed(Feed feed);
}
