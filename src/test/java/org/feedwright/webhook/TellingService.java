package org.feedwright.webhook;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.feedwright.Feedwright;
import org.feedwright.article.Article;
import org.feedwright.article.FeedName;
import org.feedwright.store.Transactions;
import org.feedwright.testing.Definitions;
import org.feedwright.testing.Manuscripts;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole service, with webhooks, without a folder: tests publish by its one door. */
final class TellingService implements AutoCloseable {
    static final FeedName NEWS = new FeedName("news");

    private final ConfigurableApplicationContext context;

    /**
     * Starts it.
     *
     * @param store the settings that say where the articles are
     * @param settings those of webhooks, without {@code --feedwright.webhooks.}
     */
    TellingService(Path directory, String store, List<String> settings) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--feedwright.base-url=https://feeds.example.org",
                "--feedwright.authoring.watch=false",
                "--feedwright.folder=" + directory,
                store,
                "--feedwright.webhooks.allowed-networks=127.0.0.1"));
        settings.forEach(setting -> arguments.add("--feedwright.webhooks." + setting));
        context = SpringApplication.run(Feedwright.class, arguments.toArray(String[]::new));
    }

    /** The settings of a receiver that is told of all. */
    static List<String> endpoint(String name, String address) {
        return List.of("endpoints." + name + ".url=" + address, "endpoints." + name + ".secret=" + Receiver.SECRET);
    }

    void open(FeedName feed) {
        bean(FeedLifecycle.class).define(feed, Definitions.titled("The " + feed));
        bean(FeedLifecycle.class).open(feed);
    }

    Article publish(Manuscripts manuscript) {
        return publishing().publish(manuscript.done());
    }

    Publishing publishing() {
        return bean(Publishing.class);
    }

    void transact(Consumer<Publishing> work) {
        bean(Transactions.class).write(() -> work.accept(publishing()));
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    /** Waits until nothing is to be told any more. */
    void awaitCalm() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc().sql("select count(*) from webhook_delivery")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
