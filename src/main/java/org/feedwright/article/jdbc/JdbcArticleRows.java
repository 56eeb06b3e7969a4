package org.feedwright.article.jdbc;

import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.ListedArticle;
import org.feedwright.article.Slug;
import org.feedwright.store.StoredJson;
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
                .query(JdbcArticleRow::article)
                .optional();
    }

    List<Article> find(Collection<ArticleId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from article where id in (:ids)")
                        .param("ids", ids.stream().map(ArticleId::value).toList())
                        .query(JdbcArticleRow::article)
                        .list();
    }

    Optional<Article> findLive(FeedName feed, Slug slug) {
        return jdbc.sql("select * from article where feed = :feed and slug = :slug and state <> 'WITHDRAWN'")
                .param("feed", feed.value())
                .param("slug", slug.value())
                .query(JdbcArticleRow::article)
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
                .query(JdbcArticleRow::article)
                .optional();
    }

    /** The article for which a text was stated: the live one, else the last one that was. */
    Optional<Article> findStated(FeedName feed, String text) {
        return jdbc.sql("""
                        select * from article where feed = :feed and stated_id = :text
                        order by case when state = 'WITHDRAWN' then 1 else 0 end, appeared desc nulls last, id limit 1
                        """)
                .param("feed", feed.value())
                .param("text", text)
                .query(JdbcArticleRow::article)
                .optional();
    }

    List<Article> newest(int count, Instant now) {
        return jdbc.sql("""
                        select * from article where state = 'PUBLISHED' and appeared <= :now
                        order by appeared desc, id limit :count
                        """)
                .param("now", now.toEpochMilli())
                .param("count", count)
                .query(JdbcArticleRow::article)
                .list();
    }

    List<ListedArticle> listed(@Nullable ArticleId last, int count) {
        return jdbc.sql("select * from article where id > :last order by id limit :count")
                .param("last", last == null ? "" : last.value())
                .param("count", count)
                .query(JdbcArticleRow::listed)
                .list();
    }

    /** Reads an article and locks it until the transaction ends, so that none of two changes is lost. */
    Article hold(ArticleId id) {
        return jdbc.sql("update article set id = id where id = :id returning *")
                .param("id", id.value())
                .query(JdbcArticleRow::article)
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
                """, articles, BATCH, JdbcArticleRow::set);
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
                .param("appeared", JdbcArticleRow.milliseconds(article.appeared()), Types.BIGINT)
                .param("text", StoredJson.write(article.text()))
                .param("withdrawn", JdbcArticleRow.milliseconds(article.withdrawn()), Types.BIGINT)
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
}
