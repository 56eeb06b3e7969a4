package org.feedwright.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Asks a PostgreSQL four times a second whether it answers, on a connection of its own. When the database no longer
 * answers, nobody else has to wait to find out: requests for a connection are refused at once, and open connections are
 * ended, so that threads that wait on one go on.
 *
 * <p>A time limit for statements would do that too, but would also end the long statements of a first load or of a
 * large feed's page, on a database that is well.
 */
final class JdbcHeartbeat extends AbstractDataSource implements StoreProbe {
    private static final Logger log = LoggerFactory.getLogger(JdbcHeartbeat.class);
    private static final String SILENT = "The database does not answer.";

    private static final int PAUSE = 250; // milliseconds

    /** Ticks are counted instead of time: when this process itself stands still, the database is not late. */
    private static final int TICK = 100; // milliseconds

    /** Health reports a database that is late after half a second. */
    private static final int LATE = 5; // ticks

    /** Connections are ended after 1.3 seconds, so that every request is answered within two. */
    private static final int LOST = 13; // ticks

    private final String url;
    private final Properties login;
    private final Set<Connection> open = Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));
    private final AtomicInteger waited = new AtomicInteger(-1); // ticks; -1 while no answer is awaited
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("store-heartbeat-", 0).factory());
    private volatile @Nullable String failure;
    private @Nullable Connection own;

    /** @param login the user, the password and further properties of the driver */
    JdbcHeartbeat(String url, Properties login) {
        this.url = url;
        this.login = PostgresAddress.withLimits(url, login);
    }

    void start() {
        var _ = threads.scheduleWithFixedDelay(this::beat, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
        var _ = threads.scheduleWithFixedDelay(this::tick, TICK, TICK, TimeUnit.MILLISECONDS);
    }

    void stop() {
        threads.shutdownNow();
        abort(own);
    }

    /** Opens a connection for the pool. */
    @Override
    public Connection getConnection() throws SQLException {
        var connection = DriverManager.getConnection(url, login);
        open.add(connection);
        limitSilence(connection);
        return connection;
    }

    /**
     * Lets the database end a connection whose other end has vanished, with the locks that it holds, within seconds and
     * not hours.
     */
    private static void limitSilence(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('tcp_keepalives_idle', '2', false),"
                            + " set_config('tcp_keepalives_interval', '1', false), set_config('tcp_keepalives_count', '2', false)");
        } catch (SQLException e) {
            log.debug("The database takes no limits for silent connections", e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection(); // the login is part of the heartbeat
    }

    /** Refuses to give a connection while the database is away, instead of waiting for it. */
    void refuseIfAway() throws SQLException {
        var reason = unreadable();
        if (reason.isPresent()) {
            throw new JdbcFailure.JdbcAway(reason.get());
        }
    }

    @Override
    public Optional<String> unreadable() {
        String reason = failure;
        return reason != null ? Optional.of(reason) : waited.get() >= LATE ? Optional.of(SILENT) : Optional.empty();
    }

    @Override
    public Optional<String> unwritable() {
        return unreadable();
    }

    private void beat() {
        waited.set(0);
        try {
            ask();
            note(null);
        } catch (SQLException e) {
            // Too many connections, or a role that may no longer log in, keep only this connection out.
            note(JdbcFailure.isAway(e) ? JdbcFailure.reason(e) : null);
        } catch (RuntimeException e) {
            log.debug("The database could not be asked", e);
        } finally {
            waited.set(-1);
        }
    }

    /** Asks once more on a new connection if the first one was ended, as a restart of the database does. */
    private void ask() throws SQLException {
        try {
            askOnce();
        } catch (SQLException _) {
            abort(own);
            own = null;
            askOnce();
        }
    }

    private void askOnce() throws SQLException {
        var connection = own;
        if (connection == null) {
            var limited = new Properties();
            limited.putAll(login);
            limited.setProperty("socketTimeout", "3");
            connection = DriverManager.getConnection(url, limited);
            own = connection;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private void note(@Nullable String reason) {
        String before = failure;
        failure = reason;
        if (before == null && reason != null) {
            log.warn("{} Until it does, only what is at hand is served.", reason);
            abortAll();
        } else if (before != null && reason == null) {
            log.info("The database answers again");
        }
    }

    private void tick() {
        if (waited.get() >= 0 && waited.incrementAndGet() == LOST) {
            note(SILENT);
        }
    }

    private void abortAll() {
        List<Connection> all;
        synchronized (open) {
            all = List.copyOf(open);
            open.clear();
        }
        all.forEach(JdbcHeartbeat::abort);
    }

    /** Closes the socket of a connection in whatever state it is; an ordinary close would wait for an answer. */
    static void abort(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            log.debug("A connection could not be ended", e);
        }
    }
}
