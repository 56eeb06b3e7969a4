package org.feedwright.folder.report;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.report.FolderReport.Failure;
import org.feedwright.folder.report.FolderReport.Listing;
import org.feedwright.store.StoredJson;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores what was found in the folder. */
@Repository
public class JdbcFolderReport {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations named;

    public JdbcFolderReport(JdbcClient jdbc, NamedParameterJdbcOperations named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    /**
     * How the looks at the folder go.
     *
     * @param isComplete whether the folder has been looked through once
     * @param reported counts the changes of what was found
     */
    public record Looks(boolean isComplete, long reported, Optional<Failure> failure) {}

    public Looks looks() {
        return jdbc.sql("select * from folder_look where id = 1")
                .query((row, _) -> {
                    var since = Instant.ofEpochMilli(row.getLong("since"));
                    var failure = Optional.ofNullable(row.getString("failure")).map(why -> new Failure(why, since));
                    return new Looks(row.getLong("complete") != 0, row.getLong("reported"), failure);
                })
                .single();
    }

    /** Notes how the last look went, and that something has changed. */
    public void note(boolean isComplete, Optional<Failure> failure) {
        jdbc.sql("""
                        update folder_look set complete = :complete, reported = reported + 1,
                          failure = :failure, since = :since where id = 1
                        """)
                .param("complete", isComplete ? 1 : 0)
                .param("failure", failure.map(Failure::reason).orElse(null), Types.VARCHAR)
                .param("since", failure.map(each -> each.since().toEpochMilli()).orElse(null), Types.BIGINT)
                .update();
    }

    public Map<Finding.Key, Finding> findings() {
        return jdbc
                .sql("select * from folder_finding")
                .query((row, _) -> new Finding(
                        row.getString("source"),
                        Finding.Kind.valueOf(row.getString("kind")),
                        List.of(StoredJson.read(row.getString("problems"), Problem[].class)),
                        row.getLong("secret") != 0))
                .list()
                .stream()
                .collect(Collectors.toMap(Finding::key, finding -> finding));
    }

    /** Stores what differs from what is stored. */
    public void replace(Map<Finding.Key, Finding> stored, Map<Finding.Key, Finding> now) {
        var gone = new HashSet<>(stored.keySet());
        gone.removeAll(now.keySet());
        remove(gone);
        store(now.values().stream()
                .filter(finding -> !finding.equals(stored.get(finding.key())))
                .toList());
    }

    private void store(Collection<Finding> findings) {
        named.batchUpdate(
                """
                insert into folder_finding (source, kind, problems, secret) values (:source, :kind, :problems, :secret)
                on conflict (source, kind) do update set problems = excluded.problems, secret = excluded.secret
                """,
                findings.stream()
                        .map(finding -> keyed(finding.key())
                                .addValue("problems", StoredJson.write(finding.problems()))
                                .addValue("secret", finding.isSecret() ? 1 : 0))
                        .toArray(SqlParameterSource[]::new));
    }

    private void remove(Collection<Finding.Key> keys) {
        named.batchUpdate(
                "delete from folder_finding where source = :source and kind = :kind",
                keys.stream().map(JdbcFolderReport::keyed).toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource keyed(Finding.Key key) {
        return new MapSqlParameterSource("source", key.source())
                .addValue("kind", key.kind().name());
    }

    public List<Listing> listings() {
        return jdbc.sql("select * from folder_listing order by directory")
                .query((row, _) -> new Listing(
                        row.getString("directory"),
                        row.getInt("files"),
                        row.getLong("stored") != 0,
                        Instant.ofEpochMilli(row.getLong("looked"))))
                .list();
    }

    /** Puts folders on the list, by their names, or takes them from it where they are gone. */
    public void list(Map<String, Optional<Listing>> looked) {
        list(looked.values().stream().flatMap(Optional::stream).toList());
        unlist(looked.entrySet().stream()
                .filter(folder -> folder.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
    }

    private void list(Collection<Listing> listings) {
        named.batchUpdate(
                """
                insert into folder_listing (directory, files, stored, looked)
                values (:directory, :files, :stored, :looked)
                on conflict (directory) do update
                  set files = excluded.files, stored = excluded.stored, looked = excluded.looked
                """,
                listings.stream()
                        .map(listing -> new MapSqlParameterSource("directory", listing.directory())
                                .addValue("files", listing.files())
                                .addValue("stored", listing.isStored() ? 1 : 0)
                                .addValue("looked", listing.looked().toEpochMilli()))
                        .toArray(SqlParameterSource[]::new));
    }

    private void unlist(Collection<String> directories) {
        named.batchUpdate(
                "delete from folder_listing where directory = :directory",
                directories.stream()
                        .map(directory -> new MapSqlParameterSource("directory", directory))
                        .toArray(SqlParameterSource[]::new));
    }
}
