package org.feedwright.api;

import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.folder.OtherWaysIn;
import org.springframework.stereotype.Component;

/** Tells the folder what is not its own. */
@Component
class ApiOrigins implements OtherWaysIn {
    private final JdbcApiFeeds feeds;
    private final JdbcApiArticles articles;

    ApiOrigins(JdbcApiFeeds feeds, JdbcApiArticles articles) {
        this.feeds = feeds;
        this.articles = articles;
    }

    @Override
    public boolean define(FeedName feed) {
        return feeds.find(feed).isPresent();
    }

    @Override
    public boolean wrote(ArticleId article) {
        return articles.has(article);
    }
}
