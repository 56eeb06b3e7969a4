package org.feedwright.backup;

import java.util.Map;

/** The tables that are in no backup, each with the reason. Every other table is backed up, whoever made it. */
final class TablesLeftOut {
    private static final String FOUND_ANEW = "the next look at the folder finds it anew";

    static final Map<String, String> REASONS = Map.of(
            "flyway_schema_history",
            "the backup states the version, and the tables are made anew",
            JdbcUnfinishedRestore.TABLE,
            "it is there while a restore fills the store",
            "searchable",
            "the search index is made anew, for each database has its own",
            "node",
            "it lists the processes that are running",
            "lease",
            "it says which of the running processes looks after the folder",
            "preview_key",
            "whoever has it sees every draft; a restored store makes another one",
            "folder_finding",
            FOUND_ANEW,
            "folder_listing",
            FOUND_ANEW,
            "folder_look",
            FOUND_ANEW);

    private TablesLeftOut() {}

    static boolean contains(String table) {
        return REASONS.containsKey(table);
    }
}
