package org.feedwright.search;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * Runs queries with a time limit, after which they are cancelled from another thread. SQLite's driver would take JDBC's
 * own limit for the time to wait for a lock.
 */
final class JdbcTimeLimit {
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("search-watch").factory());

    private final JdbcOperations jdbc;
    private final Duration limit;

    JdbcTimeLimit(JdbcOperations jdbc, Duration limit) {
        this.jdbc = jdbc;
        this.limit = limit;
    }

    /**
     * Runs a query.
     *
     * @throws SearchTooLong if the query takes longer than the limit
     */
    <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) {
        var running = new JdbcRun();
        try {
            var rows = jdbc.execute(sql, (PreparedStatement statement) -> {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return running.run(statement, mapper, limit);
            });
            return rows == null ? List.of() : rows;
        } catch (DataAccessException e) {
            throw running.wasCancelled() ? new SearchTooLong(e) : e;
        }
    }

    private static final class JdbcRun {
        private boolean isOver;
        private boolean wasCancelled;

        <T> List<T> run(PreparedStatement statement, RowMapper<T> mapper, Duration limit) throws SQLException {
            var end = WATCH.schedule(() -> cancel(statement), limit.toMillis(), TimeUnit.MILLISECONDS);
            try (ResultSet found = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (found.next()) {
                    rows.add(mapper.mapRow(found, rows.size()));
                }
                return rows;
            } finally {
                end.cancel(false);
                end();
            }
        }

        /** Ends the limit; from then on the connection may belong to another query. */
        private synchronized void end() {
            isOver = true;
        }

        private synchronized void cancel(PreparedStatement statement) {
            if (!isOver) {
                wasCancelled = true;
                try {
                    statement.cancel();
                } catch (SQLException _) {
                    // the query then comes to its end by itself
                }
            }
        }

        synchronized boolean wasCancelled() {
            return wasCancelled;
        }
    }
}
