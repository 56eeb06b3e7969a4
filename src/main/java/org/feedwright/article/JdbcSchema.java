package org.feedwright.article;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * The store's tables, brought to what this version needs before anything else sees them. Flyway does it; as it
 * takes a fifth of a start to find that there is nothing to do, a store that says so itself is not handed to it.
 */
final class JdbcSchema implements InitializingBean {
    /** The newest of {@code db/migration} and of the migrations in Java. */
    static final String NEWEST = "14";

    private final JdbcPool database;
    private final Map<String, String> dialect;
    private final @Nullable String first;
    private final ObjectProvider<JavaMigration> migrations;

    /** @param first a statement for each connection that makes tables; null for none */
    JdbcSchema(
            JdbcPool database,
            Map<String, String> dialect,
            @Nullable String first,
            ObjectProvider<JavaMigration> migrations) {
        this.database = database;
        this.dialect = dialect;
        this.first = first;
        this.migrations = migrations;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        if (!isNewest()) {
            Flyway.configure()
                    .dataSource(database)
                    .initSql(first)
                    .placeholders(dialect)
                    .javaMigrations(migrations.stream().toArray(JavaMigration[]::new))
                    .load()
                    .migrate();
            database.getHikariPoolMXBean().softEvictConnections(); // on which the first statement still has effect
        }
    }

    private boolean isNewest() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!hasHistory(connection)) {
                return false;
            }
            refuseUnknown(connection);
            return NEWEST.equals(latest(connection));
        }
    }

    /**
     * A later version of the program may have moved what this one would look for, or write what this one would
     * falsify; Flyway, which passes over what it does not know, would let it.
     */
    private static void refuseUnknown(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select version from flyway_schema_history where version is not null order by installed_rank")) {
            while (rows.next()) {
                String version = rows.getString(1);
                if (!isKnown(version)) {
                    throw new StoreRefused(
                            "The store is newer than this program: its tables are of version " + version
                                    + ", and this version of Feedwright knows them up to " + NEWEST,
                            "start the newer version of Feedwright again; or restore a backup of the store that was"
                                    + " made before the newer version was started, and then start this one");
                }
            }
        }
    }

    static boolean isKnown(String version) {
        return version.matches("[1-9][0-9]{0,8}") && Integer.parseInt(version) <= Integer.parseInt(NEWEST);
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (var tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "flyway_schema_history", null)) {
            return tables.next();
        }
    }

    /** The version of the last migration, or none if it failed. */
    private static String latest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select case when success then version else 'failed' end from flyway_schema_history
                        order by installed_rank desc limit 1
                        """)) {
            return rows.next() ? rows.getString(1) : "none";
        }
    }

    /** Lets Spring make it before whatever speaks SQL. */
    static final class Detector extends AbstractBeansOfTypeDatabaseInitializerDetector {
        @Override
        protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
            return Set.of(JdbcSchema.class);
        }
    }
}
