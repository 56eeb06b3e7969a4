package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;

/**
 * The store has no room left. SQLite says so of a file that has reached its largest size as it does of a full
 * disk (SQLITE_FULL), in the middle of a transaction.
 */
class FullStoreTest extends TroubledStoreTest {
    private static final int PAGES = 500; // of 4096 bytes
    private static final String FULL = "The disk that holds the store is full.";

    @Override
    String sqliteSettings() {
        return "busy_timeout=1000&max_page_count=" + PAGES;
    }

    @Test
    void publishesByItselfWhatWasSavedMeanwhile(CapturedOutput output) throws Exception {
        elsewhere("create table filling as select zeroblob(4096 * %d) as zeros".formatted(PAGES));
        for (int i = 0; i < 5; i++) {
            save(feed.resolve("meanwhile-" + i + ".md"), article("Meanwhile " + i, "long ".repeat(10_000)));
        }
        soon(() -> assertThat(service.health("").body()).contains(FULL));

        assertThat(service.health("").statusCode()).isEqualTo(503);
        assertThat(service.health("/readiness").statusCode()).isEqualTo(200);
        assertThat(service.get("/feeds/news.rss").body()).contains("Before");
        assertThat(service.get("/articles/news/before").statusCode()).isEqualTo(200);

        elsewhere("drop table filling");

        service.awaitTitles(
                "news", "Before", "Meanwhile 0", "Meanwhile 1", "Meanwhile 2", "Meanwhile 3", "Meanwhile 4");
        assertThat(service.problems("news")).isEmpty();
        soon(() -> assertThat(service.health("").statusCode()).isEqualTo(200));
        assertThat(output).doesNotContain("\tat ", "Quarantined");
    }

    private void elsewhere(String sql) throws SQLException {
        try (var other = elsewhere();
                var statement = other.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
            statement.execute(sql);
        }
    }
}
