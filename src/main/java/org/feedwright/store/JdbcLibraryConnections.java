package org.feedwright.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Connections for a library that runs statements of its own. What it does within a transaction belongs to it. Elsewhere
 * each connection is a transaction, which the library commits: on SQLite it then waits for its turn like every writer
 * (a statement that begins with {@code select} waits for nobody).
 *
 * <p>A library that asks is told that its connection commits by itself within a transaction of ours, which it must not
 * end, and does not elsewhere, where its commit must not be forgotten.
 */
@Component
public final class JdbcLibraryConnections {
    private final DataSource database;
    private final Transactions transactions;

    JdbcLibraryConnections(JdbcPool database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Where a library gets its connections. It is no bean: there is one store. */
    public DataSource source() {
        return new JdbcSource();
    }

    private final class JdbcSource extends AbstractDataSource {
        @Override
        public Connection getConnection() {
            return connection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLException("the store has one login");
        }
    }

    private Connection connection() {
        InvocationHandler handler = TransactionSynchronizationManager.isActualTransactionActive()
                ? new JdbcJoined(DataSourceUtils.getConnection(database))
                : new JdbcOwn();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getDeclaringClass() == Object.class
                        ? method.invoke(handler, arguments)
                        : handler.invoke(proxy, method, arguments));
    }

    private static @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Within a transaction of ours, which goes on when the connection is closed. */
    private final class JdbcJoined implements InvocationHandler {
        private final Connection connection;

        JdbcJoined(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            return switch (method.getName()) {
                case "getAutoCommit" -> true;
                case "setAutoCommit", "commit", "rollback" -> null;
                case "close" -> {
                    DataSourceUtils.releaseConnection(connection, database);
                    yield null;
                }
                default -> call(connection, method, arguments);
            };
        }
    }

    /** A transaction of the library's own, which begins with its first statement. */
    private final class JdbcOwn implements InvocationHandler {
        private @Nullable TransactionStatus begun;

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            return switch (method.getName()) {
                case "getAutoCommit" -> false;
                case "setAutoCommit" -> null;
                case "commit" -> {
                    end(true);
                    yield null;
                }
                case "rollback", "close" -> {
                    end(false);
                    yield null;
                }
                default -> call(within(method, arguments), method, arguments);
            };
        }

        private Connection within(Method method, Object @Nullable [] arguments) throws SQLException {
            if (begun == null) {
                boolean onlyReads = method.getName().equals("prepareStatement")
                        && arguments != null
                        && String.valueOf(arguments[0])
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .startsWith("select");
                try {
                    begun = transactions.begin(onlyReads);
                } catch (TransactionException e) {
                    throw new SQLException(e);
                }
            }
            // The transaction holds it, and takes it back at its end.
            return DataSourceUtils.getConnection(database);
        }

        private void end(boolean commits) throws SQLException {
            var ended = begun;
            begun = null;
            if (ended != null) {
                try {
                    transactions.end(ended, commits);
                } catch (TransactionException e) {
                    throw new SQLException(e);
                }
            }
        }
    }
}
