package org.feedwright.backup;

import java.util.Map;

/** Where the rows of a store come from: a backup, or another store. */
interface StoreSource {
    /** Names the source for a message. */
    String name();

    /** The version of the tables. */
    String schema();

    /** The number of rows in each table. */
    Map<String, Long> tables();

    default long articles() {
        return tables().getOrDefault("article", 0L);
    }

    void read(String table, RowSink sink);
}
