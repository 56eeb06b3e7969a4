package org.feedwright.feed;

import java.util.LinkedHashMap;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.FeedName;
import org.feedwright.article.StoredJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the index, each database's own way, and puts in it what was stored before there was one. */
@Component
class JdbcFirstSearch extends JdbcMigration {
    private static final int BATCH = 500;

    JdbcFirstSearch() {
        super("6", "articles are found by their words");
    }

    @Override
    void migrate(JdbcTemplate template) {
        var index = JdbcSearch.of(template);
        index.make();
        var jdbc = JdbcClient.create(template);
        var definitions = definitions(jdbc);
        String last = "";
        var batch = new LinkedHashMap<ArticleId, ArticleTerms>();
        do {
            batch.clear();
            jdbc.sql("""
                            select id, feed, text from article where state = 'PUBLISHED' and id > :last
                            order by id limit :count
                            """).param("last", last).param("count", BATCH).query(row -> {
                batch.put(
                        new ArticleId(row.getString("id")),
                        ArticleTerms.of(
                                StoredJson.read(row.getString("text"), ArticleText.class),
                                definitions.get(new FeedName(row.getString("feed")))));
            });
            if (!batch.isEmpty()) {
                index.put(batch);
                last = batch.lastEntry().getKey().value();
            }
        } while (batch.size() == BATCH);
    }
}
