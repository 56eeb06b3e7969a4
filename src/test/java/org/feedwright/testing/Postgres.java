package org.feedwright.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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
