package org.feedwright.store.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nodes on a PostgreSQL. Each writes a row of its own, every other second. */
final class JdbcNodes implements Nodes {
    private static final Logger log = LoggerFactory.getLogger(JdbcNodes.class);

    /** The database's clock, for those of the nodes may differ; in milliseconds. */
    static final String NOW = "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final ThisNode self;
    private long told = System.nanoTime() - PAUSE.toNanos();

    JdbcNodes(JdbcClient jdbc, ThisNode self) {
        this.jdbc = jdbc;
        this.self = self;
    }

    @Override
    public List<Node> all() {
        return jdbc.sql("""
                        select node.*, seen < %1$s - :silence as silent, lease.holder is not null as keeps
                        from node
                        left join lease on lease.name = 'folder' and lease.holder = node.id and lease.until >= %1$s
                        order by node.name, node.started
                        """.formatted(NOW))
                .param("silence", SILENCE.toMillis())
                .query((row, _) -> new Node(
                        row.getString("name"),
                        row.getString("version"),
                        Instant.ofEpochMilli(row.getLong("started")),
                        Instant.ofEpochMilli(row.getLong("seen")),
                        row.getBoolean("silent"),
                        row.getString("id").equals(self.id()),
                        row.getBoolean("keeps")))
                .list();
    }

    /** Tells that this node is there, if it has not told just before. */
    void tell(Connection connection) throws SQLException {
        if (System.nanoTime() - told < PAUSE.toNanos()) {
            return;
        }
        told = System.nanoTime();
        try (var statement = connection.prepareStatement("""
                insert into node (id, name, version, started, seen) values (?, ?, ?, %1$s, %1$s)
                on conflict (id) do update set seen = %1$s
                """.formatted(NOW))) {
            statement.setString(1, self.id());
            statement.setString(2, self.name());
            statement.setString(3, self.version());
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement("delete from node where seen < %s - ?".formatted(NOW))) {
            statement.setLong(1, FORGOTTEN.toMillis());
            statement.executeUpdate();
        }
    }

    /** Takes this node, which ends, from the list. */
    void leave() {
        try {
            jdbc.sql("delete from node where id = :id").param("id", self.id()).update();
        } catch (DataAccessException e) {
            log.debug("The node could not be taken from the list", e); // a day later it is forgotten
        }
    }
}
