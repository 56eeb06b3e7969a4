package org.feedwright.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Opens connections beside those of the pool, for what cannot wait until one of these is free. */
public final class JdbcConnections {
    private final @Nullable JdbcHeartbeat database;

    JdbcConnections(@Nullable JdbcHeartbeat database) {
        this.database = database;
    }

    /** Whether several nodes can use the store: it is a PostgreSQL. */
    public boolean areShared() {
        return database != null;
    }

    /**
     * Opens a connection to a PostgreSQL, which is ended when the database no longer answers.
     *
     * @throws SQLException also, at once, while the database is known to be away
     */
    public Connection open() throws SQLException {
        if (database == null) {
            throw new IllegalStateException("SQLite has one pool for all");
        }
        database.refuseIfAway();
        return database.getConnection();
    }

    /** Closes a connection in whatever state it is, without waiting for an answer. */
    public static void abort(@Nullable Connection connection) {
        JdbcHeartbeat.abort(connection);
    }
}
