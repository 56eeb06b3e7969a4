package org.feedwright.article;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;

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
 */
class JdbcSqliteTransactions extends JdbcTransactionManager {
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Set<Object> writers = Collections.newSetFromMap(new IdentityHashMap<>()); // guarded by turn

    JdbcSqliteTransactions(DataSource database) {
        super(database);
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
            statement.execute("begin immediate");
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
