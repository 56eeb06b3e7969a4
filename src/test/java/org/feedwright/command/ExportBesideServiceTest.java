package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.feedwright.Feedwright;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export on a PostgreSQL where a service looks after the folder, or did until it was killed. */
class ExportBesideServiceTest {
    private static final String PAGE = "articles/news/";

    @TempDir
    private Path temporary;

    private Path news;
    private String database;
    private Store service;

    @BeforeEach
    void publishOne() throws IOException {
        news = Files.createDirectories(temporary.resolve("feeds/news"));
        Files.writeString(news.resolve("feed.yaml"), "title: News\n");
        write("one");
        database = Postgres.freshDatabase();
        assertThat(export()).isZero();
        service = Store.postgres(database);
        write("two");
    }

    @AfterEach
    void close() {
        service.close();
    }

    private void write(String slug) throws IOException {
        Files.writeString(news.resolve(slug + ".md"), "---\ntitle: " + slug + "\npublished: 2026-01-01\n---\nBody.\n");
    }

    private int export() {
        return Feedwright.commands()
                .setErr(new PrintWriter(new StringWriter()))
                .execute(
                        "export",
                        temporary.resolve("site").toString(),
                        "--codings=none",
                        "--feedwright.folder=" + temporary.resolve("feeds"),
                        "--spring.datasource.url=" + database,
                        "--feedwright.base-url=https://feeds.example.org",
                        "--logging.level.org.feedwright=warn");
    }

    private boolean has(String slug) throws IOException {
        try (var files = Files.walk(temporary.resolve("site"))) {
            return files.anyMatch(file -> file.toString().contains(PAGE + slug) && Files.isRegularFile(file));
        }
    }

    private void keepTheFolderFor(Duration time) {
        service.jdbc().sql("""
                        update lease set holder = 'a service', term = term + 1,
                          until = cast(extract(epoch from clock_timestamp()) * 1000 as bigint) + :time
                        where name = 'folder'
                        """).param("time", time.toMillis()).update();
    }

    @Test
    void waitsForAServiceThatWasKilledAndThenLooksItself() throws IOException {
        keepTheFolderFor(Duration.ofMillis(1500)); // of the three seconds that were left to it

        assertThat(export()).isZero();

        assertThat(has("one")).isTrue();
        assertThat(has("two")).isTrue();
    }

    @Test
    void takesWhatIsStoredWhereAServiceLooksAfterTheFolder() throws IOException {
        keepTheFolderFor(Duration.ofMinutes(5));

        assertThat(export()).isZero();

        assertThat(has("one")).isTrue();
        assertThat(has("two")).isFalse();
        assertThat(service.jdbc()
                        .sql("select holder from lease where name = 'folder'")
                        .query(String.class)
                        .single())
                .isEqualTo("a service");
    }
}
