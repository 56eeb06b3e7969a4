package org.feedwright.article;

import java.util.List;

/**
 * Readers can see articles that are new in the store. Told inside the transaction in which they came, once for
 * all that came together, as from a folder that is read for the first time.
 *
 * @param feed where all of them are filed
 */
public record ArticlesPublished(FeedName feed, List<Article> articles) {
    public ArticlesPublished {
        articles = List.copyOf(articles);
    }
}
