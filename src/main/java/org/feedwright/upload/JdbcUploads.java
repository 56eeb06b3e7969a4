package org.feedwright.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads uploaded files from SQLite or PostgreSQL, and removes them. */
@Repository
class JdbcUploads {
    /** Parts of a file that are read at once. */
    private static final int READ = 16;

    private static final String IN_USE = """
            exists (select 1 from article_media m join article a on a.id = m.article
                    where m.feed = upload.feed and m.path = upload.id || '/' || upload.name
                      and a.state <> 'WITHDRAWN')
            """;

    private final JdbcClient jdbc;

    JdbcUploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some bytes of a file.
     *
     * @param starts where they begin in it
     */
    @SuppressWarnings("ArrayRecordComponent") // is never compared
    record Part(long starts, byte[] bytes) {}

    /** Some parts of a file, beginning with the one that has the byte at a position. */
    List<Part> parts(String id, long position) {
        return jdbc.sql("""
                        select starts, bytes from upload_part
                        where upload = :id and starts >=
                          (select max(starts) from upload_part where upload = :id and starts <= :position)
                        order by starts limit :count
                        """)
                .param("id", id)
                .param("position", position)
                .param("count", READ)
                .query((row, _) -> new Part(row.getLong("starts"), row.getBytes("bytes")))
                .list();
    }

    Optional<UploadedFile> current(FeedName feed, String name) {
        return jdbc.sql("select * from upload where feed = :feed and name = :name and current = 1")
                .param("feed", feed.value())
                .param("name", name)
                .query((row, _) -> file(row))
                .optional();
    }

    Optional<UploadedFile> finished(String id) {
        return jdbc.sql("select * from upload where id = :id and digest is not null")
                .param("id", id)
                .query((row, _) -> file(row))
                .optional();
    }

    List<UploadedFile> list(FeedName feed, String after, int count) {
        return jdbc.sql("""
                        select * from upload where feed = :feed and name > :after and current = 1
                        order by name limit :count
                        """)
                .param("feed", feed.value())
                .param("after", after)
                .param("count", count)
                .query((row, _) -> file(row))
                .list();
    }

    private static UploadedFile file(ResultSet row) throws SQLException {
        return new UploadedFile(
                row.getString("id"),
                new FeedName(row.getString("feed")),
                row.getString("name"),
                row.getLong("length"),
                row.getString("digest"),
                Instant.ofEpochMilli(row.getLong("changed")));
    }

    /** The articles, but for withdrawn ones, that have a file from before the one that its name means now. */
    List<Slug> withEarlier(FeedName feed, String name) {
        return jdbc.sql("""
                        select distinct a.slug from upload
                        join article_media m on m.feed = upload.feed and m.path = upload.id || '/' || upload.name
                        join article a on a.id = m.article and a.state <> 'WITHDRAWN'
                        where upload.feed = :feed and upload.name = :name and upload.current = 0
                        """)
                .param("feed", feed.value())
                .param("name", name)
                .query((row, _) -> new Slug(row.getString("slug")))
                .list();
    }

    /** Files that their name does not mean any more, and that no article has. */
    List<String> unused(FeedName feed, String name) {
        return jdbc.sql("select id from upload where feed = :feed and name = :name and current = 0"
                        + " and digest is not null and not " + IN_USE)
                .param("feed", feed.value())
                .param("name", name)
                .query((row, _) -> row.getString("id"))
                .list();
    }

    void remove(String id) {
        jdbc.sql("delete from upload_part where upload = :id").param("id", id).update();
        jdbc.sql("delete from upload where id = :id").param("id", id).update();
    }
}
