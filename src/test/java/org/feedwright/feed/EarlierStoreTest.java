package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.testing.Store;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store from before there were places, corrections, tombstones and an index. */
class EarlierStoreTest {
    private static final FeedName NEWS = new FeedName("news");
    private static final String DEFINITION = """
            {"id":null,"title":"News","subtitle":null,"home":null,"authority":"example.org","language":"en",
             "author":{"name":"Ann Abel","email":null,"uri":null},"rights":null,"icon":null,"logo":null,
             "categories":[],"disclaimer":null,"window":20,"content":"FULL","highlights":"SUMMARY","zone":"Z",
             "hubs":[],"ttl":null,"retired":false}
            """;
    private static final String TEXT = """
            {"title":"Old","link":null,"authors":[],"categories":[{"name":"C#"}],"highlights":[],
             "body":{"source":"Copper","html":"<p>Copper</p>"},"disclaimer":null,"language":null,"rights":null,
             "image":null,"enclosures":[{"url":"https://example.org/a.mp3","type":"audio/mpeg","length":7,"title":null}]}
            """;

    @TempDir
    Path directory;

    @Test
    void isTakenOverWithItsArticlesInTheirPlaces() throws SQLException {
        makeEarlierStore();

        try (var store = Store.sqlite(directory)) {
            var feeds = store.feeds();
            var selections = store.selections();
            var feed = feeds.find(NEWS).orElseThrow();
            var here = new ArticleId("urn:x:here");
            assertThat(selections.select(feed).entries()).extracting(Entry::id).containsExactly(here);
            assertThat(selections.select(feed, Strand.of(NEWS, new Category("c#")))
                            .orElseThrow()
                            .entries())
                    .extracting(Entry::id)
                    .containsExactly(here);
            assertThat(store.jdbc()
                            .sql("select count(*) from place where article = 'urn:x:gone' and gone is not null")
                            .query(Integer.class)
                            .single())
                    .as("a withdrawn article's places are empty: in the feed, its category and its author")
                    .isEqualTo(3);
            assertThat(store.search()
                            .select(feed, Strand.of(NEWS), Query.parse(List.of(), List.of(), "copper", null))
                            .orElseThrow()
                            .entries())
                    .extracting(Entry::id)
                    .containsExactly(here);
        }
    }

    private void makeEarlierStore() throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("feedwright.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .placeholders(Map.of("bytewise", "collate binary"))
                .target("1")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url);
                var feed = connection.prepareStatement(
                        "insert into feed (name, id, definition, opened, modified) values ('news', 'urn:x:news', ?, 1, 0)");
                var article = connection.prepareStatement(
                        "insert into article values (?, 'news', ?, ?, 1000, 1000, 1000, ?)")) {
            feed.setString(1, DEFINITION);
            feed.executeUpdate();
            for (String state : new String[] {"PUBLISHED", "WITHDRAWN"}) {
                String slug = state.equals("PUBLISHED") ? "here" : "gone";
                article.setString(1, "urn:x:" + slug);
                article.setString(2, slug);
                article.setString(3, state);
                article.setString(4, TEXT);
                article.executeUpdate();
            }
        }
    }
}
