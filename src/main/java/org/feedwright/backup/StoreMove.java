package org.feedwright.backup;

import java.util.Map;

/** Copies a store into another, empty one, of the other kind or of the same. */
public final class StoreMove {
    private static final String UNTOLD = "webhook_delivery";

    private final Installation from;
    private final Installation to;
    private final BackupProgress progress;

    /** @param progress is told how far it has come */
    public StoreMove(Installation from, Installation to, BackupProgress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /**
     * What was copied, and what was not.
     *
     * @param untold the messages of webhooks that wait in the old store, where they stay
     */
    public record Outcome(long articles, long untold) {}

    /**
     * Copies everything; the old store stays as it is.
     *
     * @throws BackupRefused if the new store is not empty, or one of them is in use: what a service goes on storing in
     *     the old one would be lost
     */
    public Outcome run() {
        JdbcStoreUse.refuse(to);
        JdbcStoreUse.refuse(from);
        String schema = from.schema();
        var tables = from.tables();
        var filling = new StoreFilling(to, progress);
        long articles = tables.transactions().read(() -> {
            var source = new Source(from.migrations().place(), schema, tables, tables.counts());
            filling.refuse(source);
            filling.fill(source);
            return source.articles();
        });
        filling.complete(articles);
        filling.end();
        return new Outcome(articles, tables.all().contains(UNTOLD) ? tables.count(UNTOLD) : 0);
    }

    /** @param counts of rows, in the transaction in which they are read */
    private record Source(String name, String schema, JdbcTables store, Map<String, Long> counts)
            implements StoreSource {
        @Override
        public Map<String, Long> tables() {
            return counts;
        }

        @Override
        public void read(String table, RowSink sink) {
            store.read(table, sink);
        }
    }
}
