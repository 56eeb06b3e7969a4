package org.feedwright.folder.ledger;

import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.ArticleId;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.store.StoredJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of the folder: which file holds which article, and the digest of its bytes when it was last read. */
@Repository
public class JdbcLedger {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations named;

    public JdbcLedger(JdbcClient jdbc, NamedParameterJdbcOperations named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    /** The feeds that have files. */
    public List<String> directories() {
        return jdbc.sql("select distinct directory from folder_file order by directory")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The files of one feed, by path. */
    public Map<FolderPath, KnownFile> files(String directory) {
        var files = new HashMap<FolderPath, KnownFile>();
        jdbc.sql("select * from folder_file where directory = :directory")
                .param("directory", directory)
                .query((row, _) -> new KnownFile(
                        FolderPath.of(row.getString("path")),
                        row.getString("article") == null ? null : new ArticleId(row.getString("article")),
                        new FileStamp(row.getLong("size"), row.getLong("modified")),
                        row.getString("digest")))
                .list()
                .forEach(known -> files.put(known.path(), known));
        return files;
    }

    /** The article that a file holds, as whoever stored last says. */
    public Optional<ArticleId> article(FolderPath path) {
        return jdbc.sql("select article from folder_file where path = :path and article is not null")
                .param("path", path.toString())
                .query((row, _) -> new ArticleId(row.getString(1)))
                .optional();
    }

    /** The file that holds an article; empty if it came another way. */
    public Optional<FolderPath> file(ArticleId article) {
        return jdbc.sql("select path from folder_file where article = :article order by path limit 1")
                .param("article", article.value())
                .query((row, _) -> FolderPath.of(row.getString(1)))
                .optional();
    }

    /** Those of these articles that files hold, each with the path of its file. */
    public Map<ArticleId, String> files(Collection<ArticleId> articles) {
        var files = new HashMap<ArticleId, String>();
        if (!articles.isEmpty()) {
            jdbc.sql("select article, path from folder_file where article in (:articles)")
                    .param("articles", articles.stream().map(ArticleId::value).toList())
                    .query(row -> {
                        files.put(new ArticleId(row.getString("article")), row.getString("path"));
                    });
        }
        return files;
    }

    /** Whether a file was read. */
    public boolean knows(FolderPath path) {
        return !jdbc.sql("select path from folder_file where path = :path")
                .param("path", path.toString())
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** The warnings of all files, by path. */
    public Map<FolderPath, List<Problem>> warnings() {
        return warnings(jdbc.sql("select path, warnings from folder_file where warnings <> ''"));
    }

    /** The warnings of the files in one feed's folder, by path. */
    public Map<FolderPath, List<Problem>> warnings(String directory) {
        return warnings(
                jdbc.sql("select path, warnings from folder_file where directory = :directory and warnings <> ''")
                        .param("directory", directory));
    }

    private static Map<FolderPath, List<Problem>> warnings(JdbcClient.StatementSpec statement) {
        var warnings = new HashMap<FolderPath, List<Problem>>();
        statement.query(row -> {
            String path = row.getString("path");
            // A folder's files may have been called otherwise when they were read.
            warnings.put(
                    FolderPath.of(path),
                    Stream.of(StoredJson.read(row.getString("warnings"), Problem[].class))
                            .map(warning -> new Problem(path, warning.line(), warning.wrong(), warning.remedy()))
                            .toList());
        });
        return warnings;
    }

    private static @Nullable String json(@Nullable List<Problem> warnings) {
        if (warnings == null) {
            return null;
        }
        return warnings.isEmpty() ? "" : StoredJson.write(warnings);
    }

    public void note(KnownFile file) {
        note(List.of(file));
    }

    public void note(Collection<KnownFile> files) {
        named.batchUpdate(
                """
                insert into folder_file (path, directory, article, size, modified, digest, warnings)
                values (:path, :directory, :article, :size, :modified, :digest, :warnings)
                on conflict (path) do update set article = excluded.article, size = excluded.size,
                  modified = excluded.modified, digest = excluded.digest,
                  warnings = coalesce(excluded.warnings, folder_file.warnings)
                """,
                files.stream()
                        .map(file -> new MapSqlParameterSource(
                                        "path", file.path().toString())
                                .addValue("directory", file.path().directory())
                                .addValue(
                                        "article",
                                        file.article() == null
                                                ? null
                                                : file.article().value(),
                                        Types.VARCHAR)
                                .addValue("size", file.stamp().size())
                                .addValue("modified", file.stamp().changed())
                                .addValue("digest", file.digest())
                                .addValue("warnings", json(file.warnings()), Types.VARCHAR))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Forgets a file, unless another article's has taken its place. */
    public void forget(KnownFile file) {
        jdbc.sql("delete from folder_file where path = :path and (article is null or article = :article)")
                .param("path", file.path().toString())
                .param("article", file.article() == null ? null : file.article().value(), Types.VARCHAR)
                .update();
    }

    /** Moves all files of a folder to its new name. */
    public void rename(String from, String to) {
        jdbc.sql("""
                        update folder_file set path = :to || substr(path, :rest), directory = :to
                        where directory = :from
                        """)
                .param("from", from)
                .param("to", to)
                .param("rest", from.length() + 1)
                .update();
    }

    /** Makes every article of a folder be read again, in whatever run of the program. */
    public void doubt(String directory) {
        jdbc.sql("update folder_file set size = -1, digest = '' where directory = :directory and article is not null")
                .param("directory", directory)
                .update();
    }
}
