package org.feedwright.feed;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the index of words, in the transactions that change articles: all articles of one transaction at its
 * end, for the index takes them in many times faster together than each by itself.
 */
@Component
class Indexing {
    private final SearchIndex index;
    private final JdbcFeeds feeds;

    Indexing(SearchIndex index, JdbcFeeds feeds) {
        this.index = index;
        this.feeds = feeds;
    }

    @EventListener
    void onArticleEvent(ArticleEvent event) {
        var gathered = (Gathered) TransactionSynchronizationManager.getResource(this);
        if (gathered == null) {
            gathered = new Gathered();
            TransactionSynchronizationManager.registerSynchronization(gathered);
            TransactionSynchronizationManager.bindResource(this, gathered);
        }
        gathered.articles.add(event.article());
    }

    private void store(List<Article> changes) {
        // In the order of their ids, so that no two transactions wait for each other.
        var articles = new TreeMap<ArticleId, Article>();
        changes.forEach(article -> articles.put(article.id(), article));
        var definitions = articles.values().stream()
                .map(Article::feed)
                .distinct()
                .collect(Collectors.toMap(feed -> feed, feed -> feeds.find(feed).map(Feed::definition)));
        var terms = articles.values().parallelStream()
                .filter(article -> article.state() == State.PUBLISHED)
                .map(article -> Map.entry(article.id(), terms(article, definitions)))
                .toList();
        var found = new LinkedHashMap<ArticleId, ArticleTerms>();
        terms.forEach(article -> found.put(article.getKey(), article.getValue()));
        index.put(found);
        index.remove(articles.keySet().stream()
                .filter(article -> !found.containsKey(article))
                .toList());
    }

    private static ArticleTerms terms(Article article, Map<FeedName, Optional<FeedDefinition>> definitions) {
        return ArticleTerms.of(
                article.text(),
                definitions.getOrDefault(article.feed(), Optional.empty()).orElse(null));
    }

    /** What the transaction has changed, in this order; what is undone, without the transaction, is forgotten. */
    private final class Gathered implements TransactionSynchronization {
        private final List<Article> articles = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new IdentityHashMap<>();

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, articles.size());
        }

        @Override
        public void savepointRollback(Object savepoint) {
            articles.subList(savepoints.getOrDefault(savepoint, 0), articles.size())
                    .clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!articles.isEmpty()) {
                store(articles);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Indexing.this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Indexing.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Indexing.this, this);
        }
    }
}
