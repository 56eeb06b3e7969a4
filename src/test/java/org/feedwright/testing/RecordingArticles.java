package org.feedwright.testing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleStore;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.FormerAddress;
import org.feedwright.article.Horizon;
import org.feedwright.article.ListedArticle;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** The real articles, of whose changes the events are written down as they happen. */
record RecordingArticles(Articles articles, ArticleStore store, List<Object> told) implements Articles, ArticleStore {
    record Recorder(List<Object> told) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof ArticleStore store && bean instanceof Articles articles
                    ? new RecordingArticles(articles, store, told)
                    : bean;
        }
    }

    private Change recorded(Change change) {
        told.addAll(change.events());
        return change;
    }

    @Override
    public Change publish(Manuscript manuscript, Horizon horizon) {
        return recorded(store.publish(manuscript, horizon));
    }

    @Override
    public Optional<List<Change>> publishAll(List<Manuscript> manuscripts, Horizon horizon) {
        return store.publishAll(manuscripts, horizon)
                .map(changes -> changes.stream().map(this::recorded).toList());
    }

    @Override
    public Change revise(ArticleId id, Manuscript manuscript, Horizon horizon) {
        return recorded(store.revise(id, manuscript, horizon));
    }

    @Override
    public Change withdraw(ArticleId id, @Nullable String reason) {
        return recorded(store.withdraw(id, reason));
    }

    @Override
    public void refile(FeedName from, FeedName to) {
        store.refile(from, to);
    }

    @Override
    public Optional<Article> find(ArticleId id) {
        return articles.find(id);
    }

    @Override
    public Optional<Article> find(FeedName feed, Slug slug) {
        return articles.find(feed, slug);
    }

    @Override
    public Optional<Article> findMeant(FeedName feed, Slug slug, Instant now) {
        return articles.findMeant(feed, slug, now);
    }

    @Override
    public List<FormerAddress> formerAddresses() {
        return articles.formerAddresses();
    }

    @Override
    public List<Article> find(Collection<ArticleId> ids) {
        return articles.find(ids);
    }

    @Override
    public List<ListedArticle> listed(@Nullable ArticleId last, int count) {
        return articles.listed(last, count);
    }

    @Override
    public List<Article> newest(int count, Instant now) {
        return articles.newest(count, now);
    }
}
