package org.feedwright.folder.ledger;

import java.util.List;
import java.util.Map;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files that the folder's articles name, each with its stamp when the article was read. */
@Repository
public class JdbcReferencedFiles {
    private final JdbcClient jdbc;

    public JdbcReferencedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A file that an article names.
     *
     * @param by the article's file
     * @param path in the feed's folder, with {@code /}
     * @param stamp {@link FileStamp#NONE} where there was no such file
     */
    record Named(FolderPath by, String path, FileStamp stamp) {}

    /** All files that the articles of one feed name. */
    List<Named> of(String directory) {
        return jdbc.sql("select * from folder_media where directory = :directory order by file, path")
                .param("directory", directory)
                .query((row, _) -> new Named(
                        FolderPath.of(row.getString("file")),
                        row.getString("path"),
                        new FileStamp(row.getLong("size"), row.getLong("modified"))))
                .list();
    }

    void note(FolderPath by, Map<String, FileStamp> named) {
        forget(by);
        named.forEach((path, stamp) -> jdbc.sql("""
                                insert into folder_media (file, path, directory, size, modified)
                                values (:file, :path, :directory, :size, :modified) on conflict do nothing
                                """)
                .param("file", by.toString())
                .param("path", path)
                .param("directory", by.directory())
                .param("size", stamp.size())
                .param("modified", stamp.changed())
                .update());
    }

    /** Moves what is known of a folder to its new name. */
    void rename(String from, String to) {
        jdbc.sql("""
                        update folder_media set file = :to || substr(file, :rest), directory = :to
                        where directory = :from
                        """)
                .param("from", from)
                .param("to", to)
                .param("rest", from.length() + 1)
                .update();
    }

    void forget(FolderPath by) {
        jdbc.sql("delete from folder_media where file = :file")
                .param("file", by.toString())
                .update();
    }
}
