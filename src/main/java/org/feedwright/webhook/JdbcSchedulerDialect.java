package org.feedwright.webhook;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.Queries;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How db-scheduler speaks to the store, in words that both databases know: times are milliseconds, and {@code limit}
 * bounds an answer. It does not know SQLite itself, and has no need of PostgreSQL's locks: it takes what is due by an
 * update with a condition on its version, of which one node's succeeds.
 */
final class JdbcSchedulerDialect extends DefaultJdbcCustomization {
    JdbcSchedulerDialect() {
        super(false);
    }

    @Override
    public String getName() {
        return "SQLite or PostgreSQL";
    }

    @Override
    public String getQueryLimitPart(int limit) {
        return Queries.postgresSqlLimitPart(limit);
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant time) throws SQLException {
        if (time == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, time.toEpochMilli());
        }
    }

    @Override
    public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
        long time = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(time);
    }
}
