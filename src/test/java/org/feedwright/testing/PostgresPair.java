package org.feedwright.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Two PostgreSQL servers, of which the second follows the first by streaming replication, until it is promoted. */
public final class PostgresPair implements AutoCloseable {
    private final Path first;
    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    public PostgresPair(Path directory) throws IOException {
        this.first = directory.resolve("primary");
        int port;
        try (var empty = start(first, 0)) {
            port = empty.getPort();
        }
        var second = directory.resolve("standby");
        FileSystemUtils.copyRecursively(first, second);
        Files.setPosixFilePermissions(second, PosixFilePermissions.fromString("rwx------")); // or it does not start
        this.primary = start(first, port);
        Files.deleteIfExists(second.resolve("postmaster.pid"));
        Files.createFile(second.resolve("standby.signal"));
        Files.writeString(
                second.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + port + " user=postgres'\n");
        this.standby = start(second, 0);
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    /** The address that names both, by which the one that writes is found. */
    public String url() {
        return "jdbc:postgresql://localhost:" + primary.getPort() + ",localhost:" + standby.getPort()
                + "/postgres?user=postgres&targetServerType=primary";
    }

    /** Whether the standby has got everything, also what is committed and not written yet. */
    public boolean isInStep() {
        return "0"
                .equals(JdbcClient.create(primary.getPostgresDatabase())
                        .sql(
                                "select cast(coalesce(min(pg_current_wal_insert_lsn() - replay_lsn), -1) as text) from pg_stat_replication"
                                        + " where state = 'streaming'")
                        .query(String.class)
                        .single());
    }

    /** Lets the standby get nothing of what is committed from now on. */
    public void cutOffStandby() {
        var jdbc = JdbcClient.create(standby.getPostgresDatabase());
        jdbc.sql("alter system set primary_conninfo = ''").update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
        await().until(() -> JdbcClient.create(primary.getPostgresDatabase())
                        .sql("select count(*) from pg_stat_replication")
                        .query(Integer.class)
                        .single()
                == 0);
    }

    /** Ends the first server with all its processes, as a power cut would. */
    public void killPrimary() throws IOException, InterruptedException {
        String pid = Files.readAllLines(first.resolve("postmaster.pid")).getFirst();
        var command = new ArrayList<>(List.of("kill", "-9", pid));
        ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow()
                .descendants()
                .forEach(child -> command.add(child.pid() + ""));
        if (new ProcessBuilder(command).start().waitFor() != 0) {
            throw new IOException("the server could not be killed");
        }
    }

    /** Makes the second server the one that writes. */
    public void promoteStandby() throws SQLException {
        try (var connection = standby.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_promote(true, 60)");
        }
    }

    @Override
    public void close() throws IOException {
        standby.close();
        primary.close();
    }
}
