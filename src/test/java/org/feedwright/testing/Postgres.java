package org.feedwright.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a run, started when the first asks for it. */
public final class Postgres {
    private static final AtomicInteger databases = new AtomicInteger();

    private Postgres() {}

    /** The JDBC URL, with user and password, of an empty database. */
    public static String freshDatabase() {
        String name = "feedwright_" + databases.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** The URL of an empty database, for a role that may make no tables in it. */
    public static String withoutRights() {
        String url = freshDatabase();
        String role = "reader_" + databases.incrementAndGet();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create role " + role + " login");
            statement.execute("revoke create on schema public from public");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url.replace("user=postgres", "user=" + role);
    }

    /**
     * Takes a database away from whoever is connected to it, as if they had ceased to be.
     *
     * @param url that of the database
     * @return the URL of another database, which has what was committed
     */
    public static String lose(String url) {
        String from = url.replaceFirst(".*/([a-z0-9_]+)\\?.*", "$1");
        String to = "feedwright_" + databases.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter database " + from + " allow_connections false");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + from + "'");
            statement.execute("create database " + to + " template " + from);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", to);
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        /** As its makers deliver it, but for a wait that a busy machine may need. */
        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
