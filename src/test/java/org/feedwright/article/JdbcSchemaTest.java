package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcSchemaTest {
    @TempDir
    Path directory;

    @Test
    void knowsItsNewestVersionOnSqlite() {
        try (var store = Store.sqlite(directory)) {
            assertThat(latest(store)).isEqualTo(JdbcSchema.NEWEST);
        }
    }

    @Test
    void knowsItsNewestVersionOnPostgres() {
        try (var store = Store.postgres(Postgres.freshDatabase())) {
            assertThat(latest(store)).isEqualTo(JdbcSchema.NEWEST);
        }
    }

    @Test
    void leavesAStoreThatHasItAsItIs() {
        try (var store = Store.sqlite(directory)) {
            store.jdbc().sql("update flyway_schema_history set checksum = 1").update();
        }

        try (var store = Store.sqlite(directory)) {
            assertThat(latest(store)).isEqualTo(JdbcSchema.NEWEST);
        }
    }

    @Test
    void bringsAStoreThatHasItNotToIt() {
        try (var store = Store.sqlite(directory)) {
            store.jdbc().sql("alter table folder_file drop column warnings").update();
            store.jdbc()
                    .sql("delete from flyway_schema_history where version = ?")
                    .param(JdbcSchema.NEWEST)
                    .update();
        }

        try (var store = Store.sqlite(directory)) {
            assertThat(latest(store)).isEqualTo(JdbcSchema.NEWEST);
        }
    }

    /** As Flyway, which has been handed an empty store, left it. */
    private static String latest(Store store) {
        return store.jdbc()
                .sql("select version from flyway_schema_history order by installed_rank desc limit 1")
                .query(String.class)
                .single();
    }
}
