package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.feedwright.Feedwright;
import org.feedwright.article.FeedName;
import org.feedwright.feed.FirstLook;
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

/** Two nodes on one PostgreSQL: what is committed through one is told to the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesElsewhereTest {
    /** Far less than the pause between two looks at the revisions, of which most would be longer than this. */
    private static final Duration TOLD = Duration.ofMillis(200);

    private static final Duration SOON = Duration.ofSeconds(5);

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

    @Test
    void areServedByTheOtherAtOnce() {
        var feed = publisher.open();
        String path = "/feeds/" + feed + ".atom";
        var start = clock(one).instant();
        publisher.publish(feed, "first", start.minusSeconds(600));
        var times = new ArrayList<Duration>();
        for (int i = 0; i < 30; i++) {
            String slug = "article-" + i;
            there.get(path); // as readers do, so that it is made ahead
            publisher.publish(feed, slug, start.minusSeconds(500 - i));
            times.add(untilItHas(path, slug));
        }

        Collections.sort(times);
        assertThat(times.get(26)).as("nine of ten in %s", times).isLessThan(TOLD);
        assertThat(there.get(path).body()).isEqualTo(here.get(path).body());
        assertThat(there.get(path).headers().firstValue("ETag"))
                .isEqualTo(here.get(path).headers().firstValue("ETag"));
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

    private Duration untilItHas(String path, String slug) {
        long begun = System.nanoTime();
        while (!text(path).contains(slug)) {
            if (System.nanoTime() - begun > SOON.toNanos()) {
                throw new AssertionError(slug + " is not there after " + SOON);
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private String text(String path) {
        return new String(there.get(path).body(), StandardCharsets.UTF_8);
    }

    private static SettableClock clock(ConfigurableApplicationContext node) {
        return node.getBean(SettableClock.class);
    }
}
