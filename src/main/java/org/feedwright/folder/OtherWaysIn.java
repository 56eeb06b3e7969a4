package org.feedwright.folder;

import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;

/**
 * What came another way than through the folder, which is not the folder's to change. Whoever publishes otherwise
 * implements it.
 */
public interface OtherWaysIn {
    /** Whether a feed is defined another way. */
    boolean define(FeedName feed);

    /** Whether an article was written another way. */
    boolean wrote(ArticleId article);
}
