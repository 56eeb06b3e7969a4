package org.feedwright.article.jdbc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.ArticlesPublished;
import org.feedwright.article.FeedName;
import org.feedwright.article.FormerAddress;
import org.feedwright.article.IdTaken;
import org.feedwright.article.ListedArticle;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Slug;
import org.feedwright.article.SlugTaken;
import org.feedwright.article.Transition;
import org.feedwright.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The articles in SQLite or PostgreSQL: gives them their ids and addresses, stores what {@link Transition} makes of them,
 * and tells of it.
 */
@Repository
public class JdbcArticles implements Articles {
    private final JdbcArticleRows rows;
    private final ArticleClaims claims;
    private final JdbcMedia media;
    private final JdbcFormerAddresses formerAddresses;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;

    public JdbcArticles(
            JdbcClient jdbc,
            JdbcOperations batches,
            InstantSource clock,
            ApplicationEventPublisher events,
            Transactions transactions) {
        this.rows = new JdbcArticleRows(jdbc, batches);
        this.claims = new ArticleClaims(rows);
        this.media = new JdbcMedia(jdbc);
        this.formerAddresses = new JdbcFormerAddresses(jdbc);
        this.clock = clock;
        this.events = events;
        this.transactions = transactions;
    }

    @Override
    public Article publish(Manuscript manuscript, Instant horizon) {
        return unlessTaken(() -> publishOrMeet(manuscript, horizon));
    }

    /** What an article meets is told to whoever asked, and undoes nothing else of the transaction. */
    private Article unlessTaken(Supplier<Article> work) {
        Object outcome = transactions.write(() -> {
            try {
                return work.get();
            } catch (IdTaken | SlugTaken e) {
                return e;
            }
        });
        if (outcome instanceof RuntimeException taken) {
            throw taken;
        }
        return (Article) outcome;
    }

    private Article publishOrMeet(Manuscript manuscript, Instant horizon) {
        var stated = claims.stated(manuscript);
        if (stated != null) {
            claims.refuseTaken(stated);
            if (find(stated).isPresent()) {
                return revise(stated, manuscript, horizon);
            }
        }
        for (int attempt = 1; ; attempt++) {
            var id = stated != null ? stated : ArticleClaims.mint(manuscript, attempt);
            var article = Transition.first(id, manuscript, horizon, now());
            if (rows.insert(List.of(article))) {
                media.note(null, article);
                tell(null, article);
                return article;
            }
            claims.refuseTakenSlug(manuscript, null);
            if (stated != null) {
                throw find(stated).map(IdTaken::new).orElseThrow();
            }
        }
    }

    @Override
    public Optional<List<Article>> publishAll(List<Manuscript> manuscripts, Instant horizon) {
        return transactions.writeOrUndo(status -> {
            var stored = publishAllOrSome(manuscripts, horizon);
            if (stored.isEmpty()) {
                status.setRollbackOnly();
            }
            return stored;
        });
    }

    /** Nothing if not all could be stored. */
    private Optional<List<Article>> publishAllOrSome(List<Manuscript> manuscripts, Instant horizon) {
        var now = now();
        var articles = manuscripts.stream()
                .map(manuscript -> Transition.first(ArticleClaims.mint(manuscript, 1), manuscript, horizon, now))
                .toList();
        if (!rows.insert(articles)) {
            return Optional.empty();
        }
        articles.forEach(article -> media.note(null, article));
        var visible =
                articles.stream().filter(article -> article.isVisible(now)).toList();
        articles.stream().filter(article -> !article.isVisible(now)).forEach(article -> tell(null, article));
        if (!visible.isEmpty()) {
            events.publishEvent(new ArticlesPublished(visible.getFirst().feed(), visible));
        }
        return Optional.of(articles);
    }

    @Override
    public Article revise(ArticleId id, Manuscript manuscript, Instant horizon) {
        return unlessTaken(() -> {
            var before = rows.hold(id);
            claims.refuseSecond(before, manuscript.feed());
            claims.refuseTakenSlug(manuscript, id);
            var after = Transition.next(before, manuscript, horizon, now());
            store(before, after);
            return after;
        });
    }

    @Override
    public void refuseTaken(ArticleId id) {
        claims.refuseTaken(id);
    }

    @Override
    public void withdraw(ArticleId id) {
        withdraw(id, null);
    }

    @Override
    public void withdraw(ArticleId id, @Nullable String reason) {
        transactions.write(() -> {
            var before = rows.hold(id);
            if (before.state() != State.WITHDRAWN || reason != null) {
                store(before, Transition.withdrawn(before, reason, now()));
            }
        });
    }

    @Override
    public void refile(FeedName from, FeedName to) {
        transactions.write(() -> {
            rows.refile(from, to);
            media.refile(from, to);
            formerAddresses.refile(from, to);
        });
    }

    @Override
    public Optional<Article> find(ArticleId id) {
        return rows.find(id);
    }

    @Override
    public Optional<Article> find(FeedName feed, Slug slug) {
        return rows.findLive(feed, slug).or(() -> rows.findWithdrawn(feed, slug));
    }

    @Override
    public Optional<Article> findMeant(FeedName feed, Slug slug, Instant now) {
        var here = find(feed, slug);
        return here.filter(article -> article.isVisible(now))
                .or(() -> formerAddresses.article(feed, slug).flatMap(this::find))
                .or(() -> here);
    }

    @Override
    public List<FormerAddress> formerAddresses() {
        return formerAddresses.all();
    }

    @Override
    public List<Article> find(Collection<ArticleId> ids) {
        return rows.find(ids);
    }

    @Override
    public List<ListedArticle> listed(@Nullable ArticleId last, int count) {
        return rows.listed(last, count);
    }

    @Override
    public List<Article> newest(int count, Instant now) {
        return rows.newest(count, now);
    }

    private void store(Article before, Article after) {
        if (!after.equals(before)) {
            rows.update(after);
            media.note(before, after);
            formerAddresses.note(before, after, now());
            tell(before, after);
        }
    }

    private void tell(@Nullable Article before, Article after) {
        Transition.events(before, after, now()).forEach(events::publishEvent);
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
