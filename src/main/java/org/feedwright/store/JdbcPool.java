package org.feedwright.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;

/**
 * The pool of connections to the store. It gives up a connection to SQLite on which something has failed, and gives no
 * connection to a PostgreSQL while its {@link JdbcHeartbeat} finds the database away.
 */
class JdbcPool extends HikariDataSource implements InitializingBean {
    private @Nullable JdbcHeartbeat heartbeat;

    /** Runs when the pool knows where the store is, and before anything asks for a connection. */
    @Override
    public void afterPropertiesSet() {
        if (getJdbcUrl().startsWith("jdbc:sqlite:")) {
            setExceptionOverride(new JdbcSqliteErrors());
        } else {
            PostgresAddress.refuseReaders(getJdbcUrl(), getDataSourceProperties());
            var beats = new JdbcHeartbeat(getJdbcUrl(), login());
            setDataSource(beats);
            beats.start();
            heartbeat = beats;
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
