package org.feedwright.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The feeds in SQLite or PostgreSQL, by the same statements. */
@Repository
class JdbcFeeds {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcFeeds(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Feed> find(FeedName name) {
        return jdbc.sql("select * from feed where name = :name")
                .param("name", name.value())
                .query(this::feed)
                .optional();
    }

    List<Feed> opened() {
        return jdbc.sql("select * from feed where opened is not null and retired is null order by name")
                .query(this::feed)
                .list();
    }

    boolean isOpen(FeedName name) {
        return jdbc.sql("select count(*) from feed where name = :name and opened is not null")
                        .param("name", name.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(FeedName name, String id, FeedDefinition definition) {
        jdbc.sql("insert into feed (name, id, definition, modified) values (:name, :id, :definition, 0)")
                .param("name", name.value())
                .param("id", id)
                .param("definition", json.writeValueAsString(definition))
                .update();
    }

    void redefine(FeedName name, String id, FeedDefinition definition) {
        jdbc.sql("update feed set id = :id, definition = :definition, retired = null where name = :name")
                .param("name", name.value())
                .param("id", id)
                .param("definition", json.writeValueAsString(definition))
                .update();
    }

    void open(FeedName name, Instant now) {
        jdbc.sql("update feed set opened = :now where name = :name and opened is null")
                .param("name", name.value())
                .param("now", now.toEpochMilli())
                .update();
    }

    void retire(FeedName name, Instant now) {
        jdbc.sql("update feed set retired = :now where name = :name")
                .param("name", name.value())
                .param("now", now.toEpochMilli())
                .update();
    }

    /**
     * Notes a change that readers can see. Two changes within a second get two different times, or a poll
     * between them would take the second for known; what is said to readers is never later than now.
     */
    void touch(FeedName name, Instant now) {
        jdbc.sql("""
                        update feed set modified = case when modified + 1000 > :now then modified + 1000 else :now end
                        where name = :name and opened is not null
                        """)
                .param("name", name.value())
                .param("now", Math.floorDiv(now.toEpochMilli(), 1000) * 1000)
                .update();
    }

    private Feed feed(ResultSet row, int number) throws SQLException {
        row.getLong("retired");
        boolean isRetired = !row.wasNull();
        return new Feed(
                new FeedName(row.getString("name")),
                row.getString("id"),
                json.readValue(row.getString("definition"), FeedDefinition.class),
                Instant.ofEpochMilli(row.getLong("modified")),
                isRetired);
    }
}
