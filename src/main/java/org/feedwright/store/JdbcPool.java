package org.feedwright.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;

/**
 * The pool of connections to the store. It gives up a connection to SQLite on which something has failed, and gives no
 * connection to a PostgreSQL while its {@link JdbcHeartbeat} finds the database away.
 */
class JdbcPool extends HikariDataSource implements InitializingBean {
    /** What SQLite is to do where its address says nothing of it: readers wait for no writer only with WAL. */
    private static final Map<String, String> SQLITE =
            Map.of("journal_mode", "WAL", "synchronous", "FULL", "busy_timeout", "1000", "foreign_keys", "true");

    private @Nullable JdbcHeartbeat heartbeat;

    /** Runs when the pool knows where the store is, and before anything asks for a connection. */
    @Override
    public void afterPropertiesSet() {
        if (getJdbcUrl().startsWith("jdbc:sqlite:")) {
            setExceptionOverride(new JdbcSqliteErrors());
            SQLITE.forEach((name, value) -> stateUnlessStated(getJdbcUrl(), name, value));
        } else {
            PostgresAddress.refuseReaders(getJdbcUrl(), getDataSourceProperties());
            var beats = new JdbcHeartbeat(getJdbcUrl(), login());
            setDataSource(beats);
            beats.start();
            heartbeat = beats;
        }
    }

    /** The driver takes a property before what the address says. */
    private void stateUnlessStated(String url, String name, String value) {
        if (!url.contains("?" + name + "=") && !url.contains("&" + name + "=")) {
            getDataSourceProperties().putIfAbsent(name, value);
        }
    }

    /** The heartbeat of a PostgreSQL; null on SQLite. */
    @Nullable
    JdbcHeartbeat heartbeat() {
        return heartbeat;
    }

    private Properties login() {
        var login = new Properties();
        login.putAll(getDataSourceProperties());
        if (getUsername() != null) {
            login.setProperty("user", getUsername());
        }
        if (getPassword() != null) {
            login.setProperty("password", getPassword());
        }
        return login;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (heartbeat != null) {
            heartbeat.refuseIfAway();
        }
        return super.getConnection();
    }

    @Override
    public void close() {
        super.close();
        if (heartbeat != null) {
            heartbeat.stop();
        }
    }
}
