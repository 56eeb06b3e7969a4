package org.feedwright.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Horizon;
import org.feedwright.feed.LogicalFeed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lets many articles join a logical feed, or leave it, in SQLite or PostgreSQL, by the same statements.
 *
 * <p>The places of some articles are named by article and logical feed together, or SQLite walks through the whole
 * logical feed for them.
 */
@Repository
class JdbcJoining {
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

    JdbcJoining(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
}
