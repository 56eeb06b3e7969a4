package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.testing.Ticks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL of its own, which is stopped, or stands still with all its connections open, and comes back. */
@ExtendWith(OutputCaptureExtension.class)
class PostgresAwayTest {
    private static final String AWAY = "The database does not answer";

    /** What a busy machine may need beyond what is promised. */
    private static final Duration SLACK = Duration.ofMillis(700);

    @TempDir
    Path directory;

    private final Ticks ticks = new Ticks();
    private EmbeddedPostgres postgres;
    private RunningFolder service;
    private Path feed;

    enum Outage {
        STOPPED {
            @Override
            void begin(PostgresAwayTest test) throws IOException {
                test.postgres.close();
            }

            @Override
            void end(PostgresAwayTest test) throws IOException {
                test.postgres = test.postgres(test.postgres.getPort());
            }
        },
        FROZEN {
            @Override
            void begin(PostgresAwayTest test) throws Exception {
                test.signal("-STOP");
            }

            @Override
            void end(PostgresAwayTest test) throws Exception {
                test.signal("-CONT");
            }
        };

        abstract void begin(PostgresAwayTest test) throws Exception;

        abstract void end(PostgresAwayTest test) throws Exception;
    }

    @BeforeEach
    void publishOneArticle() throws IOException {
        postgres = postgres(0);
        service = RunningFolder.start(
                Files.createDirectories(directory.resolve("feeds")),
                directory.resolve("unused"),
                "--management.server.port=0",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
        feed = service.feed("news");
        save(feed.resolve("before.md"), article("Before", "x"));
        service.awaitTitles("news", "Before");
        soon(() -> assertThat(service.health("/readiness").statusCode()).isEqualTo(200));
    }

    @AfterEach
    void stop() throws IOException {
        ticks.close();
        service.close();
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    void isToldAtOnceAndOverWhenItIsOver(Outage outage, CapturedOutput output) throws Exception {
        var atHand = service.get("/feeds/news.atom");

        outage.begin(this);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = readers.invokeAll(requests(atHand));
            var begun = ticks.now();
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> {
                        assertThat(service.health("/readiness").statusCode()).isEqualTo(503);
                        assertThat(service.health("").body()).contains(AWAY);
                    });
            assertThat(ticks.since(begun)).isLessThan(Duration.ofSeconds(1).plus(SLACK));
            for (var answer : answers) {
                assertThat(answer.get()).isLessThan(Duration.ofSeconds(2).plus(SLACK));
            }
        }
        assertThat(unavailable("/feeds/news.json")).isLessThan(SLACK);
        assertThat(unavailable("/articles/news/before")).isLessThan(SLACK);
        save(feed.resolve("meanwhile.md"), article("Meanwhile", "x"));
        outage.end(this);

        service.awaitTitles("news", "Before", "Meanwhile");
        soon(() -> assertThat(service.get("/feeds/news.json").body()).contains("Meanwhile"));
        soon(() -> assertThat(service.health("").statusCode()).isEqualTo(200));
        assertThat(output)
                .contains("cannot be made; until it can, its last edition is served: The database does not answer")
                .doesNotContain("\tat ");
    }

    /** As a first load or a search may send, on a database that is well. */
    @Test
    void letsLongStatementsGoOn() {
        var jdbc = service.bean(JdbcClient.class);

        assertThat(jdbc.sql("select pg_sleep(4)::text").query(String.class).list())
                .hasSize(1);
    }

    /** One of each kind, and many at once: some of them before anyone knows. */
    private List<Callable<Duration>> requests(HttpResponse<String> atHand) {
        var all = new ArrayList<Callable<Duration>>();
        Stream.of("/feeds/news.rss", "/feeds/news", "/articles/news/before", "/", "/media/news/a.png")
                .forEach(path -> IntStream.range(0, 8).forEach(_ -> all.add(() -> unavailable(path))));
        all.add(() -> {
            var begun = ticks.now();
            var answer = service.get("/feeds/news.atom");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(atHand.body());
            return ticks.since(begun);
        });
        return all;
    }

    private Duration unavailable(String path) {
        var begun = ticks.now();
        var answer = service.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
        return ticks.since(begun);
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    private void signal(String signal) throws IOException, InterruptedException {
        String pid =
                Files.readAllLines(directory.resolve("postgres/postmaster.pid")).getFirst();
        var command = new ArrayList<>(List.of("kill", signal, pid));
        ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow()
                .descendants()
                .forEach(child -> command.add(child.pid() + ""));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
