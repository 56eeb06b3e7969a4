package org.feedwright.store;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The differences between SQLite and PostgreSQL in the making of the store's tables. */
enum JdbcDialect {
    SQLITE(
            "sqlite",
            Map.of("bytewise", "collate binary", "clustered", "without rowid", "bytes", "blob"),
            // Another process may be making the same tables; that may take longer than any other lock.
            "pragma busy_timeout = 30000"),
    POSTGRESQL("postgresql", Map.of("bytewise", "collate \"C\"", "clustered", "", "bytes", "bytea"), null);

    private static final String MIGRATIONS = "classpath:db/migration/";

    private final String folder;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of is
    private final Map<String, String> placeholders;

    private final @Nullable String first;

    /**
     * @param folder the folder of the migrations that only this database has
     * @param placeholders the words that the common migrations leave open
     * @param first a statement that each connection runs before it makes tables; null for none
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

    /**
     * Names the store for a message: SQLite's file, or PostgreSQL's address without its parameters, which may hold a
     * password.
     */
    String place(String url) {
        String address = url.split("\\?", 2)[0];
        return this == SQLITE
                ? Path.of(address.substring("jdbc:sqlite:".length()))
                        .toAbsolutePath()
                        .toString()
                : address.replaceFirst("//[^/@]*@", "//");
    }

    /** Tells the operator how to begin with an empty store. */
    String emptied() {
        return this == SQLITE
                ? "delete that file and the files beside it whose names begin with its name"
                : "name an empty database in spring.datasource.url, or empty this one if nothing else is in it";
    }
}
