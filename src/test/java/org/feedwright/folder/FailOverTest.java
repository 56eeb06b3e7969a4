package org.feedwright.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedwright.testing.PostgresPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on a PostgreSQL with a standby. The server that writes is killed, and the standby is promoted. */
class FailOverTest {
    private static final List<String> AT_HAND = List.of("/feeds/news.atom", "/feeds/news.rss", "/feeds/news.json");

    /** From the promotion on, with what a busy machine may need. */
    private static final Duration BACK = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private PostgresPair servers;
    private RunningFolder one;
    private RunningFolder other;
    private Path feed;
    private volatile boolean isOver;
    private final AtomicInteger polls = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void publishOnTwoNodes() throws IOException {
        servers = new PostgresPair(directory);
        var folder = Files.createDirectories(directory.resolve("feeds"));
        one = node(folder);
        other = node(folder);
        feed = one.feed("news");
        save(feed.resolve("before.md"), article("Before", "x"));
        for (var node : List.of(one, other)) {
            for (String path : AT_HAND) {
                await().ignoreExceptions() // the first request makes much of the service
                        .atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(node.get(path).body()).contains("Before"));
            }
        }
    }

    private RunningFolder node(Path folder) {
        return RunningFolder.start(folder, directory.resolve("unused"), "--spring.datasource.url=" + servers.url());
    }

    @AfterEach
    void stop() throws IOException {
        isOver = true;
        other.close();
        one.close();
        servers.close();
    }

    @Test
    void answersAllPollsMeanwhileAndPublishesSoonAfterThePromotion() throws Exception {
        await().until(servers::isInStep);
        var readers = List.of(reader(one), reader(other));

        servers.killPrimary();
        save(feed.resolve("meanwhile.md"), article("Meanwhile", "x"));
        Thread.sleep(3000); // as long as an operator, or what stands for one, takes to decide
        int before = polls.get();
        servers.promoteStandby();
        long begun = System.nanoTime();
        for (var node : List.of(one, other)) {
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(BACK)
                    .untilAsserted(() ->
                            assertThat(node.get(AT_HAND.getFirst()).body()).contains("Before", "Meanwhile"));
        }
        System.out.printf(
                "published %d ms after the promotion; %d polls before it%n",
                Duration.ofNanos(System.nanoTime() - begun).toMillis(), before);

        isOver = true;
        for (var reader : readers) {
            reader.join();
        }
        assertThat(before).isPositive();
        assertThat(unanswered).isEmpty();
        save(feed.resolve("after.md"), article("After", "x"));
        for (String path : AT_HAND) {
            soon(() -> assertThat(one.get(path).body()).contains("Before", "Meanwhile", "After"));
            soon(() ->
                    assertThat(other.get(path).body()).isEqualTo(one.get(path).body()));
        }
    }

    /** As it may be where the standby follows asynchronously. */
    @Test
    void takesInAgainWhatTheStandbyHadNotGot() throws Exception {
        await().until(servers::isInStep);
        servers.cutOffStandby();
        save(feed.resolve("lost.md"), article("Lost", "x"));
        for (var node : List.of(one, other)) {
            soon(() -> assertThat(node.get(AT_HAND.getFirst()).body()).contains("Lost"));
        }

        servers.killPrimary();
        servers.promoteStandby();

        await().atMost(BACK.multipliedBy(2))
                .ignoreExceptions()
                .until(() -> one.stored("news", "lost").isPresent());
        save(feed.resolve("after.md"), article("After", "x"));
        for (var node : List.of(one, other)) {
            for (String path : AT_HAND) {
                soon(() -> assertThat(node.get(path).body()).contains("Before", "Lost", "After"));
            }
        }
        soon(() -> assertThat(other.get(AT_HAND.getFirst()).body())
                .isEqualTo(one.get(AT_HAND.getFirst()).body()));
    }

    private Thread reader(RunningFolder node) {
        return Thread.ofPlatform().start(() -> {
            while (!isOver) {
                for (String path : AT_HAND) {
                    var answer = node.get(path);
                    polls.incrementAndGet();
                    if (answer.statusCode() != 200 || !answer.body().contains("Before")) {
                        unanswered.add(path + ": " + answer.statusCode());
                    }
                }
            }
        });
    }
}
