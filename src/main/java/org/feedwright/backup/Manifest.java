package org.feedwright.backup;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is in a backup, and what everything in it must be like; the file {@code manifest.json} in it.
 *
 * @param what says in a sentence what the whole is
 * @param format of the backup itself
 * @param version of the program that made it
 * @param schema the version of the store's tables
 * @param database the kind of database that it comes from
 * @param baseUrl {@code feedwright.base-url} of the service
 * @param tables by name, in an order in which they can be filled
 * @param notBackedUp the tables that are not in it, each with the reason
 * @param folder null if there was no folder
 */
record Manifest(
        String what,
        int format,
        String version,
        String schema,
        String database,
        Instant made,
        String baseUrl,
        Map<String, Part> tables,
        Map<String, String> notBackedUp,
        @Nullable Part folder) {

    static final String NAME = "manifest.json";
    static final String TABLES = "store/";
    static final String FOLDER = "folder/";
    static final String SETTINGS = "settings/application.yaml";

    /** The format that this program writes, and the only one that it reads. */
    static final int FORMAT = 1;

    static final String WHAT = "A backup of Feedwright. The command 'restore' reads it.";

    /** A file that somebody else has written may leave out anything. */
    Manifest {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(baseUrl, "baseUrl");
        tables.values().forEach(Objects::requireNonNull);
    }

    /**
     * A table, or the folder.
     *
     * @param count of rows, or of files
     * @param bytes of all that is in it
     * @param sha256 in hexadecimal digits: of the table's text, or of the digests of all files
     */
    record Part(long count, long bytes, String sha256) {}

    static String entry(String table) {
        return TABLES + table + ".jsonl";
    }

    long bytes() {
        return tables.values().stream().mapToLong(Part::bytes).sum() + (folder == null ? 0 : folder.bytes());
    }
}
