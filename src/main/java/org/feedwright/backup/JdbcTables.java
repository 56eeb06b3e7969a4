package org.feedwright.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.feedwright.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of a store, whatever they are: their names are asked of the database, so that a table that a later version
 * adds is backed up, too.
 */
final class JdbcTables {
    /** Not the tables of which SQLite's virtual tables consist. */
    private static final String OF_SQLITE =
            "select name from pragma_table_list where schema = 'main' and type = 'table' and substr(name, 1, 7) <> 'sqlite_'";

    private static final String OF_POSTGRES = """
            select table_name from information_schema.tables
            where table_schema = current_schema() and table_type = 'BASE TABLE'
            """;

    private final JdbcTemplate jdbc;
    private final Transactions transactions;

    JdbcTables(DataSource database, Transactions transactions) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(500); // PostgreSQL's driver would hold all rows of an answer in memory
        this.transactions = transactions;
    }

    /** The tables of a store as they are. The application's own {@code JdbcTemplate} would migrate them before. */
    static JdbcTables of(BeanFactory beans) {
        return new JdbcTables(beans.getBean("dataSource", DataSource.class), beans.getBean(Transactions.class));
    }

    boolean isSqlite() {
        return "SQLite".equals(databaseName());
    }

    String databaseName() {
        return String.valueOf(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
    }

    Transactions transactions() {
        return transactions;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Lets PostgreSQL count what the tables hold: by itself it does so minutes later, and searches are slow until then. */
    void analyze() {
        if (!isSqlite()) {
            jdbc.execute("analyze");
        }
    }

    /** All tables. */
    SortedSet<String> all() {
        return new TreeSet<>(jdbc.queryForList(isSqlite() ? OF_SQLITE : OF_POSTGRES, String.class));
    }

    /** The tables that are backed up. A table comes after those that its rows refer to. */
    List<String> names() {
        var left = all();
        left.removeIf(TablesLeftOut::contains);
        var references = references(left);
        var ordered = new ArrayList<String>();
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(table -> references.getOrDefault(table, List.of()).stream()
                            .noneMatch(other -> !other.equals(table) && left.contains(other)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the tables " + left + " refer to each other"));
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private Map<String, List<String>> references(Collection<String> tables) {
        var references = new TreeMap<String, List<String>>();
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            for (String table : tables) {
                try (var keys = connection.getMetaData().getImportedKeys(null, null, table)) {
                    while (keys.next()) {
                        references
                                .computeIfAbsent(table, _ -> new ArrayList<>())
                                .add(keys.getString("PKTABLE_NAME"));
                    }
                }
            }
            return null;
        });
        return references;
    }

    /** The number of rows in each table that is backed up, in their order. */
    Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        names().forEach(table -> counts.put(table, count(table)));
        return counts;
    }

    long count(String table) {
        var count = jdbc.queryForObject("select count(*) from " + quoted(table), Long.class);
        return count == null ? 0 : count;
    }

    /** Hands all rows of a table on, in any order. */
    void read(String table, RowSink sink) {
        jdbc.query("select * from " + quoted(table), rows -> {
            var types = rows.getMetaData();
            var names = new ArrayList<String>();
            for (int i = 1; i <= types.getColumnCount(); i++) {
                names.add(types.getColumnName(i));
            }
            sink.columns(names);
            while (rows.next()) {
                sink.row(values(rows, names.size()));
            }
            return null;
        });
    }

    private static @Nullable Object[] values(ResultSet row, int columns) throws SQLException {
        var values = new @Nullable Object[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = row.getObject(i + 1);
        }
        return values;
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
