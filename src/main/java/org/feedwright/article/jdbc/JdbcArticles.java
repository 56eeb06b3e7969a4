package org.feedwright.article.jdbc;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.feedwright.article.Aliases.Alias;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleStore;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.FormerAddress;
import org.feedwright.article.Horizon;
import org.feedwright.article.ListedArticle;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Slug;
import org.feedwright.article.Taken;
import org.feedwright.article.Taken.IdTaken;
import org.feedwright.article.Transition;
import org.feedwright.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The articles in SQLite or PostgreSQL: gives them their ids and addresses, and stores what {@link Transition} makes of
 * them.
 */
@Repository
public class JdbcArticles implements Articles, ArticleStore {
    private final JdbcArticleRows rows;
    private final ArticleClaims claims;
    private final JdbcMedia media;
    private final JdbcFormerAddresses formerAddresses;
    private final JdbcAliases aliases;
    private final InstantSource clock;
    private final Transactions transactions;

    public JdbcArticles(JdbcClient jdbc, JdbcOperations batches, InstantSource clock, Transactions transactions) {
        this.rows = new JdbcArticleRows(jdbc, batches);
        this.claims = new ArticleClaims(rows);
        this.media = new JdbcMedia(jdbc);
        this.formerAddresses = new JdbcFormerAddresses(jdbc);
        this.aliases = new JdbcAliases(jdbc, batches);
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public Change publish(Manuscript manuscript, Horizon horizon) {
        return transactions.writeOrRefuse(Taken.class, () -> publishOrMeet(manuscript, horizon));
    }

    private Change publishOrMeet(Manuscript manuscript, Horizon horizon) {
        var stated = claims.stated(manuscript);
        if (stated != null) {
            claims.refuseTaken(stated);
            if (find(stated).isPresent()) {
                return revise(stated, manuscript, horizon);
            }
        }
        for (int attempt = 1; ; attempt++) {
            var id = stated != null ? stated : ArticleClaims.give(manuscript, attempt);
            var article = Transition.first(id, manuscript, horizon, now());
            if (rows.insert(List.of(article))) {
                media.note(null, article);
                aliases.claim(claims(article, manuscript), now());
                return change(null, article);
            }
            claims.refuseTakenSlug(manuscript, null);
            if (stated != null) {
                throw find(stated).map(IdTaken::new).orElseThrow();
            }
            if (claims.isUnseen(id, manuscript, now())) {
                return revise(id, manuscript, horizon);
            }
            claims.refuseSecondAddress(id, manuscript);
        }
    }

    @Override
    public Optional<List<Change>> publishAll(List<Manuscript> manuscripts, Horizon horizon) {
        return transactions.writeOrUndo(status -> {
            var stored = publishAllOrSome(manuscripts, horizon);
            if (stored.isEmpty()) {
                status.setRollbackOnly();
            }
            return stored;
        });
    }

    /** Nothing if not all could be stored. */
    private Optional<List<Change>> publishAllOrSome(List<Manuscript> manuscripts, Horizon horizon) {
        var now = now();
        var articles = manuscripts.stream()
                .map(manuscript -> Transition.first(ArticleClaims.give(manuscript, 1), manuscript, horizon, now))
                .toList();
        if (!rows.insert(articles)) {
            return Optional.empty();
        }
        articles.forEach(article -> media.note(null, article));
        aliases.claim(
                IntStream.range(0, articles.size())
                        .boxed()
                        .flatMap(i -> claims(articles.get(i), manuscripts.get(i)).stream())
                        .toList(),
                now);
        return Optional.of(
                articles.stream().map(article -> change(null, article)).toList());
    }

    private static List<Alias> claims(Article article, Manuscript manuscript) {
        return manuscript.aliases().stream()
                .map(address -> new Alias(address, article.id()))
                .toList();
    }

    @Override
    public Change revise(ArticleId id, Manuscript manuscript, Horizon horizon) {
        return transactions.writeOrRefuse(Taken.class, () -> {
            var before = rows.hold(id);
            claims.refuseSecond(before, manuscript.feed());
            claims.refuseTakenSlug(manuscript, id);
            aliases.note(id, manuscript.aliases(), now());
            return store(before, Transition.next(before, manuscript, horizon, now()));
        });
    }

    @Override
    public Change withdraw(ArticleId id, @Nullable String reason) {
        return transactions.write(() -> {
            var before = rows.hold(id);
            return before.state() == State.WITHDRAWN && reason == null
                    ? new Change(before, List.of())
                    : store(before, Transition.withdrawn(before, reason, now()));
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

    private Change store(Article before, Article after) {
        if (after.equals(before)) {
            return new Change(after, List.of());
        }
        rows.update(after);
        media.note(before, after);
        formerAddresses.note(before, after, now());
        return change(before, after);
    }

    private Change change(@Nullable Article before, Article after) {
        return new Change(after, Transition.events(before, after, now()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
