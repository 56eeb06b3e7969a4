package org.feedwright.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;

/**
 * The connections to the store: to SQLite, without those on which something has failed; to a PostgreSQL,
 * only while it has a {@link JdbcHeartbeat}.
 */
class JdbcPool extends HikariDataSource implements InitializingBean {
    private @Nullable JdbcHeartbeat heartbeat;

    /** When it knows where the store is, and before anyone asks for a connection. */
    @Override
    public void afterPropertiesSet() {
        if (getJdbcUrl().startsWith("jdbc:sqlite:")) {
            setExceptionOverride(new JdbcSqliteErrors());
        } else {
            var beats = new JdbcHeartbeat(getJdbcUrl(), login());
            setDataSource(beats);
            beats.start();
            heartbeat = beats;
        }
    }

    /** Null on SQLite. */
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
