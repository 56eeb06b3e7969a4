package org.feedwright.feed;

import java.sql.Types;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleText;
import org.feedwright.article.FeedName;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives what was stored before there were places the places that it would have now: in its feed, its
 * categories and its authors.
 */
@Component
class JdbcFirstPlaces implements JavaMigration {
    private static final JsonMapper json = JsonMapper.shared();

    @Override
    public void migrate(Context context) {
        var connection = context.getConnection();
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var definitions = new HashMap<FeedName, FeedDefinition>();
        jdbc.sql("select name, definition from feed").query(row -> {
            definitions.put(new FeedName(row.getString(1)), json.readValue(row.getString(2), FeedDefinition.class));
        });
        jdbc.sql("select id, feed, state, updated, appeared, text from article where appeared is not null")
                .query(row -> {
                    var feed = new FeedName(row.getString("feed"));
                    boolean isHere = row.getString("state").equals(State.PUBLISHED.name());
                    long appeared = row.getLong("appeared");
                    long updated = row.getLong("updated");
                    var text = json.readValue(row.getString("text"), ArticleText.class);
                    var strands = new LinkedHashSet<String>();
                    strands.add(feed.value());
                    Optional.ofNullable(definitions.get(feed))
                            .ifPresent(definition -> Facet.of(text, definition)
                                    .forEach(facet -> strands.add(new Strand(feed, facet).toString())));
                    for (String strand : strands) {
                        insert(jdbc, strand, row.getString("id"), isHere, appeared, updated);
                    }
                });
    }

    private static void insert(
            JdbcClient jdbc, String strand, String article, boolean isHere, long appeared, long updated) {
        jdbc.sql("""
                        insert into place (strand, appeared, article, gone, corrected)
                        values (:strand, :appeared, :article, :gone, :corrected)
                        """)
                .param("strand", strand)
                .param("appeared", appeared)
                .param("article", article)
                .param("gone", isHere ? null : updated, Types.BIGINT)
                .param("corrected", isHere && updated > appeared ? updated : null, Types.BIGINT)
                .update();
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3");
    }

    @Override
    public String getDescription() {
        return "stored articles take places";
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
