package org.feedwright.feed;

import java.sql.Types;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleText;
import org.feedwright.article.FeedName;
import org.feedwright.article.StoredJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives what was stored before there were places the places that it would have now: in its feed, its
 * categories and its authors.
 */
@Component
class JdbcFirstPlaces extends JdbcMigration {
    JdbcFirstPlaces() {
        super("3", "stored articles take places");
    }

    @Override
    void migrate(JdbcTemplate template) {
        var jdbc = JdbcClient.create(template);
        var definitions = definitions(jdbc);
        jdbc.sql("select id, feed, state, updated, appeared, text from article where appeared is not null")
                .query(row -> {
                    var feed = new FeedName(row.getString("feed"));
                    boolean isHere = row.getString("state").equals(State.PUBLISHED.name());
                    long appeared = row.getLong("appeared");
                    long updated = row.getLong("updated");
                    var text = StoredJson.read(row.getString("text"), ArticleText.class);
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
}
