package org.feedwright.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.feedwright.store.nodes.Nodes;
import org.sqlite.SQLiteErrorCode;

/** Finds out whether a service is using a store. Nothing may be filled under its hands: it would publish half of it. */
final class JdbcStoreUse {
    private static final String SQLITE = "jdbc:sqlite:";

    /** By the database's clock, in milliseconds. */
    private static final String SEEN = """
            select min(name) from node
            where seen >= cast(extract(epoch from clock_timestamp()) * 1000 as bigint) - ?
            """;

    private JdbcStoreUse() {}

    /**
     * Refuses a store that is in use. It has to be asked before this process opens the store itself.
     *
     * @throws BackupRefused if a service is using it
     */
    static void refuse(Installation installation) {
        String url = String.valueOf(installation.environment().getProperty("spring.datasource.url"));
        if (url.startsWith(SQLITE)) {
            refuse(Path.of(url.substring(SQLITE.length()).split("\\?", 2)[0]));
        } else {
            refuseLivingNodes(installation);
        }
    }

    /**
     * Whoever has a database with a write-ahead log open, keeps it locked for reading. So the exclusive lock is to be
     * had only while nobody has it open (<a href="https://www.sqlite.org/pragma.html#pragma_locking_mode">SQLite</a>).
     */
    private static void refuse(Path database) {
        if (!Files.exists(database)) {
            return;
        }
        try (var connection = DriverManager.getConnection(SQLITE + database);
                var statement = connection.createStatement()) {
            statement.execute("pragma locking_mode = exclusive");
            statement.executeQuery("select count(*) from sqlite_schema").close();
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code) {
                throw new BackupRefused("The store " + database + " is in use, by a service or another command. End it,"
                        + " and run this command again");
            }
            // What else is wrong with it, whoever opens it next will say.
        }
    }

    /** A service on PostgreSQL tells every other second that it is there. */
    private static void refuseLivingNodes(Installation installation) {
        var tables = installation.tables();
        if (!tables.all().contains("node")) {
            return;
        }
        String node = tables.jdbc().queryForObject(SEEN, String.class, Nodes.SILENCE.toMillis());
        if (node != null) {
            throw new BackupRefused("The store " + installation.migrations().place() + " is in use by a service on '"
                    + node + "'. End it, and run this command again; one that was killed is taken for alive for "
                    + Nodes.SILENCE.toSeconds() + " seconds");
        }
    }
}
