package org.feedwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Checks SQLite's file on a connection of its own, so that it never waits for the users of the pool. */
final class JdbcSqliteProbe implements StoreProbe {
    private static final String PREFIX = "jdbc:sqlite:";
    private static final int PATIENCE = 300; // milliseconds

    /** The bytes that must be free on the disk; fewer than one article's transaction takes. */
    private static final long LEAST_ROOM = 256 * 1024;

    private final String url;
    private final JdbcSqliteTransactions transactions;

    /** @param url the pool's JDBC URL */
    JdbcSqliteProbe(String url, JdbcSqliteTransactions transactions) {
        this.url = url.split("\\?", 2)[0];
        this.transactions = transactions;
    }

    @Override
    public Optional<String> unreadable() {
        return failure("select count(*) from sqlite_schema").map(JdbcFailure::reason);
    }

    @Override
    public Optional<String> unwritable() {
        if (!hasRoom()) {
            return Optional.of("The disk that holds the store is full.");
        }
        boolean isLocked = transactions.isKeptOut(() -> failure("begin immediate"));
        return isLocked ? Optional.of("The store is locked by another program.") : Optional.empty();
    }

    private boolean hasRoom() {
        try {
            var directory =
                    Path.of(url.substring(PREFIX.length())).toAbsolutePath().getParent();
            var disk = Files.getFileStore(directory);
            return disk.getTotalSpace() == 0 || disk.getUsableSpace() >= LEAST_ROOM; // some disks report no size
        } catch (IOException _) {
            return true; // that is another problem, which reading reports
        }
    }

    private Optional<SQLException> failure(String sql) {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /** Opens the file, without creating one where there is none. */
    private Connection open() throws SQLException {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(PATIENCE);
        return config.createConnection(url);
    }
}
