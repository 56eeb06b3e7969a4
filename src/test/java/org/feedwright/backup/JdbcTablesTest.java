package org.feedwright.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.testing.Definitions.titled;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.feedwright.article.FeedName;
import org.feedwright.testing.StoreContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables of either database as a backup sees them. */
class JdbcTablesTest extends StoreContract {
    /** What {@link TableText} holds, and both databases have. */
    private static final Set<Integer> PORTABLE = Set.of(
            Types.BIGINT,
            Types.INTEGER,
            Types.SMALLINT,
            Types.VARCHAR,
            Types.BIT,
            Types.BOOLEAN,
            Types.BINARY,
            Types.BLOB,
            Types.DOUBLE,
            Types.REAL);

    private JdbcTables tables;

    @BeforeEach
    void look() {
        tables = new JdbcTables(store.dataSource(), store.transactions());
    }

    @AfterEach
    void tidy() {
        for (String table : List.of("b_refers", "c_kinds", "a_referred")) {
            store.jdbc().sql("drop table if exists " + table).update();
        }
    }

    /** A migration that adds a column of another type, or a number that the database gives, fails here. */
    @Test
    void everyTableConsistsOfWhatABackupHolds() throws SQLException {
        assertThat(tables.names()).contains("article", "feed", "place", "mark", "folder_file", "former_address");
        var unknown = new ArrayList<String>();
        try (var connection = store.dataSource().getConnection()) {
            for (String table : tables.names()) {
                try (var columns = connection.getMetaData().getColumns(null, null, table, "%")) {
                    while (columns.next()) {
                        boolean isGiven = "YES".equals(columns.getString("IS_AUTOINCREMENT"));
                        if (isGiven || !PORTABLE.contains(columns.getInt("DATA_TYPE"))) {
                            unknown.add(table + "." + columns.getString("COLUMN_NAME") + ": "
                                    + columns.getString("TYPE_NAME"));
                        }
                    }
                }
            }
        }
        assertThat(unknown)
                .as("take text, bigint, bytea, or leave the table out and say why (TablesLeftOut)")
                .isEmpty();
    }

    @Test
    void leavesOutWhatIsMadeAnew() {
        assertThat(tables.all()).contains("searchable", "flyway_schema_history");
        assertThat(tables.names()).doesNotContain("searchable", "flyway_schema_history", "search", "search_data");
    }

    /** Whoever has the backup, or finds it years later, sees no draft that is written since. */
    @Test
    void leavesOutTheKeyOfSecretAddresses() {
        assertThat(tables.all()).contains("preview_key");
        assertThat(tables.names()).doesNotContain("preview_key");
    }

    @Test
    void fillsATableAfterThoseThatItRefersTo() {
        store.jdbc().sql("create table a_referred (id bigint primary key)").update();
        store.jdbc()
                .sql("create table b_refers (id bigint primary key, other bigint references a_referred (id))")
                .update();
        assertThat(tables.names()).containsSubsequence("a_referred", "b_refers");
        store.jdbc().sql("drop table b_refers").update();
        store.jdbc().sql("drop table a_referred").update();
        store.jdbc().sql("create table b_refers (id bigint primary key)").update();
        store.jdbc()
                .sql("create table a_referred (id bigint primary key, other bigint references b_refers (id))")
                .update();
        assertThat(tables.names()).containsSubsequence("b_refers", "a_referred");
        store.jdbc().sql("drop table a_referred").update();
    }

    @Test
    void givesBackEveryKindOfValue() {
        String bytes = tables.isSqlite() ? "blob" : "bytea";
        store.jdbc()
                .sql("create table c_kinds (n bigint, t text, b " + bytes + ", y boolean, d double precision)")
                .update();
        store.jdbc()
                .sql("insert into c_kinds values (:n, :t, :b, true, 0.1)")
                .param("n", Long.MIN_VALUE)
                .param("t", "\"quoted\" \\ \n\t \u0001 \u2028 日本語 🎉 ]]>")
                .param("b", new byte[] {0, -1, 127})
                .update();
        store.jdbc().sql("insert into c_kinds (n) values (9007199254740993)").update();
        var text = text("c_kinds");
        assertThat(text.lines()).hasSize(3);

        store.jdbc().sql("delete from c_kinds").update();
        var writer = new JdbcTableWriter(tables, "c_kinds");
        TableText.read(new ByteArrayInputStream(text.getBytes(UTF_8)), writer);
        writer.flush();
        assertThat(text("c_kinds")).isEqualTo(text);
    }

    @Test
    void takesNoColumnThatIsNotThere() {
        var writer = new JdbcTableWriter(tables, "feed");
        assertThatThrownBy(() -> writer.columns(List.of("name", "id\") values ('x') --")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("The table feed has no column");
    }

    private String text(String table) {
        var out = new ByteArrayOutputStream();
        try (var writer = new TableText.Writer(out)) {
            tables.read(table, writer);
        }
        return out.toString(UTF_8);
    }

    /** What is published meanwhile neither waits nor is seen. */
    @Test
    void seesOneStateWhileFeedsAreDefined() {
        lifecycle.define(new FeedName("before"), titled("Before"));
        var seen = new TreeMap<String, Integer>();
        tables.transactions().read(() -> {
            var counts = tables.counts();
            var defining =
                    CompletableFuture.runAsync(() -> lifecycle.define(new FeedName("meanwhile"), titled("Meanwhile")));
            assertThat(defining.orTimeout(30, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(30));
            tables.read("feed", new RowSink() {
                @Override
                public void columns(List<String> names) {}

                @Override
                public void row(@Nullable Object[] values) {
                    seen.merge("feed", 1, Integer::sum);
                }
            });
            assertThat(seen).containsEntry("feed", Math.toIntExact(requireNonNull(counts.get("feed"))));
            return counts;
        });
        assertThat(tables.counts().get("feed")).isEqualTo(requireNonNull(seen.get("feed")) + 1L);
    }
}
