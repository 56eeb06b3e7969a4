package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A service that has published one article, and another program that gets at its SQLite file. */
@ExtendWith(OutputCaptureExtension.class)
abstract class TroubledStoreTest {
    @TempDir
    Path directory;

    RunningFolder service;
    Path feed;

    /** The settings of the SQLite file on which the trouble depends, as in its address. */
    abstract String sqliteSettings();

    @BeforeEach
    void publishOneArticle() throws IOException {
        service = start();
        feed = service.feed("news");
        save(feed.resolve("before.md"), article("Before", "x"));
        service.awaitTitles("news", "Before");
        soon(() -> assertThat(service.health("").statusCode()).isEqualTo(200));
    }

    RunningFolder start() throws IOException {
        return RunningFolder.start(
                Files.createDirectories(directory.resolve("feeds")),
                directory.resolve("data"),
                "--management.server.port=0",
                "--spring.datasource.url=jdbc:sqlite:" + database()
                        + "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&" + sqliteSettings());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    Path database() {
        return directory.resolve("data/feedwright.db");
    }

    /** Another program's connection. */
    Connection elsewhere() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database());
    }
}
