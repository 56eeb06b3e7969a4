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
 * Transactions on SQLite: writers take turns, readers wait for nobody.
 *
 * <p>SQLite has one writer at a time. A transaction that reads, and then writes after another one has
 * written, fails there at once (<a href="https://www.sqlite.org/rescode.html#busy_snapshot">SQLITE_BUSY_SNAPSHOT</a>),
 * so whatever may write takes the lock as it begins. SQLite's way to wait for the lock is to sleep in
 * native code, in no order, with a connection and a carrier thread in hand; so the writers of this
 * process queue here, before they take a connection. What other processes do is waited for in SQLite's way.
 *
 * <p>A read-only transaction takes no lock, and sees one state from its first statement to its last
 * (<a href="https://www.sqlite.org/isolation.html">write-ahead log</a>).
 *
 * <p>A connection on which beginning or ending a transaction fails has been given up by the pool by then
 * ({@link JdbcSqliteErrors}), which undoes whatever it had begun.
 */
class JdbcSqliteTransactions extends JdbcTransactionManager {
    /** How often a writer waits for the lock, each time as long as {@code busy_timeout}. Readers do it once. */
    private static final int ATTEMPTS = 10;

    /** A writer that waits longer than this waits for another process: those of this one have their turn. */
    private static final Duration LONG = Duration.ofMillis(500);

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Set<Object> writers = Collections.newSetFromMap(new IdentityHashMap<>()); // guarded by turn
    private volatile long waitingSince; // 0 if nobody waits

    JdbcSqliteTransactions(DataSource database) {
        super(database);
        setExceptionTranslator(new JdbcSqliteErrors());
    }

    /**
     * Whether another process keeps the writers of this one out.
     *
     * @param probe tries to take the lock, and says if that failed; not asked while a writer here has it or waits for it
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

    /** The driver has begun a deferred transaction, which has no lock; it begins another one after each commit. */
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

    /** Behind the pool's back, which gives a connection up as soon as it fails; but for the last time. */
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

    /** On a connection that was given up there is nothing left to undo. */
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

    /** SQLite's driver refuses {@link Connection#setReadOnly} on an open connection, and needs no other isolation. */
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
