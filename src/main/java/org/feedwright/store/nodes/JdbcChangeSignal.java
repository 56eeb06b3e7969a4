package org.feedwright.store.nodes;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells of changes by PostgreSQL's <a href="https://www.postgresql.org/docs/current/sql-notify.html">NOTIFY</a>, which is
 * part of the transaction: it is sent when the transaction is committed and can be seen. However often a transaction
 * tells, the others hear it once.
 */
final class JdbcChangeSignal implements ChangeSignal {
    /** Each database has channels of its own. */
    static final String CHANNEL = "feedwright";

    private final JdbcClient jdbc;
    private final ThisNode self;

    JdbcChangeSignal(JdbcClient jdbc, ThisNode self) {
        this.jdbc = jdbc;
        this.self = self;
    }

    @Override
    public void tell() {
        jdbc.sql("select pg_notify(:channel, :node)")
                .param("channel", CHANNEL)
                .param("node", self.id())
                .query((_, _) -> "")
                .single();
    }
}
