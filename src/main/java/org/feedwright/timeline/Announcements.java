package org.feedwright.timeline;

import org.feedwright.article.ArticleEvent;

/**
 * Whoever is to tell others of what is published. It is told within the transaction, so that what it stores is there
 * exactly if what happened is; it never speaks to others there.
 */
@FunctionalInterface
public interface Announcements {
    void note(ArticleEvent event);
}
