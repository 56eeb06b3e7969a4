package org.feedwright.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.sqlite.SQLiteConnection;

/**
 * Transactions on SQLite: writers take turns, and readers wait for nobody.
 *
 * <p>SQLite has one writer at a time. A transaction that reads, and then writes after another transaction has written,
 * fails there at once (<a href="https://www.sqlite.org/rescode.html#busy_snapshot">SQLITE_BUSY_SNAPSHOT</a>). So a
 * transaction that may write takes the lock as it begins. SQLite waits for the lock by sleeping in native code, in no
 * order, while it holds a connection and a carrier thread. So the writers of this process queue here before they take a
 * connection; only for other processes is SQLite left to wait.
 *
 * <p>A read-only transaction takes no lock, and sees one state from its first statement to its last (<a
 * href="https://www.sqlite.org/isolation.html">write-ahead log</a>).
 *
 * <p>Where a transaction cannot be begun or ended, the pool has given the connection up by then ({@link
 * JdbcSqliteErrors}), and closing the connection undoes whatever the transaction had begun.
 */
class JdbcSqliteTransactions extends JdbcTransactionManager {
    /** The number of times a writer waits for the lock, {@code busy_timeout} each time. Readers wait once. */
    private static final int ATTEMPTS = 10;

    /**
     * A writer that waits longer than this waits for another process, because the writers of this process take turns.
     */
    private static final Duration LONG = Duration.ofMillis(500);

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Set<Object> writers = Collections.newSetFromMap(new IdentityHashMap<>()); // guarded by turn
    private volatile long waitingSince; // System.nanoTime(); 0 while no writer waits

    JdbcSqliteTransactions(DataSource database) {
        super(database);
        setExceptionTranslator(new JdbcSqliteErrors());
    }

    /** How many writers of this process wait for their turn. */
    int waiting() {
        return turn.getQueueLength();
    }

    /**
     * Whether another process keeps the writers of this process out.
     *
     * @param probe tries to take the lock and gives the failure, if any; not called while a writer of this process has
     *     the lock or waits for it
     */
    boolean isKeptOut(Supplier<Optional<SQLException>> probe) {
        if (turn.tryLock()) {
            try {
                return probe.get().filter(JdbcSqliteErrors::isBusy).isPresent();
            } finally {
                turn.unlock();
            }
        }
        long since = waitingSince;
        return since != 0 && System.nanoTime() - since > LONG.toNanos();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (definition.isReadOnly()) {
            super.doBegin(transaction, reading(definition));
            return;
        }
        turn.lock();
        writers.add(transaction);
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error e) {
            endTurn(transaction);
            throw e;
        }
    }

    /**
     * Ends the deferred transaction that the driver has begun, because it has no lock. The driver begins another one
     * after each commit.
     */
    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        if (definition instanceof Reading) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("commit");
            waitingSince = Math.max(1, System.nanoTime());
            takeLock(connection, statement);
        } finally {
            waitingSince = 0;
        }
    }

    /**
     * Tries on the driver's own connection, because the pool gives its connection up as soon as a statement fails. Only
     * the last attempt goes through the pool.
     */
    private static void takeLock(Connection connection, Statement last) throws SQLException {
        try (var statement = connection.unwrap(SQLiteConnection.class).createStatement()) {
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                if (hasLock(statement)) {
                    return;
                }
            }
        }
        last.execute("begin immediate");
    }

    private static boolean hasLock(Statement statement) throws SQLException {
        try {
            statement.execute("begin immediate");
            return true;
        } catch (SQLException e) {
            if (JdbcSqliteErrors.isBusy(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Does nothing on a connection that was given up, where nothing is left to undo. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        if (!isGivenUp(status)) {
            super.doRollback(status);
        }
    }

    private static boolean isGivenUp(DefaultTransactionStatus status) {
        var transaction = (JdbcTransactionObjectSupport) status.getTransaction();
        try {
            return Objects.requireNonNull(transaction.getConnectionHolder())
                    .getConnection()
                    .isClosed();
        } catch (SQLException _) {
            return true;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            endTurn(transaction);
        }
    }

    private void endTurn(Object transaction) {
        if (turn.isHeldByCurrentThread() && writers.remove(transaction)) {
            turn.unlock();
        }
    }

    /**
     * A definition without read-only and isolation: SQLite's driver refuses {@link Connection#setReadOnly} on an open
     * connection, and SQLite has no other isolation.
     */
    private static Reading reading(TransactionDefinition definition) {
        var reading = new Reading(definition);
        reading.setReadOnly(false);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_DEFAULT);
        return reading;
    }

    private static final class Reading extends DefaultTransactionDefinition {
        Reading(TransactionDefinition definition) {
            super(definition);
        }
    }
}
