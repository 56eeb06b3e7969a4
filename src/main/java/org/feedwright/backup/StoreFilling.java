package org.feedwright.backup;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.feedwright.store.JdbcMigrations;

/**
 * Fills an empty store with the rows of a backup or of another store. Until it is complete the store is marked, so that
 * it can be killed at any point and be done again.
 */
final class StoreFilling {
    private static final String PLACE = " by feedwright.data or spring.datasource.url, or in 'migrate' by --to";

    private final Installation installation;
    private final JdbcTables tables;
    private final JdbcMigrations migrations;
    private final JdbcUnfinishedRestore unfinished;
    private final BackupProgress progress;

    StoreFilling(Installation installation, BackupProgress progress) {
        this.installation = installation;
        this.tables = installation.tables();
        this.migrations = installation.migrations();
        this.unfinished = installation.unfinished();
        this.progress = progress;
    }

    /**
     * Refuses what cannot be put into this store, before anything is changed.
     *
     * @throws BackupRefused if the store has rows or tables of another program, or the source is newer than this one
     */
    void refuse(StoreSource source) {
        if (!migrations.knows(source.schema())) {
            throw new BackupRefused(source.name() + " is newer than this program: its tables are of version "
                    + source.schema() + ", and this version of Feedwright knows them up to " + migrations.newest()
                    + ". Take the version that made it, or a later one");
        }
        if (!unfinished.isMarked()) {
            refuseTablesOfOthers();
            var rows = rows();
            if (!rows.isEmpty()) {
                throw new BackupRefused("The store " + migrations.place() + " is not empty (" + listed(rows)
                        + "), and nothing is ever overwritten; name an empty place" + PLACE
                        + ", or move what is there away");
            }
        }
    }

    /** They would be removed together with tables of another version. */
    private void refuseTablesOfOthers() {
        var names = tables.all();
        if (!names.isEmpty() && migrations.version().isEmpty()) {
            throw new BackupRefused("In " + migrations.place() + " there are tables that Feedwright has not made ("
                    + String.join(", ", names) + "), and nothing is ever overwritten; name an empty place" + PLACE);
        }
    }

    /** The number of rows in each table that has any. */
    private Map<String, Long> rows() {
        return tables.counts().entrySet().stream()
                .filter(table -> table.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String listed(Map<String, Long> rows) {
        return rows.containsKey("article")
                ? rows.get("article") + " articles"
                : rows.keySet().stream().sorted().collect(Collectors.joining(", ", "there are rows in ", ""));
    }

    /** Takes all rows over. */
    void fill(StoreSource source) {
        begin(source.schema());
        for (String table : order(source)) {
            fill(source, table);
        }
    }

    /** Brings the tables to the version of this program, and makes what no source has. */
    void complete(long articles) {
        progress.say("Making the search index");
        installation.completeIndex(done -> progress.at("Making the search index", done, articles, "articles"));
        tables.analyze();
    }

    /** Removes the mark: from now on the store counts as whole. */
    void end() {
        unfinished.unmark();
    }

    /** What a filling has left that was broken off is removed, and so are empty tables of another version. */
    private void begin(String schema) {
        boolean isOther =
                migrations.version().filter(version -> !version.equals(schema)).isPresent();
        if (isOther || unfinished.isMarked()) {
            migrations.removeAll();
        }
        migrations.migrateTo(schema);
        unfinished.mark();
    }

    /** The tables of the source, in an order in which they can be filled. */
    private List<String> order(StoreSource source) {
        var here = tables.names();
        for (String table : source.tables().keySet()) {
            if (!here.contains(table)) {
                throw new BackupRefused(
                        source.name() + " has a table '" + table + "', which there is not in " + migrations.place());
            }
        }
        return here.stream().filter(source.tables()::containsKey).toList();
    }

    private void fill(StoreSource source, String table) {
        long total = source.tables().getOrDefault(table, 0L);
        var writer = new JdbcTableWriter(tables, table);
        writer.removeAll();
        var counted = new CountedRows(writer, done -> progress.at("Filling the table " + table, done, total, "rows"));
        source.read(table, counted);
        writer.flush();
        if (counted.count() != total) {
            throw new BackupRefused("The table " + table + " of " + source.name() + " has " + counted.count()
                    + " rows and not " + total);
        }
    }
}
