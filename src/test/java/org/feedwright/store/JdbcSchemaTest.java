package org.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JdbcSchemaTest {
    @TempDir
    Path directory;

    @Test
    void makesTheTablesOfASqliteOnce() {
        makesTheTablesOnce(() -> Store.sqlite(directory));
    }

    @Test
    void makesTheTablesOfAPostgresOnce() {
        String url = Postgres.freshDatabase();
        makesTheTablesOnce(() -> Store.postgres(url));
    }

    private static void makesTheTablesOnce(Supplier<Store> opened) {
        List<String> made;
        try (var store = opened.get()) {
            made = history(store);
        }
        assertThat(made).isNotEmpty();

        try (var store = opened.get()) {
            assertThat(history(store)).isEqualTo(made);
        }
    }

    @Test
    void bringsAStoreToTheVersionThatItHasNot() {
        migrated(JdbcDialect.SQLITE, "feedwright.db", "1");

        try (var store = Store.sqlite(directory)) {
            assertThat(history(store)).hasSizeGreaterThan(2).first().asString().startsWith("1 ");
            for (String table : List.of("searchable", "node")) {
                assertThat(store.jdbc()
                                .sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single())
                        .isZero();
            }
        }
    }

    @Test
    void bringsAStoreOfTheFirstReleaseToThisVersion() throws SQLException {
        var database = migrated(JdbcDialect.SQLITE, "feedwright.db", "4");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into api_request values ('t', 'cut off', 'digest', 'attempt', 1, null)");
            statement.execute("insert into api_request values ('t', 'answered', 'digest', 'attempt', 1, '{}')");
        }

        try (var store = Store.sqlite(directory)) {
            assertThat(history(store)).hasSizeGreaterThan(4);
            assertThat(store.jdbc()
                            .sql("select key from api_request")
                            .query(String.class)
                            .list())
                    .containsExactly("answered");
        }
    }

    /** A store, or a backup, of the first release has these, and is refused if they are others. */
    @Test
    void keepsTheMigrationsOfTheFirstRelease() {
        assertThat(JdbcAppliedMigrations.known().getProperty("sqlite"))
                .startsWith("1:1652500666 2:-2121397757 3:-2094814964 4:-189857503 ");
        assertThat(JdbcAppliedMigrations.known().getProperty("postgresql"))
                .startsWith("1:1652500666 2:2002981681 3:-2094814964 4:-189857503 ");
    }

    /** Whoever adds a migration writes down what this test shows. */
    @ParameterizedTest
    @EnumSource
    void knowsHowFlywayListsTheMigrations(JdbcDialect dialect) throws SQLException {
        var database = migrated(dialect, "feedwright.db", "latest");

        try (var connection = database.getConnection()) {
            assertThat(JdbcAppliedMigrations.known().getProperty(dialect.folder()))
                    .as(JdbcAppliedMigrations.KNOWN)
                    .isEqualTo(JdbcAppliedMigrations.list(connection));
        }
        assertThat(new JdbcAppliedMigrations(database, dialect).areThoseOfThisVersion())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set success = 0 where version = '2'",
                "update flyway_schema_history set checksum = 1 where version = '2'",
                "delete from flyway_schema_history where version = '2'",
                "insert into flyway_schema_history select 99, '99', description, type, script, checksum, installed_by,"
                        + " installed_on, execution_time, success from flyway_schema_history where version = '2'",
                "drop table flyway_schema_history"
            })
    void asksFlywayWhereTheListIsAnother(String change) throws SQLException {
        var database = migrated(JdbcDialect.SQLITE, "other.db", "latest");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(change);
        }

        assertThat(new JdbcAppliedMigrations(database, JdbcDialect.SQLITE).areThoseOfThisVersion())
                .isFalse();
    }

    private DataSource migrated(JdbcDialect dialect, String file, String version) {
        var database = new DriverManagerDataSource(
                dialect == JdbcDialect.SQLITE ? "jdbc:sqlite:" + directory.resolve(file) : Postgres.freshDatabase());
        Flyway.configure()
                .dataSource(database)
                .locations(dialect.migrations())
                .placeholders(dialect.placeholders())
                .target(version)
                .load()
                .migrate();
        return database;
    }

    @Test
    void namesAStoreWithoutItsPassword() {
        assertThat(JdbcDialect.POSTGRESQL.place("jdbc:postgresql://me:secret@db.example.org:5433/x?password=secret"))
                .isEqualTo("jdbc:postgresql://db.example.org:5433/x");
        assertThat(JdbcDialect.SQLITE.place("jdbc:sqlite:" + directory + "/feedwright.db?journal_mode=WAL"))
                .isEqualTo(directory.resolve("feedwright.db").toString());
    }

    /** The versions, each with the time at which it was made, in their order. */
    private static List<String> history(Store store) {
        store.articles(); // which makes the tables
        return store
                .jdbc()
                .sql("select version || ' ' || installed_on from flyway_schema_history order by installed_rank")
                .query(String.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
