package org.feedwright.api;

import java.util.Optional;
import org.feedwright.article.FeedName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores which feeds are defined through the API, and what was written, in SQLite or PostgreSQL. */
@Repository
class JdbcApiFeeds {
    private final JdbcClient jdbc;

    JdbcApiFeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was written of a feed.
     *
     * @param source JSON
     * @param warnings JSON
     */
    record Written(String source, String warnings) {}

    Optional<Written> find(FeedName feed) {
        return jdbc.sql("select source, warnings from api_feed where name = :name")
                .param("name", feed.value())
                .query((row, _) -> new Written(row.getString("source"), row.getString("warnings")))
                .optional();
    }

    void note(FeedName feed, Written written) {
        jdbc.sql("""
                        insert into api_feed (name, source, warnings) values (:name, :source, :warnings)
                        on conflict (name) do update set source = excluded.source, warnings = excluded.warnings
                        """)
                .param("name", feed.value())
                .param("source", written.source())
                .param("warnings", written.warnings())
                .update();
    }

    void forget(FeedName feed) {
        jdbc.sql("delete from api_feed where name = :name")
                .param("name", feed.value())
                .update();
    }
}
