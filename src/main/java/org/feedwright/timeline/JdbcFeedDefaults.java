package org.feedwright.timeline;

import java.time.Instant;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.timeline.JdbcArchive.Mark;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores how far the articles of a feed have followed its new definition. */
@Repository
class JdbcFeedDefaults {
    private final JdbcClient jdbc;

    JdbcFeedDefaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins at a feed's first article, also if an earlier definition is still being followed. */
    void begin(FeedName feed) {
        note(feed, Mark.NONE);
    }

    /** Notes the last place that was followed up. */
    void note(FeedName feed, Mark last) {
        jdbc.sql("""
                        insert into inheritance (feed, appeared, article) values (:feed, :appeared, :article)
                        on conflict (feed) do update set appeared = excluded.appeared, article = excluded.article
                        """)
                .param("feed", feed.value())
                .param("appeared", last.appeared().toEpochMilli())
                .param("article", last.article())
                .update();
    }

    void end(FeedName feed) {
        jdbc.sql("delete from inheritance where feed = :feed")
                .param("feed", feed.value())
                .update();
    }

    /** A feed with articles that have not followed yet. */
    Optional<FeedName> next() {
        return jdbc.sql("select feed from inheritance order by feed limit 1")
                .query((row, _) -> new FeedName(row.getString("feed")))
                .optional();
    }

    /** The last place that was followed up; empty if all have been. */
    Optional<Mark> last(FeedName feed) {
        return jdbc.sql("select appeared, article from inheritance where feed = :feed")
                .param("feed", feed.value())
                .query((row, _) -> new Mark(
                        0, Instant.ofEpochMilli(row.getLong("appeared")), row.getString("article"), Instant.EPOCH))
                .optional();
    }

    void rename(FeedName from, FeedName to) {
        jdbc.sql("update inheritance set feed = :to where feed = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }
}
