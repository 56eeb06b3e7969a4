package org.feedwright.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

class JdbcTimeLimitTest {
    private static final String ENDLESS =
            "with recursive n (i) as (select 1 union all select i + 1 from n where i > 0) select count(*) from n";
    private static final RowMapper<Integer> NUMBER = (row, _) -> row.getInt(1);

    @TempDir
    Path directory;

    @Test
    void endsWhatTakesTooLongOnSqlite() {
        try (var store = Store.sqlite(directory)) {
            endsWhatTakesTooLong(store);
        }
    }

    @Test
    void endsWhatTakesTooLongOnPostgres() {
        try (var store = Store.postgres(Postgres.freshDatabase())) {
            endsWhatTakesTooLong(store);
        }
    }

    /** The connection is as good as before. */
    private static void endsWhatTakesTooLong(Store store) {
        var limited = new JdbcTimeLimit(new JdbcTemplate(store.dataSource()), Duration.ofMillis(200));

        store.transact(
                () -> assertThatThrownBy(() -> limited.query(ENDLESS, NUMBER)).isInstanceOf(SearchTooLong.class));

        for (int i = 0; i < 10; i++) {
            assertThat(limited.query("select 7", NUMBER)).containsExactly(7);
        }
    }
}
