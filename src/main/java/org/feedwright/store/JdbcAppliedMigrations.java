package org.feedwright.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Whether a store's tables are those that this version makes, by the list of migrations that Flyway keeps in the store.
 * Nearly every start finds them so, and Flyway, which then has nothing to do, takes a tenth of it.
 */
final class JdbcAppliedMigrations {
    /** Has what the list says after the last migration: for each of them its version and its checksum. */
    static final String KNOWN = "db/applied.properties";

    private static final String LIST =
            "select version, checksum, success from flyway_schema_history order by installed_rank";

    private final DataSource database;
    private final JdbcDialect dialect;

    JdbcAppliedMigrations(DataSource database, JdbcDialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    /** Whether all of them are there, as this version knows them, and no others. */
    boolean areThoseOfThisVersion() {
        try (var connection = database.getConnection()) {
            String list = list(connection);
            return !list.isEmpty() && list.equals(known().getProperty(dialect.folder()));
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The store does not answer", e);
        }
    }

    /** Empty where there is no list, or it cannot be read now. */
    static String list(Connection connection) {
        var migrations = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(LIST)) {
            while (rows.next()) {
                migrations.add(rows.getString(1) + ":" + (rows.getBoolean(3) ? rows.getString(2) : "failed"));
            }
        } catch (SQLException _) {
            return "";
        }
        return String.join(" ", migrations);
    }

    static Properties known() {
        try {
            return PropertiesLoaderUtils.loadAllProperties(KNOWN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
