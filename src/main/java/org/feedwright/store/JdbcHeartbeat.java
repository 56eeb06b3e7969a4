package org.feedwright.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
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
 * Asks a PostgreSQL four times a second whether it is there, by a connection of its own. When it no longer
 * answers, nobody else has to find out: whoever wants a connection is refused at once, and those that are
 * open are ended, so that who waits for an answer on one stops waiting.
 *
 * <p>A limit to how long a statement may take would do that too, but would also end the long ones of a first load
 * or of a large feed's page, on a database that is well.
 */
final class JdbcHeartbeat extends AbstractDataSource implements StoreProbe {
    private static final Logger log = LoggerFactory.getLogger(JdbcHeartbeat.class);
    private static final String SILENT = "The database does not answer.";

    private static final int PAUSE = 250; // milliseconds

    /** Counted and not measured: when this process itself stands still, it is not the database that is late. */
    private static final int TICK = 100; // milliseconds

    /** Within a second, health says so. */
    private static final int LATE = 5; // ticks

    /** Within two, everyone has been answered. */
    private static final int LOST = 13; // ticks

    private final String url;
    private final Properties login;
    private final Set<Connection> open = Collections.newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));
    private final AtomicInteger waited = new AtomicInteger(-1); // ticks; -1 if there is nothing to wait for
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("store-heartbeat-", 0).factory());
    private volatile @Nullable String failure;
    private @Nullable Connection own;

    /** @param login user, password and what else the driver is to be told */
    JdbcHeartbeat(String url, Properties login) {
        this.url = url;
        this.login = withLimits(login);
    }

    /** What an address says for itself counts more than these. */
    private static Properties withLimits(Properties login) {
        var all = new Properties();
        all.setProperty("connectTimeout", "3"); // seconds
        all.setProperty("loginTimeout", "3");
        all.setProperty("cancelSignalTimeout", "3");
        all.setProperty("tcpKeepAlive", "true");
        all.putAll(login);
        return all;
    }

    void start() {
        var _ = threads.scheduleWithFixedDelay(this::beat, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
        var _ = threads.scheduleWithFixedDelay(this::tick, TICK, TICK, TimeUnit.MILLISECONDS);
    }

    void stop() {
        threads.shutdownNow();
        abort(own);
    }

    /** A connection for the pool. */
    @Override
    public Connection getConnection() throws SQLException {
        var connection = DriverManager.getConnection(url, login);
        open.add(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection(); // the login is known
    }

    /** Refuses whoever would have to wait for a database that is not there. */
    void refuseIfAway() throws SQLException {
        var reason = unreadable();
        if (reason.isPresent()) {
            throw new JdbcAway(reason.get());
        }
    }

    /** The database is known not to answer; its message is a sentence. */
    static final class JdbcAway extends SQLTransientConnectionException {
        JdbcAway(String reason) {
            super(reason, "08001");
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
            // Too many connections, or a role that may not log in any more, keeps only this one out.
            note(JdbcFailure.isAway(e) ? JdbcFailure.reason(e) : null);
        } catch (RuntimeException e) {
            log.debug("The database could not be asked", e);
        } finally {
            waited.set(-1);
        }
    }

    /** One that was ended, as all are when a database is restarted, is opened anew. */
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

    /** Closes its socket, in whatever state it is: closing it in the driver's way would wait for an answer. */
    private static void abort(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            log.debug("A connection could not be ended", e);
        }
    }
}
