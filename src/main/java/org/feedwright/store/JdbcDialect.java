package org.feedwright.store;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the two databases differ where the store's tables are made. */
enum JdbcDialect {
    SQLITE(
            "sqlite",
            Map.of("bytewise", "collate binary", "clustered", "without rowid"),
            // Another process may be making the same tables: that is waited for longer than anything else.
            "pragma busy_timeout = 30000"),
    POSTGRESQL("postgresql", Map.of("bytewise", "collate \"C\"", "clustered", ""), null);

    private static final String MIGRATIONS = "classpath:db/migration/";

    private final String folder;
    private final Map<String, String> placeholders;
    private final @Nullable String first;

    /**
     * @param folder its own migrations
     * @param placeholders what the common migrations leave open
     * @param first a statement for each connection that makes tables; null for none
     */
    JdbcDialect(String folder, Map<String, String> placeholders, @Nullable String first) {
        this.folder = folder;
        this.placeholders = placeholders;
        this.first = first;
    }

    String[] migrations() {
        return new String[] {MIGRATIONS + "common", MIGRATIONS + folder};
    }

    Map<String, String> placeholders() {
        return placeholders;
    }

    @Nullable
    String first() {
        return first;
    }

    /** The file, or the database without what is secret in its address. */
    String place(String url) {
        String address = url.split("\\?", 2)[0];
        return this == SQLITE
                ? Path.of(address.substring("jdbc:sqlite:".length()))
                        .toAbsolutePath()
                        .toString()
                : address.replaceFirst("//[^/@]*@", "//");
    }

    /** How to begin with an empty store. */
    String emptied() {
        return this == SQLITE
                ? "delete that file and the files beside it whose names begin with its name"
                : "name an empty database in spring.datasource.url, or empty this one if nothing else is in it";
    }
}
