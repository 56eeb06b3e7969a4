package org.feedwright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.feedwright.store.StoreRefused;
import org.feedwright.testing.FeedwrightProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A restore that is killed when the rows are there and the search index is not. */
class KilledRestoreTest {
    private static final int KILLED = 128 + 9;

    @TempDir
    private static Path home;

    private static Path backup;

    @BeforeAll
    static void publish() throws Exception {
        Publisher.file(home, "feeds/news/feed.yaml", "title: News\n");
        Publisher.file(home, "feeds/news/one.md", "---\ntitle: One\npublished: 2026-01-01\n---\nCopper.\n");
        var store = List.of("--feedwright.data=" + home.resolve("data"));
        try (var service = Publisher.start(home.resolve("feeds"), store)) {
            service.await("/articles/news/one", 200, "Copper");
        }
        multiply(home.resolve("data/feedwright.db"));
        backup = home.resolve("backup.zip");
        var line = Line.run(List.of("backup", backup.toString()), Publisher.settings(home.resolve("feeds"), store));
        assertThat(line.said()).contains("20,001 articles");
    }

    /** So that making the index takes a while. */
    private static void multiply(Path store) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var statement = connection.createStatement()) {
            statement.execute("""
                    with recursive number(n) as (select 1 union all select n + 1 from number where n < 20000)
                    insert into article (id, feed, slug, state, published, updated, appeared, text)
                    select id || '-' || n, feed, slug || '-' || n, state, published, updated, appeared, text
                    from article, number
                    """);
        }
    }

    @ParameterizedTest
    @EnumSource(BackupRoundTripTest.Kind.class)
    void isRefusedByServicesAndBegunAnew(BackupRoundTripTest.Kind kind) throws Exception {
        var place = home.resolve(kind.name());
        var store = kind.store(place.resolve("data"));
        var settings = Publisher.settings(place.resolve("feeds"), store);
        killWhenItSays("Making the search index", "restore", backup.toString(), settings);
        assertThat(place.resolve("feeds")).doesNotExist();

        assertThatThrownBy(() -> Publisher.start(place.resolve("feeds"), store).close())
                .hasRootCauseInstanceOf(StoreRefused.class)
                .rootCause()
                .hasMessageContaining("is not whole: a restore or a migration into it was broken off");
        var copied = Line.run(List.of("backup", place.resolve("x.zip").toString()), settings);
        assertThat(copied.status()).isEqualTo(3);
        assertThat(copied.said()).contains("is not whole", "run the same command again");

        var again = Line.run(List.of("restore", backup.toString()), settings);
        assertThat(again.status()).as(again.said()).isZero();
        try (var service = Publisher.start(place.resolve("feeds"), store)) {
            assertThat(service.http().get("/feeds/all.atom?q=copper").statusCode())
                    .isEqualTo(200);
        }
        assertThat(Line.run(List.of("backup", place.resolve("x.zip").toString()), settings)
                        .said())
                .contains("20,001 articles");
    }

    private static void killWhenItSays(String sentence, String command, String argument, String[] settings)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(command, argument));
        arguments.addAll(List.of(settings));
        var process = FeedwrightProcess.of(arguments).start();
        var said = new ArrayList<String>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.contains(sentence)) {
                    break; // what a killed process still had to say may not be readable any more
                }
            }
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", said)).isEqualTo(KILLED);
    }
}
