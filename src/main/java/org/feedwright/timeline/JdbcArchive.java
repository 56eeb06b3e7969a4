package org.feedwright.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.feedwright.feed.LogicalFeed;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and marks the places of a logical feed in archive pages, from the oldest on, in SQLite or PostgreSQL. Work that
 * grows with the number of places begins at the last mark, which is never far away.
 */
@Repository
class JdbcArchive {
    private static final int PART = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations named;

    JdbcArchive(JdbcClient jdbc, NamedParameterJdbcOperations named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    /** The last place of a complete archive page; before the first one, a mark that comes before every place. */
    record Mark(int page, Instant appeared, String article, Instant modified) {
        static final Mark NONE = new Mark(0, Instant.ofEpochMilli(Long.MIN_VALUE), "", Instant.EPOCH);

        /** A mark for walking on from a place. */
        static Mark at(Place place) {
            return new Mark(0, place.appeared(), place.article().value(), Instant.EPOCH);
        }
    }

    /** Visits all places of a logical feed, scheduled ones too, the oldest first and in parts. */
    void walk(LogicalFeed logicalFeed, Consumer<List<Place>> visitor) {
        var mark = Mark.NONE;
        List<Place> part;
        do {
            part = following(logicalFeed, mark, PART);
            if (!part.isEmpty()) {
                visitor.accept(part);
                mark = Mark.at(part.getLast());
            }
        } while (part.size() == PART);
    }

    /** The next places behind a mark, scheduled ones too, the oldest first. */
    List<Place> following(LogicalFeed logicalFeed, Mark last, int places) {
        return behind(logicalFeed, last, 0, places, Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /** The visible places behind a mark, the oldest first. */
    List<Place> behind(LogicalFeed logicalFeed, Mark mark, int skipped, int places, Instant now) {
        return jdbc.sql("""
                        select * from place
                        where strand = :strand and appeared <= :now
                          and (appeared, article) > (:appeared, :article)
                        order by appeared, article limit :places offset :skipped
                        """)
                .param("strand", logicalFeed.toString())
                .param("now", now.toEpochMilli())
                .param("appeared", mark.appeared().toEpochMilli())
                .param("article", mark.article())
                .param("places", places)
                .param("skipped", skipped)
                .query(JdbcPlaces::place)
                .list();
    }

    /** The last mark up to the end of a page. */
    Mark mark(LogicalFeed logicalFeed, int page) {
        return jdbc.sql("select * from mark where strand = :strand and page <= :page order by page desc limit 1")
                .param("strand", logicalFeed.toString())
                .param("page", page)
                .query((row, _) -> new Mark(
                        row.getInt("page"),
                        Instant.ofEpochMilli(row.getLong("appeared")),
                        row.getString("article"),
                        Instant.ofEpochMilli(row.getLong("modified"))))
                .optional()
                .orElse(Mark.NONE);
    }

    /** The number of visible places behind a mark, empty ones included. */
    int count(LogicalFeed logicalFeed, Mark last, Instant now) {
        return last.page() * ArchivePosition.PLACES
                + jdbc.sql("""
                        select count(*) from place
                        where strand = :strand and appeared <= :now
                          and (appeared, article) > (:appeared, :article)
                        """)
                        .param("strand", logicalFeed.toString())
                        .param("now", now.toEpochMilli())
                        .param("appeared", last.appeared().toEpochMilli())
                        .param("article", last.article())
                        .query(Integer.class)
                        .single();
    }

    /** Marks the archive pages that have become complete. Places below the window no longer change in number. */
    void settle(Collection<LogicalFeed> logicalFeeds, int window, Instant modified, Instant now) {
        named.batchUpdate(
                """
                insert into mark (strand, page, appeared, article, modified)
                with last as (
                  select * from (
                    select * from (
                      select page, appeared, article from mark where strand = :strand order by page desc limit 1) known
                    union all select 0, :least, '') marks
                  order by page desc limit 1)
                select :strand, page + n / :size, appeared, article, :modified from (
                  select last.page, place.appeared, place.article,
                    row_number() over (order by place.appeared, place.article) as n, count(*) over () as total
                  from last join place on place.strand = :strand and place.appeared <= :now
                    and (place.appeared, place.article) > (last.appeared, last.article)) behind
                where n % :size = 0 and n <= total - :window
                """,
                logicalFeeds.stream()
                        .map(logicalFeed -> new MapSqlParameterSource("strand", logicalFeed.toString())
                                .addValue("least", Mark.NONE.appeared().toEpochMilli())
                                .addValue("size", ArchivePosition.PLACES)
                                .addValue("modified", modified.toEpochMilli())
                                .addValue("now", now.toEpochMilli())
                                .addValue("window", window))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
