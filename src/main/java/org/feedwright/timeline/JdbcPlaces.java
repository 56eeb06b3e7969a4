package org.feedwright.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.feed.LogicalFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads places as readers see them, in SQLite or PostgreSQL. */
@Repository
public class JdbcPlaces {
    private final JdbcClient jdbc;

    JdbcPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest visible places, the newest first. */
    List<Place> newest(LogicalFeed logicalFeed, int places, Instant now) {
        return jdbc.sql("""
                        select * from place where strand = :strand and appeared <= :now
                        order by appeared desc, article desc limit :places
                        """)
                .param("strand", logicalFeed.toString())
                .param("now", now.toEpochMilli())
                .param("places", places)
                .query(JdbcPlaces::place)
                .list();
    }

    /** The newest visible places that are not empty, the newest first. */
    List<Place> newestArticles(LogicalFeed logicalFeed, int places, Instant now) {
        return jdbc.sql("""
                        select * from place where strand = :strand and appeared <= :now and gone is null
                        order by appeared desc, article desc limit :places
                        """)
                .param("strand", logicalFeed.toString())
                .param("now", now.toEpochMilli())
                .param("places", places)
                .query(JdbcPlaces::place)
                .list();
    }

    /**
     * The places below a window whose articles were corrected since the window's last place appeared, the latest first.
     */
    List<Place> corrected(LogicalFeed logicalFeed, Place last, int places, Instant now) {
        return jdbc.sql("""
                        select * from place
                        where strand = :strand and corrected > :appeared and corrected <= :now and gone is null
                          and (appeared, article) < (:appeared, :article)
                        order by corrected desc, article limit :places
                        """)
                .param("strand", logicalFeed.toString())
                .param("appeared", last.appeared().toEpochMilli())
                .param("article", last.article().value())
                .param("now", now.toEpochMilli())
                .param("places", places)
                .query(JdbcPlaces::place)
                .list();
    }

    /** Whether a logical feed has or had a visible place. */
    boolean exists(LogicalFeed logicalFeed, Instant now) {
        return !newest(logicalFeed, 1, now).isEmpty();
    }

    /** The number of visible articles in a logical feed. */
    int countArticles(LogicalFeed logicalFeed, Instant now) {
        return jdbc.sql("select count(*) from place where strand = :strand and appeared <= :now and gone is null")
                .param("strand", logicalFeed.toString())
                .param("now", now.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    /** When the next scheduled article appears; empty if none will. */
    Optional<Instant> nextAppearance(LogicalFeed logicalFeed, Instant now) {
        return jdbc.sql("""
                        select appeared from place where strand = :strand and appeared > :now and gone is null
                        order by appeared limit 1
                        """)
                .param("strand", logicalFeed.toString())
                .param("now", now.toEpochMilli())
                .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .optional();
    }

    /**
     * When the article in a place appeared.
     *
     * @param place the number of the place, from 1, the newest
     */
    Optional<Instant> appearance(LogicalFeed logicalFeed, int place, Instant now) {
        return jdbc.sql("""
                        select appeared from place where strand = :strand and appeared <= :now
                        order by appeared desc, article desc limit 1 offset :before
                        """)
                .param("strand", logicalFeed.toString())
                .param("now", now.toEpochMilli())
                .param("before", place - 1)
                .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .optional();
    }

    /** All logical feeds of a feed that have a place. */
    List<LogicalFeed> logicalFeeds(FeedName feed) {
        return logicalFeeds(feed, 1);
    }

    /** The logical feeds of a feed that have at least so many places. */
    List<LogicalFeed> logicalFeeds(FeedName feed, int least) {
        return jdbc
                .sql("""
                        select strand from place where strand = :feed or strand >= :from and strand < :to
                        group by strand having count(*) >= :least
                        """)
                .param("least", least)
                .param("feed", feed.value())
                .param("from", feed + "/")
                .param("to", feed + "0") // the character after '/'
                .query((row, _) -> LogicalFeed.parse(row.getString(1)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Every place that an article has or had. */
    List<Place> of(ArticleId article) {
        return jdbc.sql("select * from place where article = :article order by strand, appeared")
                .param("article", article.value())
                .query(JdbcPlaces::place)
                .list();
    }

    /** The logical feeds in which these articles have a place that is not empty. */
    Map<ArticleId, Set<LogicalFeed>> filled(Collection<ArticleId> articles) {
        return articles.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from place where gone is null and article in (:articles)")
                        .param(
                                "articles",
                                articles.stream().map(ArticleId::value).toList())
                        .query(JdbcPlaces::place)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Place::article, Collectors.mapping(Place::logicalFeed, Collectors.toSet())));
    }

    public static Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                LogicalFeed.parse(row.getString("strand")).orElseThrow(),
                Instant.ofEpochMilli(row.getLong("appeared")),
                new ArticleId(row.getString("article")),
                instant(row, "gone"),
                instant(row, "corrected"),
                Instant.ofEpochMilli(row.getLong("modified")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
