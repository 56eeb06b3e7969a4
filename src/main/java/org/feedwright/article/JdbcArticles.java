package org.feedwright.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.feedwright.article.Article.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The articles in SQLite or PostgreSQL, by the same statements. Instants are epoch milliseconds. */
@Repository
class JdbcArticles implements Articles {
    /** Articles that are written at once, and kept in memory as JSON until then. */
    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final JdbcMedia media;
    private final JdbcFormerAddresses formerAddresses;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;

    JdbcArticles(
            JdbcClient jdbc,
            JdbcOperations batches,
            InstantSource clock,
            ApplicationEventPublisher events,
            Transactions transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
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
        var stated = stated(manuscript);
        if (stated != null) {
            refuseTaken(stated);
            if (find(stated).isPresent()) {
                return revise(stated, manuscript, horizon);
            }
        }
        for (int attempt = 1; ; attempt++) {
            var id = stated != null ? stated : mint(manuscript, attempt);
            var article = Transition.first(id, manuscript, horizon, now());
            if (insert(List.of(article))) {
                media.note(null, article);
                tell(null, article);
                return article;
            }
            refuseTakenSlug(manuscript, null);
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
                .map(manuscript -> Transition.first(mint(manuscript, 1), manuscript, horizon, now))
                .toList();
        if (!insert(articles)) {
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
            var before = hold(id);
            refuseSecond(before, manuscript.feed());
            refuseTakenSlug(manuscript, id);
            var after = Transition.next(before, manuscript, horizon, now());
            store(before, after);
            return after;
        });
    }

    @Override
    public void refuseTaken(ArticleId id) {
        find(id).filter(holder -> holder.state() != State.WITHDRAWN).ifPresent(holder -> {
            throw new IdTaken(holder);
        });
    }

    @Override
    public void withdraw(ArticleId id) {
        withdraw(id, null);
    }

    @Override
    public void withdraw(ArticleId id, @Nullable String reason) {
        transactions.write(() -> {
            var before = hold(id);
            if (before.state() != State.WITHDRAWN || reason != null) {
                store(before, Transition.withdrawn(before, reason, now()));
            }
        });
    }

    @Override
    public void refile(FeedName from, FeedName to) {
        transactions.write(() -> {
            jdbc.sql("update article set feed = :to where feed = :from")
                    .param("from", from.value())
                    .param("to", to.value())
                    .update();
            media.refile(from, to);
            formerAddresses.refile(from, to);
        });
    }

    @Override
    public Optional<Article> find(ArticleId id) {
        return jdbc.sql("select * from article where id = :id")
                .param("id", id.value())
                .query(this::article)
                .optional();
    }

    @Override
    public Optional<Article> find(FeedName feed, Slug slug) {
        return findLive(feed, slug).or(() -> findWithdrawn(feed, slug));
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
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from article where id in (:ids)")
                        .param("ids", ids.stream().map(ArticleId::value).toList())
                        .query(this::article)
                        .list();
    }

    @Override
    public List<ListedArticle> listed(@Nullable ArticleId last, int count) {
        return jdbc.sql("select * from article where id > :last order by id limit :count")
                .param("last", last == null ? "" : last.value())
                .param("count", count)
                .query(JdbcArticles::listed)
                .list();
    }

    @Override
    public List<Article> newest(int count, Instant now) {
        return jdbc.sql("""
                        select * from article where state = 'PUBLISHED' and appeared <= :now
                        order by appeared desc, id limit :count
                        """)
                .param("now", now.toEpochMilli())
                .param("count", count)
                .query(this::article)
                .list();
    }

    private Optional<Article> findLive(FeedName feed, Slug slug) {
        return jdbc.sql("select * from article where feed = :feed and slug = :slug and state <> 'WITHDRAWN'")
                .param("feed", feed.value())
                .param("slug", slug.value())
                .query(this::article)
                .optional();
    }

    private Optional<Article> findWithdrawn(FeedName feed, Slug slug) {
        return jdbc.sql("""
                        select * from article
                        where feed = :feed and slug = :slug and state = 'WITHDRAWN' and appeared is not null
                        order by appeared desc, id limit 1
                        """)
                .param("feed", feed.value())
                .param("slug", slug.value())
                .query(this::article)
                .optional();
    }

    /** The article, kept from other transactions until this one ends, so that none of two changes is lost. */
    private Article hold(ArticleId id) {
        return jdbc.sql("update article set id = id where id = :id returning *")
                .param("id", id.value())
                .query(this::article)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no article " + id));
    }

    /** A withdrawn article leaves its address to others. */
    private void refuseTakenSlug(Manuscript manuscript, @Nullable ArticleId self) {
        if (manuscript.withdrawal() != null) {
            return;
        }
        findLive(manuscript.feed(), manuscript.slug())
                .filter(holder -> !holder.id().equals(self))
                .ifPresent(holder -> {
                    throw new SlugTaken(holder);
                });
    }

