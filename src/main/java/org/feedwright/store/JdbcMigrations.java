package org.feedwright.store;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** The versions of a store's tables: which one they are of, and how they are made or removed. Nothing is migrated by itself. */
public final class JdbcMigrations {
    private final JdbcSchema schema;

    JdbcMigrations(JdbcSchema schema) {
        this.schema = schema;
    }

    /** Names the store for a message: SQLite's file, or PostgreSQL's address without a password. */
    public String place() {
        return schema.place();
    }

    /**
     * The version of the tables that are there; empty if there are none.
     *
     * @throws StoreRefused if this version of the program cannot use them
     */
    public Optional<String> version() {
        var flyway = schema.flyway().load();
        schema.usable(flyway);
        return Optional.ofNullable(flyway.info().current())
                .map(MigrationInfo::getVersion)
                .map(MigrationVersion::getVersion);
    }

    /** Whether tables of this version can be made. */
    public boolean knows(String version) {
        return schema.usable(schema.flyway().load()).stream()
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .anyMatch(known -> known.getVersion().equals(version));
    }

    /** The newest version that this program makes. */
    public String newest() {
        return schema.usable(schema.flyway().load()).stream()
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElseThrow();
    }

    /** Makes the tables of a version that this program knows, where there are none or those of an earlier version. */
    public void migrateTo(String version) {
        schema.flyway().target(MigrationVersion.fromVersion(version)).load().migrate();
        schema.endConnections();
    }

    /** Removes all tables, with whatever is in them. */
    public void removeAll() {
        schema.removeAll();
    }
}
