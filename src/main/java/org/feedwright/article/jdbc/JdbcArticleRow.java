package org.feedwright.article.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
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

/** An article as one row of its table. Instants are epoch milliseconds. */
final class JdbcArticleRow {
    private JdbcArticleRow() {}

    /** Gives the values of all columns, in the order in which {@link JdbcArticleRows#insert} names them. */
    static void set(PreparedStatement row, Article article) throws SQLException {
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
    }

    static Article article(ResultSet row, int number) throws SQLException {
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

    static ListedArticle listed(ResultSet row, int number) throws SQLException {
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

    static @Nullable Long milliseconds(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
