package org.feedwright.backup;

import java.util.Map;

/** The tables that are in no backup, each with the reason. Every other table is backed up, whoever made it. */
final class TablesLeftOut {
    private static final String FOUND_ANEW = "the next look at the folder finds it anew";

    private static final String TOLD_TWICE = "whoever restores a copy must not tell others again";

    static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("flyway_schema_history", "the backup states the version, and the tables are made anew"),
            Map.entry(JdbcUnfinishedRestore.TABLE, "it is there while a restore fills the store"),
            Map.entry("searchable", "the search index is made anew, for each database has its own"),
            Map.entry("node", "it lists the processes that are running"),
            Map.entry("lease", "it says which of the running processes looks after the folder"),
            Map.entry("folder_finding", FOUND_ANEW),
            Map.entry("folder_listing", FOUND_ANEW),
            Map.entry("folder_look", FOUND_ANEW),
            Map.entry("webhook_delivery", TOLD_TWICE),
            Map.entry("webhook_appearance", TOLD_TWICE),
            Map.entry("webhook_endpoint", TOLD_TWICE),
            Map.entry("scheduled_task", TOLD_TWICE));

    private TablesLeftOut() {}

    static boolean contains(String table) {
        return REASONS.containsKey(table);
    }
}
