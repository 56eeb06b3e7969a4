package org.feedwright.store.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.feedwright.store.JdbcConnections;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Hears on one connection of its own what other nodes have changed in a PostgreSQL, and tells those who keep copies. On
 * the same connection it tells that this node is there.
 *
 * <p>A signal says that something has changed, and not what: whoever hears it looks at all there is. So a signal that was
 * missed while the connection was broken is made up for by one look after it is mended.
 */
final class JdbcChangeWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(JdbcChangeWatch.class);

    private static final int PATIENCE = 1000; // milliseconds
    private static final long FIRST_PAUSE = 50; // milliseconds before it connects again
    private static final long LONGEST_PAUSE = 1000;

    /** The history of the database: a server that was a standby before begins another one. */
    private static final String TIMELINE = "select substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)";

    private final JdbcConnections connections;
    private final ThisNode self;
    private final JdbcNodes nodes;
    private final ObjectProvider<ChangeListener> listeners;
    private volatile @Nullable CountDownLatch stopping;
    private volatile @Nullable Connection open;
    private @Nullable String history;
    private long pause = FIRST_PAUSE;

    JdbcChangeWatch(
            JdbcConnections connections, ThisNode self, JdbcNodes nodes, ObjectProvider<ChangeListener> listeners) {
        this.connections = connections;
        this.self = self;
        this.nodes = nodes;
        this.listeners = listeners;
    }

    @Override
    public void start() {
        var end = new CountDownLatch(1);
        stopping = end;
        Thread.ofPlatform().daemon().name("changes-elsewhere").start(() -> run(end));
    }

    private void run(CountDownLatch end) {
        try {
            do {
                listen(end);
            } while (!end.await(pause, TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            log.debug("Changes by other nodes are no longer heard");
        }
    }

    /** Listens until the connection breaks. */
    private void listen(CountDownLatch end) {
        try {
            listenOn(connections.open(), end);
        } catch (SQLException e) {
            log.debug("Changes by other nodes are not heard; it is tried again in {} ms", pause, e);
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        } finally {
            open = null;
        }
    }

    private void listenOn(Connection opened, CountDownLatch end) throws SQLException {
        try (var connection = opened) {
            open = connection;
            begin(connection);
            pause = FIRST_PAUSE;
            while (end.getCount() > 0) {
                hear(connection.unwrap(PGConnection.class).getNotifications(PATIENCE));
                nodes.tell(connection);
            }
        }
    }

    private void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + JdbcChangeSignal.CHANNEL);
            try (var row = statement.executeQuery(TIMELINE)) {
                row.next();
                String now = row.getString(1);
                boolean isOther = history != null && !history.equals(now);
                history = now;
                if (isOther) {
                    log.warn("Another server answers as the database; what it lacks is taken in again from the folder");
                }
                tell(isOther ? ChangeListener::onOtherHistory : ChangeListener::onChangeElsewhere);
            }
        }
        nodes.tell(connection);
    }

    /** This node knows its own changes before they are told. */
    private void hear(PGNotification @Nullable [] signals) {
        if (signals != null && Stream.of(signals).anyMatch(signal -> !self.id().equals(signal.getParameter()))) {
            tell(ChangeListener::onChangeElsewhere);
        }
    }

    private void tell(Consumer<ChangeListener> what) {
        try {
            listeners.orderedStream().forEach(listener -> tell(listener, what));
        } catch (BeansException e) {
            log.debug("The application ends, or never began, and nobody keeps copies", e);
        }
    }

    private static void tell(ChangeListener listener, Consumer<ChangeListener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException e) {
            log.debug("What other nodes have changed could not be looked at", e); // the next look makes up for it
        }
    }

    @Override
    public void stop() {
        var end = stopping;
        if (end != null) {
            end.countDown();
            JdbcConnections.abort(open);
            nodes.leave();
            stopping = null;
        }
    }

    @Override
    public boolean isRunning() {
        return stopping != null;
    }
}
