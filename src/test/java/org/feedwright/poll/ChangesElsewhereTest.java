package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedwright.Feedwright;
import org.feedwright.article.FeedName;
import org.feedwright.feed.FirstLook;
import org.feedwright.store.nodes.ChangeListener;
import org.feedwright.store.nodes.Nodes;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.Requests;
import org.feedwright.testing.SettableClock;
import org.feedwright.timeline.FeedLifecycle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Two nodes on one PostgreSQL: what is committed through one is told to the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesElsewhereTest {
    /** Far more than it takes, for a busy machine; benchmarks/nodes.sh measures it. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    static Path directory;

    private String database;
    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext other;
    private Publisher publisher;
    private Requests here;
    private Requests there;

    @BeforeAll
    void startTwoNodes() {
        database = Postgres.freshDatabase();
        one = node("one");
        other = node("other");
        publisher = one.getBean(Publisher.class);
        here = requests(one);
        there = requests(other);
        await().until(() -> !one.getBean(FirstLook.class).mayBringMore()
                && !other.getBean(FirstLook.class).mayBringMore());
    }

    private ConfigurableApplicationContext node(String name) {
        return new SpringApplicationBuilder(Feedwright.class, PollingSetup.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Heard.class, Heard::new))
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--feedwright.node.name=" + name,
                        "--feedwright.base-url=https://feeds.example.org",
                        "--feedwright.folder=" + directory.resolve("feeds"),
                        "--spring.datasource.url=" + database);
    }

    private static Requests requests(ConfigurableApplicationContext node) {
        return new Requests(node.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    void stopThem() {
        other.close();
        one.close();
    }

    /** Looks at the revisions, which each node takes besides, tell nobody. */
    @Test
    void areToldToTheOtherThatServesTheSameBytes() {
        var feed = publisher.open();
        String path = "/feeds/" + feed + ".atom";
        publisher.publish(feed, "first", clock(one).instant().minusSeconds(600));
        await().atMost(SOON).untilAsserted(() -> assertThat(text(path)).contains("first"));
        int before = heard(other);

        publisher.publish(feed, "second", clock(one).instant().minusSeconds(500));

        await().atMost(SOON).until(() -> heard(other) > before);
        await().atMost(SOON).untilAsserted(() -> assertThat(text(path)).contains("second"));
        assertThat(there.get(path).body()).isEqualTo(here.get(path).body());
        assertThat(there.get(path).headers().firstValue("ETag"))
                .isEqualTo(here.get(path).headers().firstValue("ETag"));
    }

    private static int heard(ConfigurableApplicationContext node) {
        return node.getBean(Heard.class).count.get();
    }

    /** Counts how often it is told of changes elsewhere. */
    static final class Heard implements ChangeListener {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void onChangeElsewhere() {
            count.incrementAndGet();
        }
    }

    @Test
    void areNotSkippedHoweverManyCome() {
        var feed = publisher.open();
        String path = "/feeds/" + feed + ".json";
        var start = clock(one).instant();
        for (int i = 0; i < 100; i++) {
            there.get(path);
            publisher.publish(feed, "many-" + i, start.minusSeconds(500 - i));
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(there.get(path).body())
                        .isEqualTo(here.get(path).body()));
        assertThat(text(path)).contains("many-99");
    }

    @Test
    void areFollowedWhereAFeedGetsAnotherName() {
        var feed = publisher.open();
        var renamed = new FeedName(feed + "-renamed");
        String path = "/feeds/" + feed + ".rss";
        publisher.publish(feed, "first", clock(one).instant().minusSeconds(60));
        assertThat(there.get(path).statusCode()).isEqualTo(200);
        assertThat(there.get("/feeds/" + renamed + ".rss").statusCode()).isEqualTo(404);

        one.getBean(FeedLifecycle.class).rename(feed, renamed);

        // The clocks stand still: nobody reads the former names anew because it is time to.
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(there.get(path).headers().firstValue("Location"))
                        .hasValue("https://feeds.example.org/feeds/" + renamed + ".rss"));
    }

    @Test
    void areMadeByNodesThatKnowOfEachOther() {
        await().atMost(SOON).untilAsserted(() -> {
            var nodes = other.getBean(Nodes.class).all();
            assertThat(nodes).extracting(Nodes.Node::name).containsExactly("one", "other");
            assertThat(nodes).extracting(Nodes.Node::isThis).containsExactly(false, true);
            assertThat(nodes).noneMatch(Nodes.Node::isSilent);
            assertThat(nodes).filteredOn(Nodes.Node::looksAfterFolder).hasSize(1);
        });
    }

    private String text(String path) {
        return new String(there.get(path).body(), StandardCharsets.UTF_8);
    }

    private static SettableClock clock(ConfigurableApplicationContext node) {
        return node.getBean(SettableClock.class);
    }
}
