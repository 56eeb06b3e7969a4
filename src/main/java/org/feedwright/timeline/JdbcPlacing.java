package org.feedwright.timeline;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Horizon;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.feed.LogicalFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Gives, empties and fills places, in SQLite or PostgreSQL, by the same statements.
 *
 * <p>The places of some articles are named by article and logical feed together, or SQLite walks through the whole
 * logical feed for them.
 */
@Repository
class JdbcPlacing {
    private static final String FILL = """
            update place set gone = null, corrected = (
              select case when a.updated > place.appeared then a.updated end from article a where a.id = place.article)
            where gone is not null
              and appeared = (
                select max(other.appeared) from place other
                where other.strand = place.strand and other.article = place.article)
              and (article, strand) in (
                select id, :strand from article where state = 'PUBLISHED' and appeared <= :now and\s""";

    private static final String COPY = """
            insert into place (strand, appeared, article, corrected, modified)
            select :to, case when appeared > :horizon then appeared else :late end, article,
              case when appeared > :horizon or corrected > :late then corrected end, modified
            from place source
            where gone is null
              and not exists (
                select 1 from place there
                where there.strand = :to and there.article = source.article and there.gone is null)
              and (article, strand) in (select id, :from from article where\s""";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    JdbcPlacing(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Moves all places of a feed and of its categories and authors to its new name. What readers see of the articles
     * changes.
     */
    void rename(FeedName from, FeedName to, Instant modified) {
        for (String table : List.of("place", "mark")) {
            jdbc.sql("update " + table + """
                             set strand = :to || substr(strand, :rest)
                            where strand = :from or (strand > :parts and strand < :end)
                            """)
                    .param("from", from.value())
                    .param("to", to.value())
                    .param("rest", from.value().length() + 1)
                    .param("parts", from + "/")
                    .param("end", from + "0") // the sign after the slash
                    .update();
        }
        touch(to, modified, false);
    }

    void take(Collection<Place> places) {
        if (places.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                "insert into place (strand, appeared, article, corrected, modified) values (?, ?, ?, ?, ?)",
                places,
                places.size(),
                (row, place) -> {
                    row.setString(1, place.logicalFeed().toString());
                    row.setLong(2, place.appeared().toEpochMilli());
                    row.setString(3, place.article().value());
                    row.setObject(4, millis(place.corrected()), Types.BIGINT);
                    row.setLong(5, place.modified().toEpochMilli());
                });
    }

    /** Empties a place, or fills it again. */
    void change(Place place) {
        jdbc.sql("""
                        update place set gone = :gone, corrected = :corrected
                        where strand = :strand and appeared = :appeared and article = :article
                        """)
                .param("gone", millis(place.gone()), Types.BIGINT)
                .param("corrected", millis(place.corrected()), Types.BIGINT)
                .param("strand", place.logicalFeed().toString())
                .param("appeared", place.appeared().toEpochMilli())
                .param("article", place.article().value())
                .update();
    }

    /** Removes a place that nobody has seen. */
    void remove(Place place) {
        jdbc.sql("delete from place where strand = :strand and appeared = :appeared and article = :article")
                .param("strand", place.logicalFeed().toString())
                .param("appeared", place.appeared().toEpochMilli())
                .param("article", place.article().value())
                .update();
    }

    /**
     * Dates the places of an article by a change of what readers see there, as {@link JdbcFeeds#touch} does for a feed.
     */
    void touch(ArticleId article, Instant modified, boolean isTold) {
        jdbc.sql("""
                        update place set modified = case when modified < :modified then :modified else modified + 1000 end
                        where article = :article and (modified <> :modified or :told = 1)
                        """)
                .param("article", article.value())
                .param("modified", modified.toEpochMilli())
                .param("told", isTold ? 1 : 0)
                .update();
    }

    /** Dates the places of all articles that are filed in a feed. */
    void touch(FeedName feed, Instant modified, boolean isTold) {
        jdbc.sql("""
                        update place set modified = case when modified < :modified then :modified else modified + 1000 end
                        where (modified <> :modified or :told = 1)
                          and article in (select id from article where feed = :feed)
                        """)
                .param("feed", feed.value())
                .param("modified", modified.toEpochMilli())
                .param("told", isTold ? 1 : 0)
                .update();
    }

    /**
     * Gives each article that is filed under the one feed a place in the other where it has none yet.
     *
     * @param horizon what appeared then or before appears late
     */
    void copy(LogicalFeed from, LogicalFeed to, Horizon horizon, Instant late) {
        copy(COPY + "feed = :from)", from, to, horizon, late).update();
    }

    /** Does so for these articles. */
    void copy(LogicalFeed from, LogicalFeed to, Collection<ArticleId> articles, Horizon horizon, Instant late) {
        if (!articles.isEmpty()) {
            copy(COPY + "id in (:articles))", from, to, horizon, late)
                    .param("articles", articles.stream().map(ArticleId::value).toList())
                    .update();
        }
    }

    private JdbcClient.StatementSpec copy(String sql, LogicalFeed from, LogicalFeed to, Horizon horizon, Instant late) {
        return jdbc.sql(sql)
                .param("from", from.toString())
                .param("to", to.toString())
                .param(
                        "horizon",
                        horizon.equals(Horizon.NONE)
                                ? Long.MIN_VALUE
                                : horizon.passed().toEpochMilli())
                .param("late", late.toEpochMilli());
    }

    /** Empties the places that the articles filed in a feed have in a logical feed. */
    int empty(LogicalFeed logicalFeed, FeedName feed, Instant gone) {
        return jdbc.sql("""
                        update place set gone = :gone
                        where gone is null and (article, strand) in (
                          select id, :strand from article where feed = :feed)
                        """)
                .param("gone", gone.toEpochMilli())
                .param("strand", logicalFeed.toString())
                .param("feed", feed.value())
                .update();
    }

    /** Empties the places that these articles have in a logical feed, and removes those that nobody has seen. */
    void leave(LogicalFeed logicalFeed, Collection<ArticleId> articles, Instant now) {
        for (String sql : List.of(
                "delete from place where appeared > :now",
                "update place set gone = :now, corrected = null where gone is null")) {
            jdbc.sql(sql + " and (article, strand) in (select id, :strand from article where id in (:articles))")
                    .param("now", now.toEpochMilli())
                    .param("strand", logicalFeed.toString())
                    .param("articles", articles.stream().map(ArticleId::value).toList())
                    .update();
        }
    }

    /**
     * Fills the empty places of published articles that are filed in a feed; of several places of one article, the
     * latest.
     */
    void fill(LogicalFeed logicalFeed, FeedName feed, Instant now) {
        jdbc.sql(FILL + "feed = :feed)")
                .param("strand", logicalFeed.toString())
                .param("feed", feed.value())
                .param("now", now.toEpochMilli())
                .update();
    }

    /**
     * Fills the empty places of these articles, if they are published; of several places of one article, the latest.
     */
    void fill(LogicalFeed logicalFeed, Collection<ArticleId> articles, Instant now) {
        if (!articles.isEmpty()) {
            jdbc.sql(FILL + "id in (:articles))")
                    .param("strand", logicalFeed.toString())
                    .param("now", now.toEpochMilli())
                    .param("articles", articles.stream().map(ArticleId::value).toList())
                    .update();
        }
    }

    /** Removes all places of a feed, except those of articles that are filed in it. */
    void clearOthers(LogicalFeed logicalFeed) {
        jdbc.sql("""
                        delete from place where strand = :strand
                          and article not in (select id from article where feed = :feed)
                        """)
                .param("strand", logicalFeed.toString())
                .param("feed", logicalFeed.feed().value())
                .update();
        jdbc.sql("delete from mark where strand = :strand")
                .param("strand", logicalFeed.toString())
                .update();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
