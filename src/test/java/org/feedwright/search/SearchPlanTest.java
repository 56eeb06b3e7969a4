package org.feedwright.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite goes the way that a search was written for, however large its tables are. */
class SearchPlanTest {
    @Test
    void fewMatchesAreLookedUpAndManyAreMetOnTheWayBack(@TempDir Path directory) {
        try (var store = Store.sqlite(directory)) {
            store.jdbc().sql("""
                    insert into place (strand, appeared, article)
                    with recursive n(i) as (select 1 union all select i + 1 from n where i < 30000)
                    select case when i % 3 = 0 then 'news' else 'all' end, i, 'tag:example.org,2026:' || i from n
                    """).update();
            store.jdbc()
                    .sql("insert into searchable (number, article) select appeared, article from place")
                    .update();
            store.jdbc()
                    .sql("insert into search (rowid, terms) select number, 'x y' from searchable")
                    .update();
            store.jdbc().sql("analyze").update();

            assertThat(plan(store, JdbcSqliteIndex.BY_MATCH))
                    .containsExactly(
                            "SCAN search VIRTUAL TABLE INDEX 0:M1",
                            "SEARCH s USING INTEGER PRIMARY KEY (rowid=?)",
                            "SEARCH p USING INDEX place_article (article=? AND strand=? AND appeared<?)",
                            "USE TEMP B-TREE FOR ORDER BY");
            assertThat(plan(store, JdbcSqliteIndex.BY_PLACE))
                    .containsExactly(
                            "SEARCH p USING PRIMARY KEY (strand=? AND appeared<?)",
                            "SEARCH s USING COVERING INDEX sqlite_autoindex_searchable_1 (article=?)",
                            "LIST SUBQUERY 1",
                            "SCAN search VIRTUAL TABLE INDEX 0:M1");
        }
    }

    private static List<String> plan(Store store, String sql) {
        return store
                .jdbc()
                .sql("explain query plan " + sql.replaceAll("\\?[0-9]", "null"))
                .query((row, _) -> row.getString("detail"))
                .list()
                .stream()
                .filter(step -> !step.equals("CREATE BLOOM FILTER"))
                .toList();
    }
}
