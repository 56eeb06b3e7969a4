package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

/** Another program, such as one that makes a backup, keeps SQLite's file locked for longer than anyone waits. */
class LockedStoreTest extends TroubledStoreTest {
    private static final String LOCKED = "The store is locked by another program.";

    @Override
    String sqliteSettings() {
        return "busy_timeout=50"; // a writer waits ten times as long
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin immediate", "begin exclusive"})
    void publishesByItselfWhatWasSavedMeanwhile(String lock, CapturedOutput output) throws Exception {
        try (var other = elsewhere();
                var statement = other.createStatement()) {
            statement.execute(lock);
            save(feed.resolve("meanwhile.md"), article("Meanwhile", "x"));
            soon(() -> assertThat(output).contains("What is saved cannot be published: " + LOCKED));

            assertThat(service.health("").statusCode()).isEqualTo(503);
            assertThat(service.health("").body()).contains(LOCKED);
            assertThat(service.health("/readiness").statusCode()).isEqualTo(200);
            assertThat(service.get("/feeds/news.rss").body()).contains("Before").doesNotContain("Meanwhile");
            assertThat(service.get("/articles/news/before").statusCode()).isEqualTo(200);
            statement.execute("rollback");
        }

        service.awaitTitles("news", "Before", "Meanwhile");
        everythingWorksAgain();
        assertThat(output).contains("What is saved is published again").doesNotContain("\tat ");
        assertThat(output.toString().split("cannot be published")).hasSize(2);
    }

    @Test
    void saysSoBeforeAnyoneWantsToStoreSomething() throws SQLException {
        try (var other = elsewhere();
                var statement = other.createStatement()) {
            statement.execute("begin immediate");

            // What the test before has saved may still be on its way, and waits for the lock a while.
            soon(() -> {
                var health = service.health("");
                assertThat(health.statusCode()).isEqualTo(503);
                assertThat(health.body()).contains(LOCKED);
            });
            statement.execute("rollback");
        }

        soon(() -> assertThat(service.health("").statusCode()).isEqualTo(200));
    }

    @Test
    void letsAProblemBeToldOnceHoweverOftenTheFirstLookIsTried(CapturedOutput output) throws Exception {
        service.close();
        save(feed.resolve("meanwhile.md"), article("Meanwhile", "x"));
        save(Files.createDirectories(feed.resolveSibling("bad")).resolve("no-feed.md"), article("x", "x"));
        try (var other = elsewhere();
                var statement = other.createStatement()) {
            statement.execute("begin immediate");
            service = start();
            soon(() -> assertThat(output).contains("What is saved cannot be published: " + LOCKED));

            await().during(Duration.ofSeconds(4)) // in which it is tried again
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> output.toString().split("Quarantined: bad").length == 2);
            statement.execute("rollback");
        }

        service.awaitTitles("news", "Before", "Meanwhile");
        assertThat(output.toString().split("Quarantined: bad")).hasSize(2);
    }

    /** A process of its own cannot know of this one's locks by SQLite's own books. */
    @Test
    void publishesWhenTheProcessThatLockedItWasKilled() throws Exception {
        var other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Locker.class.getName(),
                        database().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("locked");
            save(feed.resolve("meanwhile.md"), article("Meanwhile", "x"));
            soon(() -> assertThat(service.health("").body()).contains("\"since\""));
        } finally {
            other.destroyForcibly().waitFor();
        }

        service.awaitTitles("news", "Before", "Meanwhile");
        everythingWorksAgain();
    }

    /** Every connection of the pool can be written to, whichever of them had failed. */
    private void everythingWorksAgain() throws IOException {
        for (int i = 0; i < 12; i++) {
            String title = "After " + i;
            save(feed.resolve("after.md"), article(title, "x"));
            service.awaitTitles("news", "Before", "Meanwhile", title);
        }
        soon(() -> assertThat(service.health("").statusCode()).isEqualTo(200));
    }

    static final class Locker {
        private Locker() {}

        public static void main(String[] arguments) throws SQLException, InterruptedException {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                    var statement = connection.createStatement()) {
                statement.execute("begin exclusive");
                System.out.println("locked");
                Thread.currentThread().join(); // until it is killed
            }
        }
    }
}
