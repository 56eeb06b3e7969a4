package org.feedwright.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Article.State;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The articles in SQLite or PostgreSQL, by the same statements. Instants are epoch milliseconds. */
@Repository
class JdbcArticles implements Articles {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    JdbcArticles(JdbcClient jdbc, JsonMapper json, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional(noRollbackFor = {IdTaken.class, SlugTaken.class}) // nothing is written before they are thrown
    public Article publish(Manuscript manuscript, Instant horizon) {
        var stated = manuscript.statedId();
        if (stated != null) {
            refuseTaken(stated);
            if (find(stated).isPresent()) {
                return revise(stated, manuscript, horizon);
            }
        }
        refuseTakenSlug(manuscript, null);
        var id = stated != null ? stated : freeId(manuscript);
        var article = Transition.first(id, manuscript, horizon, now());
        insert(article);
        Transition.event(null, article, Revision.NONE, now()).ifPresent(events::publishEvent);
        return article;
    }

    @Override
    @Transactional(noRollbackFor = {IdTaken.class, SlugTaken.class}) // nothing is written before they are thrown
    public Article revise(ArticleId id, Manuscript manuscript, Instant horizon) {
        var before = find(id).orElseThrow(() -> new IllegalArgumentException("there is no article " + id));
        refuseTakenSlug(manuscript, id);
        var after = Transition.next(before, manuscript, horizon, now());
        if (!after.equals(before)) {
            update(after);
            var revision = Revision.between(before.text(), after.text());
            Transition.event(before, after, revision, now()).ifPresent(events::publishEvent);
        }
        return after;
    }

    @Override
    public void refuseTaken(ArticleId id) {
        find(id).filter(holder -> holder.state() != State.WITHDRAWN).ifPresent(holder -> {
            throw new IdTaken(id, holder);
        });
    }

    @Override
    @Transactional
    public void withdraw(ArticleId id) {
        var before = find(id).orElseThrow(() -> new IllegalArgumentException("there is no article " + id));
        if (before.state() != State.WITHDRAWN) {
            var after = Transition.withdrawn(before, now());
            update(after);
            Transition.event(before, after, Revision.NONE, now()).ifPresent(events::publishEvent);
        }
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
        return jdbc.sql("""
                        select * from article where feed = :feed and slug = :slug
                        order by case state when 'WITHDRAWN' then 1 else 0 end, appeared desc limit 1
                        """)
                .param("feed", feed.value())
                .param("slug", slug.value())
                .query(this::article)
                .optional();
    }

    @Override
    public List<Article> newest(FeedName feed, int places, Instant now) {
        return jdbc.sql("""
                        select * from article where feed = :feed and appeared <= :now
                        order by appeared desc, id limit :places
                        """)
                .param("feed", feed.value())
                .param("now", now.toEpochMilli())
                .param("places", places)
                .query(this::article)
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

    @Override
    public Optional<Instant> nextAppearance(FeedName feed, Instant now) {
        return jdbc.sql("""
                        select appeared from article
                        where feed = :feed and appeared > :now and state = 'PUBLISHED'
                        order by appeared limit 1
                        """)
                .param("feed", feed.value())
                .param("now", now.toEpochMilli())
                .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .optional();
    }

    @Override
    public int count(Instant now) {
        return jdbc.sql("select count(*) from article where state = 'PUBLISHED' and appeared <= :now")
                .param("now", now.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    @Override
    public int count(FeedName feed, Instant now) {
        return jdbc.sql("select count(*) from article where feed = :feed and state = 'PUBLISHED' and appeared <= :now")
                .param("feed", feed.value())
                .param("now", now.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    private void refuseTakenSlug(Manuscript manuscript, @Nullable ArticleId self) {
        find(manuscript.feed(), manuscript.slug())
                .filter(holder -> holder.state() != State.WITHDRAWN)
                .filter(holder -> !holder.id().equals(self))
                .ifPresent(holder -> {
                    throw new SlugTaken(holder);
                });
    }

    private ArticleId freeId(Manuscript manuscript) {
        var published = manuscript.published().toLocalDate();
        for (int attempt = 1; ; attempt++) {
            var id = ArticleId.mint(manuscript.authority(), published, manuscript.feed(), manuscript.slug(), attempt);
            if (find(id).isEmpty()) {
                return id;
            }
        }
    }

    private void insert(Article article) {
        bind(jdbc.sql("""
                insert into article (id, feed, slug, state, published, updated, appeared, text)
                values (:id, :feed, :slug, :state, :published, :updated, :appeared, :text)
                """), article).update();
    }

    private void update(Article article) {
        bind(jdbc.sql("""
                update article set feed = :feed, slug = :slug, state = :state, published = :published,
                  updated = :updated, appeared = :appeared, text = :text
                where id = :id
                """), article).update();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Article article) {
        return statement
                .param("id", article.id().value())
                .param("feed", article.feed().value())
                .param("slug", article.slug().value())
                .param("state", article.state().name())
                .param("published", article.published().toEpochMilli())
                .param("updated", article.updated().toEpochMilli())
                .param(
                        "appeared",
                        article.appeared() == null ? null : article.appeared().toEpochMilli(),
                        Types.BIGINT)
                .param("text", json.writeValueAsString(article.text()));
    }

    private Article article(ResultSet row, int number) throws SQLException {
        long appeared = row.getLong("appeared");
        boolean neverAppeared = row.wasNull();
        return new Article(
                new ArticleId(row.getString("id")),
                new FeedName(row.getString("feed")),
                new Slug(row.getString("slug")),
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("published")),
                Instant.ofEpochMilli(row.getLong("updated")),
                neverAppeared ? null : Instant.ofEpochMilli(appeared),
                json.readValue(row.getString("text"), ArticleText.class));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
