package org.feedwright.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.testing.Database;
import org.feedwright.testing.NodeProcess;
import org.feedwright.testing.Postgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that is killed between a publication and its telling. */
class KilledWebhooksTest {
    private static final String FEED = "/feeds/news.atom";

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWasPublishedIsToldAfterTheNextStart(Database database, @TempDir Path directory)
            throws IOException, InterruptedException {
        var folder = Files.createDirectories(directory.resolve("feeds/news"));
        Files.writeString(folder.resolve("feed.yaml"), "title: News\nhome: https://example.org/\n");
        save(folder, "first");
        try (var receiver = new Receiver();
                var node = new NodeProcess("one", directory, settings(database, directory, receiver))) {
            node.awaitFeed(FEED);
            receiver.answer("/busy", Receiver.status(503));
            receiver.answer("/silent", receiver.silence());

            save(folder, "second");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !receiver.at("/busy").isEmpty()
                            && !receiver.at("/silent").isEmpty());
            node.kill();
            String busy = receiver.at("/busy").getFirst().id();
            String silent = receiver.at("/silent").getFirst().id();
            receiver.forget();
            node.restart();
            node.awaitFeed(FEED);

            await().atMost(Duration.ofSeconds(90))
                    .until(() -> !receiver.at("/busy").isEmpty()
                            && !receiver.at("/silent").isEmpty());
            assertThat(receiver.at("/busy")).extracting(Receiver.Request::id).containsExactly(busy);
            assertThat(receiver.at("/silent")).extracting(Receiver.Request::id).containsExactly(silent);
            assertThat(receiver.lines("/busy")).containsExactly("article.published Second");
            receiver.at("/silent").forEach(Receiver.Request::assertSigned);
        }
    }

    private static void save(Path folder, String name) throws IOException {
        Files.writeString(
                folder.resolve(name + ".md"),
                "---\ntitle: " + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1)
                        + "\npublished: " + Instant.now() + "\n---\nText\n");
    }

    private static List<String> settings(Database database, Path directory, Receiver receiver) {
        var settings = new ArrayList<>(List.of(
                "--feedwright.base-url=https://feeds.example.org",
                "--feedwright.folder=" + directory.resolve("feeds"),
                database == Database.POSTGRES
                        ? "--spring.datasource.url=" + Postgres.freshDatabase()
                        : "--feedwright.data=" + directory.resolve("data"),
                "--feedwright.webhooks.allowed-networks=127.0.0.1",
                "--feedwright.webhooks.first-retry=2s",
                "--feedwright.webhooks.timeout=1m"));
        for (String name : List.of("busy", "silent")) {
            TellingService.endpoint(name, receiver.address("/" + name))
                    .forEach(setting -> settings.add("--feedwright.webhooks." + setting));
        }
        return settings;
    }
}
