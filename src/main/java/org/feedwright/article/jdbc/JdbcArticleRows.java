package org.feedwright.article.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.FeedName;
import org.feedwright.article.ListedArticle;
import org.feedwright.article.Slug;
import org.feedwright.store.StoredJson;
import org.feedwright.text.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The articles as rows of a table in SQLite or PostgreSQL. Instants are epoch milliseconds. */
final class JdbcArticleRows {
    /** The number of articles that are written at once, and kept in memory as JSON until then. */
    private static final int BATCH = 50;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    JdbcArticleRows(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Article> find(ArticleId id) {
        return jdbc.sql("select * from article where id = :id")
                .param("id", id.value())
                .query(this::article)
                .optional();
    }

    List<Article> find(Collection<ArticleId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from article where id in (:ids)")
                        .param("ids", ids.stream().map(ArticleId::value).toList())
                        .query(this::article)
                        .list();
    }

    Optional<Article> findLive(FeedName feed, Slug slug) {
        return jdbc.sql("select * from article where feed = :feed and slug = :slug and state <> 'WITHDRAWN'")
                .param("feed", feed.value())
                .param("slug", slug.value())
                .query(this::article)
                .optional();
    }

    Optional<Article> findWithdrawn(FeedName feed, Slug slug) {
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

    /** The article for which a text was stated: the live one, else the last one that was. */
    Optional<Article> findStated(FeedName feed, String text) {
        return jdbc.sql("""
                        select * from article where feed = :feed and stated_id = :text
                        order by case when state = 'WITHDRAWN' then 1 else 0 end, appeared desc, id limit 1
                        """)
                .param("feed", feed.value())
                .param("text", text)
                .query(this::article)
                .optional();
    }

    List<Article> newest(int count, Instant now) {
        return jdbc.sql("""
                        select * from article where state = 'PUBLISHED' and appeared <= :now
                        order by appeared desc, id limit :count
                        """)
                .param("now", now.toEpochMilli())
                .param("count", count)
                .query(this::article)
                .list();
    }

    List<ListedArticle> listed(@Nullable ArticleId last, int count) {
        return jdbc.sql("select * from article where id > :last order by id limit :count")
                .param("last", last == null ? "" : last.value())
                .param("count", count)
                .query(JdbcArticleRows::listed)
                .list();
    }

    /** Reads an article and locks it until the transaction ends, so that none of two changes is lost. */
    Article hold(ArticleId id) {
        return jdbc.sql("update article set id = id where id = :id returning *")
                .param("id", id.value())
                .query(this::article)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no article " + id));
    }

    /**
     * Stores articles, if all their ids and addresses are free.
     *
     * @return whether they were free
     */
    boolean insert(List<Article> articles) {
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

    void update(Article article) {
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

    /** Files all articles of a feed under its new name. */
    void refile(FeedName from, FeedName to) {
        jdbc.sql("update article set feed = :to where feed = :from")
                .param("from", from.value())
                .param("to", to.value())
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
}
