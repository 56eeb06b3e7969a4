package org.feedwright.timeline;

import java.util.Collection;
import org.feedwright.article.Article;

/** The index by which articles are found. It changes in the transactions that change articles. */
public interface ArticleIndex {
    /** Notes articles that the current transaction has changed; the index follows before the commit. */
    void note(Collection<Article> changed);
}
