package org.feedwright.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                                    StoredJson.read(row.getString("text"), ArticleText.class),
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
}
