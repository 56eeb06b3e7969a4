package org.feedwright.backup;

import org.feedwright.store.StoreRefused;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Marks a store that is being filled, so that nobody takes it for whole if that is broken off: no service starts on it,
 * and nothing is backed up from it. A table is the mark, for it lasts.
 */
@Component
final class JdbcUnfinishedRestore implements InitializingBean {
    static final String TABLE = "unfinished_restore";

    private static final String IN_SQLITE = "select count(*) from sqlite_schema where name = '" + TABLE + "'";
    private static final String IN_POSTGRES = "select count(to_regclass('" + TABLE + "'))";

    private final JdbcOperations jdbc;

    JdbcUnfinishedRestore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses to start a service. */
    @Override
    public void afterPropertiesSet() {
        refuse("");
    }

    boolean isMarked() {
        String product = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        var found = jdbc.queryForObject("SQLite".equals(product) ? IN_SQLITE : IN_POSTGRES, Integer.class);
        return found != null && found > 0;
    }

    /** @param place names the store; empty if it is the one in use */
    void refuse(String place) {
        if (isMarked()) {
            throw new StoreRefused(
                    "The store " + (place.isEmpty() ? "" : place + " ")
                            + "is not whole: a restore or a migration into it was broken off",
                    "run the same command again, which begins anew and then completes it");
        }
    }

    void mark() {
        jdbc.execute("create table " + TABLE + " (since bigint)");
    }

    void unmark() {
        jdbc.execute("drop table " + TABLE);
    }
}