    /** The id that a manuscript states: that of the article for which its feed has the same text, whatever made it. */
    private @Nullable ArticleId stated(Manuscript manuscript) {
        var stated = manuscript.statedId();
        if (stated == null || stated.isIri()) {
            return manuscript.id();
        }
        var made = Objects.requireNonNull(manuscript.id(), "the feed's id is not known");
        return findStated(manuscript.feed(), stated.text()).map(Article::id).orElse(made);
    }

    /** The one that is there, else the one that was there last. */
    private Optional<Article> findStated(FeedName feed, String text) {
        return jdbc.sql("""
                        select * from article where feed = :feed and stated_id = :text
                        order by case when state = 'WITHDRAWN' then 1 else 0 end, appeared desc, id limit 1
                        """)
                .param("feed", feed.value())
                .param("text", text)
                .query(this::article)
                .optional();
    }

    /** An article that comes from another feed must not be there a second time for who knows it by what was stated. */
    private void refuseSecond(Article article, FeedName feed) {
        if (article.statedId() != null && !article.feed().equals(feed)) {
            findStated(feed, article.statedId())
                    .filter(holder -> holder.state() != State.WITHDRAWN)
                    .ifPresent(holder -> {
                        throw new IdTaken(holder);
                    });
        }
    }

    private static ArticleId mint(Manuscript manuscript, int attempt) {
        return ArticleId.mint(
                manuscript.authority(),
                manuscript.published().toLocalDate(),
                manuscript.feed(),
                manuscript.slug(),
                attempt);
    }

    private void store(Article before, Article after) {
        if (!after.equals(before)) {
            update(after);
            media.note(before, after);
            formerAddresses.note(before, after, now());
            tell(before, after);
        }
    }

    private void tell(@Nullable Article before, Article after) {
        Transition.events(before, after, now()).forEach(events::publishEvent);
    }

    /** Whether all could be stored: their ids and their addresses were free. */
    private boolean insert(List<Article> articles) {
        int[][] stored = batches.batchUpdate("""
                insert into article (id, feed, slug, state, published, updated, appeared, text, withdrawn, reason,
                  stated_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """, articles, BATCH, (row, article) -> {
            row.setString(1, article.id().value());
            row.setString(2, article.feed().value());
            row.setString(3, article.slug().value());
            row.setString(4, article.state().name());
            row.setLong(5, article.published().toEpochMilli());
            row.setLong(6, article.updated().toEpochMilli());
            row.setObject(7, milliseconds(article.appeared()), Types.BIGINT);
            row.setString(8, StoredJson.write(article.text()));
            row.setObject(9, milliseconds(article.withdrawn()), Types.BIGINT);
            row.setString(10, article.reason());
            row.setString(11, article.statedId());
        });
        return Arrays.stream(stored).flatMapToInt(Arrays::stream).allMatch(rows -> rows == 1);
    }

    private void update(Article article) {
        jdbc.sql("""
                        update article set feed = :feed, slug = :slug, state = :state, published = :published,
                          updated = :updated, appeared = :appeared, text = :text, withdrawn = :withdrawn, reason = :reason
                        where id = :id
                        """)
                .param("id", article.id().value())
                .param("feed", article.feed().value())
                .param("slug", article.slug().value())
                .param("state", article.state().name())
                .param("published", article.published().toEpochMilli())
                .param("updated", article.updated().toEpochMilli())
                .param("appeared", milliseconds(article.appeared()), Types.BIGINT)
                .param("text", StoredJson.write(article.text()))
                .param("withdrawn", milliseconds(article.withdrawn()), Types.BIGINT)
                .param("reason", article.reason(), Types.VARCHAR)
                .update();
    }

    private Article article(ResultSet row, int number) throws SQLException {
        return new Article(
                new ArticleId(row.getString("id")),
                new FeedName(row.getString("feed")),
                new Slug(row.getString("slug")),
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("published")),
                Instant.ofEpochMilli(row.getLong("updated")),
                instant(row, "appeared"),
                StoredJson.read(row.getString("text"), ArticleText.class),
                instant(row, "withdrawn"),
                row.getString("reason"),
                row.getString("stated_id"));
    }

    private static ListedArticle listed(ResultSet row, int number) throws SQLException {
        var all = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            all.append(row.getString(column)).append('\n');
        }
        return new ListedArticle(
                new ArticleId(row.getString("id")),
                new FeedName(row.getString("feed")),
                new Slug(row.getString("slug")),
                State.valueOf(row.getString("state")),
                instant(row, "appeared"),
                Digest.hex(all.toString()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long milliseconds = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(milliseconds);
    }

    private static @Nullable Long milliseconds(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
