package org.feedwright.store.nodes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.feedwright.store.Fence;
import org.feedwright.store.JdbcConnections;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The {@link Lease} on a PostgreSQL: a row with the holder, its term and its end by the database's clock. It is kept on a
 * connection of its own, for all of the pool's may be in use for longer than it lasts.
 *
 * <p>The row and not PostgreSQL's advisory lock, because a session whose host has vanished keeps its lock until TCP gives
 * the connection up, because a process that stands still keeps it for ever, and because a transaction on another
 * connection cannot make its commit depend on it.
 */
final class JdbcLease implements Lease, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(JdbcLease.class);
    private static final String NAME = "folder";

    private static final Duration LENGTH = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final String TAKE = """
            update lease set holder = ?, term = term + 1, until = %1$s + ?
            where name = (
                select name from lease where name = ? and (holder is null or until < %1$s) for update skip locked)
            returning term
            """.formatted(JdbcNodes.NOW);

    private static final String RENEW = """
            update lease set until = %s + ? where name = ? and holder = ? and term = ? returning term
            """.formatted(JdbcNodes.NOW);

    private static final String GIVE_UP = "update lease set holder = null where name = ? and holder = ? returning term";

    private final JdbcConnections connections;
    private final JdbcClient jdbc;
    private final ThisNode self;
    private volatile @Nullable Held held;
    private @Nullable ScheduledExecutorService beats;
    private @Nullable Connection own;

    /** @param renewed {@link System#nanoTime()} before it was taken or last renewed */
    private record Held(long term, long renewed) {
        boolean lasts() {
            return System.nanoTime() - renewed < LENGTH.toNanos();
        }
    }

    JdbcLease(JdbcConnections connections, JdbcClient jdbc, ThisNode self) {
        this.connections = connections;
        this.jdbc = jdbc;
        this.self = self;
    }

    @Override
    public long term() {
        var now = held;
        return now != null && now.lasts() ? now.term() : NONE;
    }

    @Override
    public synchronized void seek() {
        if (beats == null) {
            beats = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("lease").factory());
            var _ = beats.scheduleWithFixedDelay(this::beat, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A lease that has run out is renewed all the same, if nobody has taken it. */
    private void beat() {
        long begun = System.nanoTime();
        try {
            var before = held;
            long term = before == null ? take() : renew(before);
            held = term == NONE ? null : new Held(term, begun);
            if (before == null && term != NONE) {
                log.debug("This node has the lease of the folder, in term {}", term);
            } else if (before != null && term == NONE) {
                log.warn("Another node looks after the folder now");
            }
        } catch (SQLException | RuntimeException e) {
            log.debug("The lease could not be taken or renewed", e);
            disconnect();
        }
    }

    private long take() throws SQLException {
        try (var statement = connected().prepareStatement(TAKE)) {
            statement.setString(1, self.id());
            statement.setLong(2, LENGTH.toMillis());
            statement.setString(3, NAME);
            return term(statement);
        }
    }

    private long renew(Held before) throws SQLException {
        try (var statement = connected().prepareStatement(RENEW)) {
            statement.setLong(1, LENGTH.toMillis());
            statement.setString(2, NAME);
            statement.setString(3, self.id());
            statement.setLong(4, before.term());
            return term(statement);
        }
    }

    private static long term(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : NONE;
        }
    }

    private Connection connected() throws SQLException {
        var connection = own;
        if (connection == null) {
            connection = connections.open();
            own = connection;
        }
        return connection;
    }

    private void disconnect() {
        JdbcConnections.abort(own);
        own = null;
    }

    @Override
    public <T, X extends Throwable> T during(long term, ScopedValue.CallableOp<T, X> work) throws X {
        return Fence.around(work, () -> check(term));
    }

    /** Locks the row until the transaction ends, so that no other node can take the lease between this and the commit. */
    private void check(long term) {
        boolean lasts = jdbc.sql("""
                        select count(*) from (
                            select 1 from lease where name = :name and holder = :holder and term = :term for share) mine
                        """)
                        .param("name", NAME)
                        .param("holder", self.id())
                        .param("term", term)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!lasts) {
            held = null;
            throw new Lost();
        }
    }

    @Override
    public synchronized void giveUp() {
        if (beats != null) {
            var _ = beats.submit(this::release);
            beats.shutdown(); // and no further beat
            awaitEnd(beats);
            beats = null;
        }
    }

    private void release() {
        held = null;
        try (var statement = connected().prepareStatement(GIVE_UP)) {
            statement.setString(1, NAME);
            statement.setString(2, self.id());
            term(statement);
        } catch (SQLException | RuntimeException e) {
            log.debug("The lease could not be given back, and runs out", e);
        }
        disconnect();
    }

    private static void awaitEnd(ScheduledExecutorService beats) {
        try {
            var _ = beats.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        giveUp();
    }
}
