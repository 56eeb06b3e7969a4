package org.feedwright.store;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the store's tables, or migrates them to this version, before any other statement runs. */
final class JdbcSchema implements InitializingBean {
    private static final Set<MigrationState> LATER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    private final JdbcPool database;
    private final JdbcDialect dialect;

    JdbcSchema(JdbcPool database, JdbcDialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    @Override
    public void afterPropertiesSet() {
        if (!new JdbcAppliedMigrations(database, dialect).areThoseOfThisVersion()) {
            migrate();
        }
    }

    private void migrate() {
        var flyway = flyway().load();
        if (!usable(flyway).stream().allMatch(migration -> migration.getState() == MigrationState.SUCCESS)) {
            flyway.migrate();
        }
        endConnections();
    }

    FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .initSql(dialect.first())
                .locations(dialect.migrations())
                .placeholders(dialect.placeholders());
    }

    /**
     * All migrations, done or not.
     *
     * @throws StoreRefused if this version of the program cannot use the store
     */
    List<MigrationInfo> usable(Flyway flyway) {
        var migrations = List.of(flyway.info().all());
        refuseOther(migrations);
        refuseLater(migrations);
        return migrations;
    }

    /** Removes all tables. Of SQLite's, Flyway leaves some. */
    void removeAll() {
        if (dialect == JdbcDialect.SQLITE) {
            removeAll("virtual"); // each of which consists of others
            removeAll("table");
        } else {
            flyway().cleanDisabled(false).load().clean();
        }
        endConnections();
    }

    private void removeAll(String type) {
        var jdbc = new JdbcTemplate(database);
        jdbc.queryForList(
                        "select name from pragma_table_list where schema = 'main' and type = ?"
                                + " and substr(name, 1, 7) <> 'sqlite_' order by name",
                        String.class,
                        type)
                .forEach(table -> jdbc.execute("drop table \"" + table + "\""));
    }

    /** Ends the connections on which Flyway's first statement still has effect. */
    void endConnections() {
        database.getHikariPoolMXBean().softEvictConnections();
    }

    /**
     * Refuses the store of a development version. Before the first release the first migration was rewritten with each
     * change.
     */
    private void refuseOther(List<MigrationInfo> migrations) {
        if (migrations.stream().anyMatch(JdbcSchema::isOther)) {
            throw new StoreRefused(
                    "The store " + place() + " was made by a development version of Feedwright, or by another"
                            + " program, and this version cannot use its tables",
                    dialect.emptied() + ", and start again: the store is filled from the folder of articles, and"
                            + " readers get the same bytes, but for what only the old store knows: the ids and former"
                            + " addresses of renamed articles, and the times of revisions, corrections and"
                            + " withdrawals that state none");
        }
    }

    private static boolean isOther(MigrationInfo migration) {
        return migration.getState() == MigrationState.MISSING_SUCCESS
                || (migration.isApplied()
                        && migration.getState().isResolved()
                        && !(migration.isChecksumMatching() && migration.isDescriptionMatching()));
    }

    /**
     * Refuses the store of a later version. That version may have moved data that this one would look for, or this one
     * may write data that the later version would misread. Flyway ignores migrations that it does not know.
     */
    private void refuseLater(List<MigrationInfo> migrations) {
        if (migrations.stream().anyMatch(JdbcSchema::isLater)) {
            throw new StoreRefused(
                    "The store " + place() + " is newer than this program: its tables are of version "
                            + newest(migrations, JdbcSchema::isLater)
                            + ", and this version of Feedwright knows them up to "
                            + newest(migrations, migration -> !isLater(migration)),
                    "start the newer version of Feedwright again; or restore a backup of the store that was"
                            + " made before the newer version was started, and then start this one");
        }
    }

    private static boolean isLater(MigrationInfo migration) {
        return LATER.contains(migration.getState());
    }

    private static String newest(List<MigrationInfo> migrations, Predicate<MigrationInfo> of) {
        return migrations.stream()
                .filter(of)
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Object::toString)
                .orElse("0");
    }

    /** Names the store for a message. */
    String place() {
        return dialect.place(database.getJdbcUrl());
    }

    /** Tells Spring to create the tables before every bean that runs SQL. */
    static final class Detector extends AbstractBeansOfTypeDatabaseInitializerDetector {
        @Override
        protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
            return Set.of(JdbcSchema.class);
        }
    }
}
