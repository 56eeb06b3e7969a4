package org.feedwright.feed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.FeedName;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the index, each database's own way, and puts in it what was stored before there was one. */
@Component
class JdbcFirstSearch implements JavaMigration {
    private static final int BATCH = 500;
    private static final JsonMapper json = JsonMapper.shared();

    @Override
    public void migrate(Context context) {
        var template = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        var index = JdbcSearch.of(template);
        index.make();
        var jdbc = JdbcClient.create(template);
        var definitions = new HashMap<FeedName, FeedDefinition>();
        jdbc.sql("select name, definition from feed").query(row -> {
            definitions.put(new FeedName(row.getString(1)), json.readValue(row.getString(2), FeedDefinition.class));
        });
        String last = "";
        List<Map.Entry<ArticleId, ArticleTerms>> batch;
        do {
            batch = jdbc.sql("""
                            select id, feed, text from article where state = 'PUBLISHED' and id > :last
                            order by id limit :count
                            """)
                    .param("last", last)
                    .param("count", BATCH)
                    .query((row, _) -> Map.entry(
                            new ArticleId(row.getString("id")),
                            ArticleTerms.of(
                                    json.readValue(row.getString("text"), ArticleText.class),
                                    definitions.get(new FeedName(row.getString("feed"))))))
                    .list();
            var terms = new LinkedHashMap<ArticleId, ArticleTerms>();
            batch.forEach(article -> terms.put(article.getKey(), article.getValue()));
            if (!batch.isEmpty()) {
                index.put(terms);
                last = batch.getLast().getKey().value();
            }
        } while (batch.size() == BATCH);
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("6");
    }

    @Override
    public String getDescription() {
        return "articles are found by their words";
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
