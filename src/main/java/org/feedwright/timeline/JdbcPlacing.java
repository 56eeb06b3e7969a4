package org.feedwright.timeline;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.feed.JdbcFeeds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives, changes, dates and removes places, in SQLite or PostgreSQL, by the same statements. */
@Repository
class JdbcPlacing {
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

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
