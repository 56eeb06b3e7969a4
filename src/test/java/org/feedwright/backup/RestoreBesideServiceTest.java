package org.feedwright.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feedwright.testing.Database;
import org.feedwright.testing.Postgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A restore into a store that a service is using, and a move out of it. */
class RestoreBesideServiceTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Database.class)
    void isRefusedUntilTheServiceHasEnded(Database database) throws IOException {
        var backup = backup();
        var folder = Files.createDirectories(directory.resolve("feeds"));
        String address = database == Database.SQLITE ? sqlite() : Postgres.freshDatabase();
        var store = List.of("--feedwright.data=" + directory.resolve("data"), "--spring.datasource.url=" + address);
        var restore = List.of("restore", "--store-only", backup.toString());

        try (var _ = Publisher.start(folder, store)) {
            var line = Line.run(restore, Publisher.settings(folder, store));
            assertThat(line.status()).as(line.said()).isEqualTo(3);
            assertThat(line.said()).contains("is in use").contains("run this command again");
            var migrated = Line.run(
                    List.of("migrate", "--to", address),
                    Publisher.settings(
                            directory.resolve("from/feeds"),
                            List.of("--feedwright.data=" + directory.resolve("from/data"))));
            assertThat(migrated.status()).as(migrated.said()).isEqualTo(3);
            assertThat(migrated.said()).contains("is in use");
            var away = directory.resolve("away.db");
            var moved = Line.run(List.of("migrate", "--to", "jdbc:sqlite:" + away), Publisher.settings(folder, store));
            assertThat(moved.status()).as(moved.said()).isEqualTo(3);
            assertThat(moved.said()).contains("is in use");
            assertThat(away).doesNotExist();
        }

        assertThat(Line.run(restore, Publisher.settings(folder, store)).said()).contains("is not empty");
    }

    private String sqlite() {
        return "jdbc:sqlite:" + directory.resolve("data/feedwright.db") + "?journal_mode=WAL&synchronous=FULL";
    }

    private Path backup() throws IOException {
        var from = directory.resolve("from");
        var store = List.of("--feedwright.data=" + from.resolve("data"));
        Publisher.file(from, "feeds/news/feed.yaml", "title: News\n");
        Publisher.file(from, "feeds/news/one.md", "---\ntitle: One\npublished: 2026-01-01\n---\nOne.\n");
        try (var service = Publisher.start(from.resolve("feeds"), store)) {
            service.await("/articles/news/one", 200, "One");
        }
        var file = directory.resolve("backup.zip");
        assertThat(Line.run(List.of("backup", file.toString()), Publisher.settings(from.resolve("feeds"), store))
                        .status())
                .isZero();
        return file;
    }
}
