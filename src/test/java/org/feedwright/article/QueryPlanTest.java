package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Manuscripts.article;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.feedwright.article.jdbc.JdbcArticles;
import org.feedwright.store.Transactions;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Every statement finds its rows by an index, in their order: none reads or sorts a table of a million. */
class QueryPlanTest {
    private static final FeedName FEED = new FeedName("feed-7");

    @Test
    void searchesAndSortsNothingInSqlite(@TempDir Path directory) {
        try (var store = Store.sqlite(directory)) {
            for (String statement : statements(store)) {
                var plan = store.jdbc()
                        .sql("explain query plan " + statement.replaceAll("\\?", "null"))
                        .query((row, _) -> row.getString("detail"))
                        .list();
                assertThat(plan)
                        .as(statement)
                        .allMatch(step -> step.matches("SEARCH (article|article_alias|former_address|a|l) USING .*"))
                        .noneMatch(step -> step.contains("TEMP B-TREE"));
            }
        }
    }

    @Test
    void searchesAndSortsNothingInPostgres() {
        // The driver's extended protocol would want the parameters that a generic plan leaves open.
        try (var store = Store.postgres(Postgres.freshDatabase() + "&preferQueryMode=simple")) {
            for (String statement : statements(store)) {
                var numbered = new StringBuilder();
                int parameter = 0;
                for (String part : statement.split("\\?", -1)) {
                    numbered.append(parameter == 0 ? "" : "$" + parameter).append(part);
                    parameter++;
                }
                var plan = String.join(
                        "\n",
                        store.jdbc()
                                .sql("explain (generic_plan) " + numbered)
                                .query(String.class)
                                .list());
                assertThat(plan).as(statement).doesNotContain("Seq Scan").doesNotContain("Sort");
            }
        }
    }

    /** Calls everything that there is to call, and returns the statements that were sent. */
    private static Set<String> statements(Store store) {
        store.jdbc()
                .sql("""
                        insert into article (id, feed, slug, state, published, updated, appeared, text)
                        with recursive n(i) as (select 1 union all select i + 1 from n where i < 60000)
                        select 'tag:example.org,2026:' || i, 'feed-' || i % 100, 'slug-' || i,
                          case when i % 50 = 49 then 'WITHDRAWN' else 'PUBLISHED' end, i, i, i, :text
                        from n
                        """)
                .param(
                        "text",
                        JsonMapper.shared()
                                .writeValueAsString(article("any").done().text()))
                .update();
        store.jdbc()
                .sql("insert into former_address (feed, slug, article) select feed, 'former-' || slug, id from article")
                .update();
        store.jdbc()
                .sql("insert into article_alias (address, article, claimed) select '/old/' || slug, id, 0 from article")
                .update();
        store.jdbc().sql("analyze").update();
        var statements = new LinkedHashSet<String>();
        var recording = recording(store.dataSource(), statements);
        var jdbc = new JdbcTemplate(recording);
        var articles = new JdbcArticles(
                JdbcClient.create(jdbc), jdbc, store.clock(), new Transactions(new JdbcTransactionManager(recording)));

        var id = articles.publish(article("a").in("feed-7").done(), Horizon.NONE)
                .article()
                .id();
        articles.revise(id, article("b").in("feed-7").saying("Else.").done(), Horizon.NONE);
        articles.withdraw(id, null);
        articles.publish(article("a").in("feed-7").done(), Horizon.NONE);
        articles.find(id);
        articles.findMeant(FEED, new Slug("none"), Store.START);
        articles.find(List.of(id));
        articles.newest(20, Store.START);
        assertThat(statements).hasSize(12);
        return statements;
    }

    private static DataSource recording(DataSource database, Set<String> statements) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                statements.add((String) arguments[0]);
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        });
            }
        };
    }
}
