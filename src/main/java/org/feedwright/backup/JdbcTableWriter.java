package org.feedwright.backup;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Writes rows into one table, a few thousand in each transaction. */
final class JdbcTableWriter implements RowSink {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_SIGNS = 4_000_000; // of texts and bytes, which have no other bound

    private final JdbcTables tables;
    private final String table;
    private final Map<String, Integer> types;
    private final boolean isTyped;

    private final List<@Nullable Object[]> batch = new ArrayList<>();
    private int signs;
    private String sql = "";
    private int[] columnTypes = {};

    JdbcTableWriter(JdbcTables tables, String table) {
        this.tables = tables;
        this.table = table;
        this.isTyped = !tables.isSqlite(); // SQLite's columns take what comes
        this.types = Objects.requireNonNull(tables.jdbc()
                .query("select * from " + JdbcTables.quoted(table) + " where 1 = 0", (ResultSetExtractor<
                                Map<String, Integer>>)
                        rows -> {
                            var found = new LinkedHashMap<String, Integer>();
                            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                                found.put(
                                        rows.getMetaData().getColumnName(i),
                                        rows.getMetaData().getColumnType(i));
                            }
                            return found;
                        }));
    }

    /** Removes the rows with which a migration has made the table. */
    void removeAll() {
        tables.jdbc().update("delete from " + JdbcTables.quoted(table));
    }

    @Override
    public void columns(List<String> names) {
        for (String name : names) {
            if (!types.containsKey(name)) {
                throw new BackupRefused(
                        "The table " + table + " has no column '" + name + "' here, so its rows cannot be taken over");
            }
        }
        sql = "insert into " + JdbcTables.quoted(table)
                + names.stream().map(JdbcTables::quoted).collect(Collectors.joining(", ", " (", ")"))
                + names.stream().map(_ -> "?").collect(Collectors.joining(", ", " values (", ")"));
        columnTypes = names.stream()
                .mapToInt(name -> Objects.requireNonNull(types.get(name)))
                .toArray();
    }

    @Override
    public void row(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = fitted(values[i], columnTypes[i]);
            signs += size(values[i]);
        }
        batch.add(values);
        if (batch.size() >= MOST_ROWS || signs >= MOST_SIGNS) {
            flush();
        }
    }

    private static int size(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length();
            case byte[] bytes -> bytes.length;
            case null, default -> 0;
        };
    }

    /** A yes or no is a number in SQLite. */
    private @Nullable Object fitted(@Nullable Object value, int type) {
        boolean isYesOrNo = type == Types.BIT || type == Types.BOOLEAN;
        if (value instanceof Boolean yes && !(isTyped && isYesOrNo)) {
            return yes ? 1L : 0L;
        }
        return value instanceof Number number && isTyped && isYesOrNo ? (Object) (number.longValue() != 0) : value;
    }

    /** Writes the rows that are left. */
    void flush() {
        if (batch.isEmpty()) {
            return;
        }
        tables.transactions().write(() -> {
            if (isTyped) {
                tables.jdbc().batchUpdate(sql, batch, columnTypes);
            } else {
                tables.jdbc().batchUpdate(sql, batch);
            }
        });
        batch.clear();
        signs = 0;
    }
}
