package org.feedwright.feed;

import java.util.HashMap;
import java.util.Map;
import org.feedwright.article.FeedName;
import org.feedwright.article.StoredJson;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A step from one state of the store to the next that SQL alone cannot go: it reads what is stored as JSON. */
abstract class JdbcMigration implements JavaMigration {
    private final MigrationVersion version;
    private final String description;

    JdbcMigration(String version, String description) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
    }

    abstract void migrate(JdbcTemplate template);

    static Map<FeedName, FeedDefinition> definitions(JdbcClient jdbc) {
        var definitions = new HashMap<FeedName, FeedDefinition>();
        jdbc.sql("select name, definition from feed").query(row -> {
            definitions.put(new FeedName(row.getString(1)), StoredJson.read(row.getString(2), FeedDefinition.class));
        });
        return definitions;
    }

    @Override
    public void migrate(Context context) {
        migrate(new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true)));
    }

    @Override
    public MigrationVersion getVersion() {
        return version;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
