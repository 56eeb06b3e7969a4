package org.feedwright.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.upload.JdbcUploads.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what has come of unfinished uploads in SQLite or PostgreSQL, until each is a file. */
@Repository
class JdbcUnfinishedUploads {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations named;

    JdbcUnfinishedUploads(JdbcClient jdbc, NamedParameterJdbcOperations named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    void begin(UnfinishedUpload upload, Instant now) {
        jdbc.sql("""
                        insert into upload (id, feed, name, length, total, changed)
                        values (:id, :feed, :name, 0, :total, :now)
                        """)
                .param("id", upload.id())
                .param("feed", upload.feed().value())
                .param("name", upload.name())
                .param("total", upload.total(), Types.BIGINT)
                .param("now", now.toEpochMilli())
                .update();
    }

    int count() {
        return jdbc.sql("select count(*) from upload where digest is null")
                .query(Integer.class)
                .single();
    }

    Optional<UnfinishedUpload> find(String id) {
        return jdbc.sql("select * from upload where id = :id and digest is null")
                .param("id", id)
                .query((row, _) -> new UnfinishedUpload(
                        row.getString("id"),
                        new FeedName(row.getString("feed")),
                        row.getString("name"),
                        row.getLong("length"),
                        total(row)))
                .optional();
    }

    private static @Nullable Long total(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        return row.wasNull() ? null : total;
    }

    /**
     * Appends bytes, if the upload has come just as far as is believed.
     *
     * @return whether it has
     */
    boolean append(UnfinishedUpload upload, List<Part> parts, long after, Instant now) {
        boolean isThere = jdbc.sql("""
                                update upload set length = :after, total = :total, changed = :now
                                where id = :id and length = :offset and digest is null
                                """)
                        .param("id", upload.id())
                        .param("offset", upload.offset())
                        .param("after", after)
                        .param("total", upload.total(), Types.BIGINT)
                        .param("now", now.toEpochMilli())
                        .update()
                > 0;
        if (isThere) {
            named.batchUpdate(
                    "insert into upload_part (upload, starts, bytes) values (:upload, :starts, :bytes)",
                    parts.stream()
                            .map(part -> new MapSqlParameterSource("upload", upload.id())
                                    .addValue("starts", part.starts())
                                    .addValue("bytes", part.bytes()))
                            .toArray(SqlParameterSource[]::new));
        }
        return isThere;
    }

    /**
     * Makes of an unfinished upload the file that its name means.
     *
     * @return whether it was still unfinished
     */
    boolean finish(UnfinishedUpload upload, String digest, Instant now) {
        jdbc.sql("update upload set current = 0 where feed = :feed and name = :name and current = 1")
                .param("feed", upload.feed().value())
                .param("name", upload.name())
                .update();
        return jdbc.sql("""
                                update upload set current = 1, digest = :digest, changed = :now
                                where id = :id and digest is null and length = :length
                                """)
                        .param("id", upload.id())
                        .param("digest", digest)
                        .param("length", upload.offset())
                        .param("now", now.toEpochMilli())
                        .update()
                > 0;
    }

    List<String> abandoned(Instant before) {
        return jdbc.sql("select id from upload where digest is null and changed < :before")
                .param("before", before.toEpochMilli())
                .query((row, _) -> row.getString("id"))
                .list();
    }

    /**
     * Gives an upload up, unless it has become a file meanwhile.
     *
     * @return whether it was still unfinished
     */
    boolean remove(String id) {
        boolean isUnfinished = jdbc.sql("delete from upload where id = :id and digest is null")
                        .param("id", id)
                        .update()
                > 0;
        if (isUnfinished) {
            jdbc.sql("delete from upload_part where upload = :id")
                    .param("id", id)
                    .update();
        }
        return isUnfinished;
    }
}
