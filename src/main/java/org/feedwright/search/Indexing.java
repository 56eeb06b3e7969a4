package org.feedwright.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.feed.Feed;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.store.TransactionScoped;
import org.feedwright.store.TransactionScopedList;
import org.feedwright.timeline.ArticleIndex;
import org.springframework.stereotype.Component;

/**
 * Writes the search index in the transactions that change articles: all articles of a transaction at its end, because
 * the index takes many at once several times faster than one by one.
 */
@Component
class Indexing implements ArticleIndex {
    private final SearchIndex index;
    private final JdbcFeeds feeds;

    Indexing(SearchIndex index, JdbcFeeds feeds) {
        this.index = index;
        this.feeds = feeds;
    }

    @Override
    public void note(Collection<Article> changed) {
        TransactionScoped.of(this, Gathered.class, Gathered::new).addAll(changed);
    }

    private void store(List<Article> changes) {
        // In the order of their ids, so that no two transactions wait for each other.
        var articles = new TreeMap<ArticleId, Article>();
        changes.forEach(article -> articles.put(article.id(), article));
        var definitions = articles.values().stream()
                .map(Article::feed)
                .distinct()
                .collect(Collectors.toMap(feed -> feed, feed -> feeds.find(feed).map(Feed::definition)));
        var found = ArticleTerms.of(
                articles.values().stream()
                        .filter(article -> article.state() == State.PUBLISHED)
                        .toList(),
                article -> definitions
                        .getOrDefault(article.feed(), Optional.empty())
                        .orElse(null));
        index.put(found);
        index.remove(articles.keySet().stream()
                .filter(article -> !found.containsKey(article))
                .toList());
    }

    /** The articles that a transaction has changed, in the order of the changes. */
    private final class Gathered extends TransactionScopedList<Article> {
        Gathered() {
            super(Indexing.this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!happened().isEmpty()) {
                store(happened());
            }
        }
    }
}
