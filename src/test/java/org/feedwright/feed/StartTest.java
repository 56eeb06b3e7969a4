package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.testing.Definitions.titled;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.feedwright.Feedwright;
import org.feedwright.article.FeedName;
import org.feedwright.store.SettingRefused;
import org.feedwright.testing.Postgres;
import org.feedwright.timeline.FeedLifecycle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application starts on either database, and refuses settings that cannot be meant. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @TempDir
    Path directory;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(directory.resolve("feeds"));
    }

    @Test
    void startsOnPostgres() {
        try (var context = start("--spring.datasource.url=" + Postgres.freshDatabase())) {
            assertThat(context.getBean(JdbcClient.class)
                            .sql("select version()")
                            .query(String.class)
                            .single())
                    .startsWith("PostgreSQL");
            definesAFeed(context);
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void startsOnSqliteInADirectoryThatItMakes() {
        try (var context = start()) {
            definesAFeed(context);
            assertThat(directory.resolve("data/feedwright.db")).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "feeds.example.org",
                "ftp://example.org",
                "http://",
                "http:///x",
                "http://exa mple.org",
                "https://example.org/?a=b",
                "https://example.org/#top",
                "https://me@example.org",
                "/feeds"
            })
    void refusesABaseUrlThatReadersCannotUse(String baseUrl, CapturedOutput output) {
        assertThatThrownBy(() -> start("--feedwright.base-url=" + baseUrl))
                .hasRootCauseInstanceOf(SettingRefused.class);

        assertThat(output)
                .contains("feedwright.base-url is '" + baseUrl + "', which is not an address that readers can use.")
                .contains("Please write the one at which people reach this service")
                .doesNotContain("Exception");
    }

    @Test
    void refusesADataDirectoryThatCannotBe(CapturedOutput output) throws Exception {
        var file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> start("--feedwright.data=" + file.resolve("data")))
                .isInstanceOf(SettingRefused.class);

        assertThat(output)
                .contains("feedwright.data is '" + file.resolve("data") + "'")
                .contains("Please name a directory that this user may write to.")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesADataDirectoryWithoutAName(CapturedOutput output) {
        assertThatThrownBy(() -> start("--feedwright.data=")).isInstanceOf(SettingRefused.class);

        assertThat(output).contains("feedwright.data is '', which names no directory.");
    }

    @Test
    void refusesAFolderWithoutAName(CapturedOutput output) {
        assertThatThrownBy(() -> start("--feedwright.folder=")).hasRootCauseInstanceOf(SettingRefused.class);

        assertThat(output).contains("feedwright.folder is '', which names no folder.");
    }

    @Test
    void refusesADatabaseThatItDoesNotKnow(CapturedOutput output) {
        assertThatThrownBy(() -> start("--spring.datasource.url=jdbc:oracle:x")).isInstanceOf(SettingRefused.class);

        assertThat(output)
                .contains("spring.datasource.url is 'jdbc:oracle:x', which is not the address of a PostgreSQL.")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatItsDatabaseCannotBeReached(CapturedOutput output) {
        // Port 1 is nobody's; the connection is refused at once.
        assertThatThrownBy(() -> start("--spring.datasource.url=jdbc:postgresql://localhost:1/feedwright"))
                .hasRootCauseInstanceOf(ConnectException.class);

        assertThat(output)
                .contains("The database cannot be used: Connection to localhost:1 refused")
                .contains("Please see that it runs and that spring.datasource.url")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatItsRoleMayMakeNoTables(CapturedOutput output) {
        assertThatThrownBy(() -> start("--spring.datasource.url=" + Postgres.withoutRights()))
                .isNotNull();

        assertThat(output)
                .contains("The database cannot be used: ERROR: permission denied for schema public\n")
                .contains("Please let the role of spring.datasource.username own the database")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesAStoreOfALaterVersion(CapturedOutput output) {
        refusesAStoreOfALaterVersion(
                output, directory.resolve("data/feedwright.db").toString());
    }

    @Test
    void refusesAPostgresOfALaterVersion(CapturedOutput output) {
        refusesAStoreOfALaterVersion(
                output, "jdbc:postgresql://localhost:", "--spring.datasource.url=" + Postgres.freshDatabase());
    }

    private void refusesAStoreOfALaterVersion(CapturedOutput output, String place, String... settings) {
        try (var context = start(settings)) {
            context.getBean(JdbcClient.class).sql("""
                    insert into flyway_schema_history
                        (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (1000, '1000', 'later', 'SQL', 'V1000__later.sql', 'later', 1, true)
                    """).update();
        }

        assertThatThrownBy(() -> start(settings)).isNotNull();

        assertThat(output)
                .contains("The store " + place)
                .contains(" is newer than this program: its tables are of version 1000,"
                        + " and this version of Feedwright knows them up to 8.")
                .contains("Please start the newer version of Feedwright again; or restore a backup")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesAStoreOfADevelopmentVersion(CapturedOutput output) {
        refusesAStoreOfADevelopmentVersion(
                output, directory.resolve("data/feedwright.db").toString());

        assertThat(output).contains("Please delete that file and the files beside it whose names begin with its name");
    }

    @Test
    void refusesAPostgresOfADevelopmentVersion(CapturedOutput output) {
        refusesAStoreOfADevelopmentVersion(
                output, "jdbc:postgresql://localhost:", "--spring.datasource.url=" + Postgres.freshDatabase());

        assertThat(output).contains("Please name an empty database in spring.datasource.url, or empty this one");
    }

    private void refusesAStoreOfADevelopmentVersion(CapturedOutput output, String place, String... settings) {
        try (var context = start(settings)) {
            var jdbc = context.getBean(JdbcClient.class);
            jdbc.sql("delete from flyway_schema_history").update();
            var versions = List.of("1", "2", "3", "5", "6", "10", "11", "12", "13", "14");
            for (int i = 0; i < versions.size(); i++) {
                jdbc.sql("""
                                insert into flyway_schema_history (installed_rank, version, description, type, script,
                                  checksum, installed_by, execution_time, success)
                                values (:rank, :version, 'articles and feeds', 'SQL', 'V1__articles_and_feeds.sql',
                                  1, 'development', 1, true)
                                """)
                        .param("rank", i + 1)
                        .param("version", versions.get(i))
                        .update();
            }
        }

        assertThatThrownBy(() -> start(settings)).isNotNull();

        assertThat(output)
                .contains("The store " + place)
                .contains(" was made by a development version of Feedwright, or by another program,"
                        + " and this version cannot use its tables.")
                .contains("and start again: the store is filled from the folder of articles")
                .doesNotContain("\tat ");
    }

    private static void definesAFeed(ConfigurableApplicationContext context) {
        var feeds = context.getBean(Feeds.class);
        var lifecycle = context.getBean(FeedLifecycle.class);
        var name = new FeedName("started");
        lifecycle.define(name, titled("Started"));
        lifecycle.open(name);
        assertThat(feeds.find(name)).isPresent();
    }

    private ConfigurableApplicationContext start(String... settings) {
        var always = Stream.of(
                "--server.port=0",
                "--management.server.port=0",
                "--feedwright.folder=" + directory.resolve("feeds"),
                "--feedwright.data=" + directory.resolve("data"));
        return new SpringApplicationBuilder(Feedwright.class)
                .run(Stream.concat(
                                always.filter(setting -> Stream.of(settings)
                                        .noneMatch(own -> own.startsWith(setting.split("=", -1)[0] + "="))),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }
}
