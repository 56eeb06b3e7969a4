package org.feedwright.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the store, on a connection of the pool, as everybody else does. */
final class JdbcReporter implements StoreReport.Reporter {
    private static final Logger log = LoggerFactory.getLogger(JdbcReporter.class);
    private static final String SCHEMA =
            "select version from flyway_schema_history where success order by installed_rank desc limit 1";
    private static final String SQLITE_SIZE =
            "select page_count * page_size from pragma_page_count(), pragma_page_size()";
    private static final String POSTGRESQL_SIZE = "select pg_database_size(current_database())";

    private final JdbcPool pool;
    private final JdbcDialect dialect;
    private final IntSupplier waiting;

    /** @param waiting how many writers wait for their turn */
    JdbcReporter(JdbcPool pool, JdbcDialect dialect, IntSupplier waiting) {
        this.pool = pool;
        this.dialect = dialect;
        this.waiting = waiting;
    }

    @Override
    public StoreReport report() {
        return new StoreReport(dialect.place(pool.getJdbcUrl()), answer(), waiting.getAsInt());
    }

    private StoreReport.@Nullable Answer answer() {
        try (var connection = pool.getConnection()) {
            long begun = System.nanoTime();
            String schema = value(connection, SCHEMA);
            var latency = Duration.ofNanos(System.nanoTime() - begun);
            var about = connection.getMetaData();
            String product = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
            String size = value(connection, dialect == JdbcDialect.SQLITE ? SQLITE_SIZE : POSTGRESQL_SIZE);
            return new StoreReport.Answer(product, schema, Long.parseLong(size), latency);
        } catch (SQLException e) {
            log.debug("The store does not report", e); // health says why
            return null;
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "0";
        }
    }
}
