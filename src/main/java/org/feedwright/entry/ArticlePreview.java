package org.feedwright.entry;

import java.util.Map;
import org.feedwright.article.Article;
import org.feedwright.feed.Feed;

/** Shows an article as readers will see it, whether or not it is stored. */
public interface ArticlePreview {
    /**
     * What readers will see: {@code atom}, {@code rss} and {@code json} are documents of the feed with this entry
     * alone, {@code page} is the article's page. Of a withdrawn article they see nothing.
     */
    Map<String, String> of(Feed feed, Article article);
}
