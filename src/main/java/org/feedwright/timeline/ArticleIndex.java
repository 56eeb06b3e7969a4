package org.feedwright.timeline;

import java.util.Collection;
import org.feedwright.article.Article;

/** The index by which readers find articles. It changes in the transactions that change articles. */
public interface ArticleIndex {
    /** Brings the index in line with articles that the transaction under way has changed, before it is committed. */
    void note(Collection<Article> changed);
}
