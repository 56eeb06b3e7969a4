package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.feedwright.Feedwright;
import org.feedwright.article.FeedName;
import org.feedwright.testing.Requests;
import org.feedwright.testing.SettableClock;
import org.feedwright.timeline.FeedLifecycle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionWatchTest extends PollingTest {
    private static final Duration SOON = Duration.ofSeconds(5); // a second on a machine that does nothing else

    @Value("${feedwright.data}")
    String data;

    @Autowired
    FeedLifecycle lifecycle;

    ConfigurableApplicationContext other;
    Requests here;
    Requests there;

    @BeforeAll
    void startAnotherNodeOnTheSameStore() {
        other = new SpringApplicationBuilder(Feedwright.class, PollingSetup.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--feedwright.base-url=https://feeds.example.org",
                        "--feedwright.data=" + data,
                        "--feedwright.folder=" + data + "/feeds");
        here = new Requests(port);
        there = new Requests(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    void stopIt() {
        other.close();
    }

    @Test
    void serveTheSameBytesSoonAfterAChange() {
        var feed = publisher.open();
        String path = "/feeds/" + feed + ".atom";
        var article = publisher.publish(feed, "first", clock.instant().minusSeconds(60));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(there.get(path).body())
                        .isEqualTo(here.get(path).body()));

        publisher.publish(feed, "second", clock.instant().minusSeconds(50));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(there.get(path).body())
                        .isEqualTo(here.get(path).body()));

        publisher.revise(article, "Corrected elsewhere");
        await().atMost(SOON).untilAsserted(() -> assertThat(text(there, path)).contains("Corrected elsewhere"));
        assertThat(there.get(path).headers().firstValue("ETag"))
                .isEqualTo(here.get(path).headers().firstValue("ETag"));

        publisher.retire(feed);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(there.get(path).statusCode()).isEqualTo(410));
    }

    @Test
    void knowWhatOthersHaveScheduled() {
        var feed = publisher.open();
        String path = "/feeds/" + feed + ".rss";
        publisher.publish(feed, "first", clock.instant().minusSeconds(60));
        there.get(path);

        publisher.publish(feed, "soon", clock.instant().plusSeconds(100));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(there.get(path)
                                .headers()
                                .firstValue("Cache-Control")
                                .orElseThrow())
                        .contains("max-age=100"));
        assertThat(text(there, path)).doesNotContain("Title of soon");

        clock.advance(Duration.ofSeconds(100));
        other.getBean(SettableClock.class).advance(Duration.ofSeconds(100));
        assertThat(text(there, path)).contains("Title of soon");
        assertThat(there.get(path).body()).isEqualTo(here.get(path).body());
    }

    @Test
    void knowWhatAFeedIsCalledNow() {
        var feed = publisher.open();
        var renamed = new FeedName(feed + "-renamed");
        String path = "/feeds/" + feed + ".json";
        publisher.publish(feed, "first", clock.instant().minusSeconds(60));
        assertThat(there.get(path).statusCode()).isEqualTo(200);

        lifecycle.rename(feed, renamed);
        clock.advance(Duration.ofSeconds(1));
        other.getBean(SettableClock.class).advance(Duration.ofSeconds(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(there.get(path).headers().firstValue("Location"))
                        .hasValue("https://feeds.example.org/feeds/" + renamed + ".json"));
    }

    private static String text(Requests node, String path) {
        return new String(node.get(path).body(), StandardCharsets.UTF_8);
    }
}
