package org.feedwright.access;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.feedwright.store.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the key of secret addresses in SQLite or PostgreSQL, so that all nodes have the same. It is made when it is
 * first asked for. It is not kept in memory: the transaction in which it was made may still be undone.
 */
@Repository
class JdbcPreviewKey {
    private static final int LENGTH = 32; // bytes

    private final JdbcClient jdbc;
    private final Transactions transactions;

    JdbcPreviewKey(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    byte[] get() {
        return find().orElseGet(() -> {
            transactions.write(this::make);
            return find().orElseThrow();
        });
    }

    /** Whoever comes first makes it. */
    private void make() {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        jdbc.sql("insert into preview_key (id, secret) values (1, :secret) on conflict (id) do nothing")
                .param("secret", HexFormat.of().formatHex(secret))
                .update();
    }

    private Optional<byte[]> find() {
        return jdbc.sql("select secret from preview_key where id = 1")
                .query((row, _) -> HexFormat.of().parseHex(row.getString("secret")))
                .optional();
    }
}
