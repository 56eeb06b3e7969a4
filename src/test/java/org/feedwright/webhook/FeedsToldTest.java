package org.feedwright.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedwright.testing.Manuscripts.article;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedwright.article.FeedName;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.store.Transactions;
import org.feedwright.testing.Definitions;
import org.feedwright.timeline.FeedLifecycle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a receiver learns of feeds whose addresses change, and how receivers that are away are tried again. */
@SuppressWarnings("NullAway.Init") // started before the tests
class FeedsToldTest {
    private static final AtomicInteger names = new AtomicInteger();
    private static final FeedName KNOWN = new FeedName("known");
    private static final FeedName MANY = new FeedName("many");

    private static Receiver receiver;
    private static TellingService service;

    private FeedName feed;

    @BeforeAll
    static void start(@TempDir Path directory) {
        receiver = new Receiver();
        var settings = new ArrayList<>(TellingService.endpoint("all", receiver.address("/all")));
        settings.addAll(TellingService.endpoint("named", receiver.address("/named")));
        settings.add("endpoints.named.feeds=" + KNOWN);
        settings.addAll(TellingService.endpoint("away", receiver.address("/away")));
        settings.add("endpoints.away.feeds=" + MANY);
        settings.add("first-retry=1h");
        service = new TellingService(directory, "--feedwright.data=" + directory.resolve("data"), settings);
        service.open(KNOWN);
        service.open(MANY);
    }

    @AfterAll
    static void stop() {
        service.close();
        receiver.close();
    }

    @BeforeEach
    void openAFeed() {
        receiver.forget();
        feed = new FeedName("feed-" + names.incrementAndGet());
        service.open(feed);
    }

    private static FeedLifecycle feeds() {
        return service.bean(FeedLifecycle.class);
    }

    private static List<JsonNode> told() {
        service.awaitCalm();
        return receiver.at("/all").stream().map(Receiver.Request::json).toList();
    }

    private static List<String> types() {
        return told().stream().map(message -> message.get("type").stringValue()).toList();
    }

    private static FeedName named(String name) {
        return new FeedName(name + names.incrementAndGet());
    }

    private static void publish(FeedName feed, String title) {
        service.publish(article("a-" + names.incrementAndGet())
                .in(feed.value())
                .published(Instant.now().toString())
                .titled(title));
    }

    @Test
    void tellsThatAFeedHasOtherAddresses() {
        var to = named("other-");
        String id = service.bean(JdbcFeeds.class).find(feed).orElseThrow().id();

        feeds().rename(feed, to);

        var message = told().getFirst();
        assertThat(message.get("type").stringValue()).isEqualTo("feed.renamed");
        var data = message.get("data");
        String site = "https://feeds.example.org/feeds/";
        assertThat(data.get("feed").stringValue()).isEqualTo(to.value());
        assertThat(data.get("id").stringValue()).isEqualTo(id);
        assertThat(data.get("url").stringValue()).isEqualTo(site + to);
        assertThat(data.get("title").stringValue()).isEqualTo("The " + feed);
        assertThat(data.at("/documents/atom").stringValue()).isEqualTo(site + to + ".atom");
        assertThat(data.at("/former/feed").stringValue()).isEqualTo(feed.value());
        assertThat(data.at("/former/url").stringValue()).isEqualTo(site + feed);
        assertThat(data.at("/former/documents/json").stringValue()).isEqualTo(site + feed + ".json");
    }

    @Test
    void tellsThatAFeedHasEndedAndIsThereAgain() {
        feeds().retire(feed);
        feeds().define(feed, Definitions.titled("Again"));
        feeds().define(feed, Definitions.titled("Once more"));

        assertThat(types()).containsExactly("feed.ended", "feed.resumed");
        assertThat(told())
                .allSatisfy(
                        message -> assertThat(message.at("/data/documents/rss").stringValue())
                                .isEqualTo("https://feeds.example.org/feeds/" + feed + ".rss"));
    }

    @Test
    void tellsNothingOfAFeedThatNobodyHasRead() {
        var unread = named("unread-");
        var other = named("unread-");
        feeds().define(unread, Definitions.titled("Unread"));
        feeds().rename(unread, other);
        feeds().retire(other);

        assertThat(types()).isEmpty();
    }

    @Test
    void tellsNothingOfARenameThatWasRolledBack() {
        var failure = new IllegalStateException("rolled back");
        try {
            service.bean(Transactions.class).write(() -> {
                feeds().rename(feed, named("never-"));
                throw failure;
            });
        } catch (IllegalStateException e) {
            assertThat(e).isSameAs(failure);
        }

        assertThat(types()).isEmpty();
    }

    @Test
    void goesOnTellingOfAFeedThatTheSettingsKnowByItsFormerName() {
        var to = named("known-");
        feeds().rename(KNOWN, to);
        publish(to, "After the rename");
        publish(feed, "Elsewhere");
        service.awaitCalm();

        assertThat(receiver.at("/named"))
                .extracting(Receiver.Request::type)
                .containsExactlyInAnyOrder("feed.renamed", "article.published");

        feeds().rename(to, KNOWN);
        service.awaitCalm();
    }

    /** The first attempts fail, and what else waits is held back: nothing of it comes in one instant. */
    @Test
    void putsApartWhatWaitsForAReceiverThatIsAway() {
        receiver.answer("/away", Receiver.status(503));
        var begun = Instant.now();
        for (int i = 0; i < 40; i++) {
            publish(MANY, "Number " + i);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(
                        FeedsToldTest::due,
                        all -> all.size() == 40 && all.stream().allMatch(time -> time.isAfter(begun.plusSeconds(60))));

        var due = due();
        assertThat(due.stream().distinct().count()).isGreaterThan(35);
        assertThat(due).allMatch(time -> !time.isBefore(begun.plus(Duration.ofMinutes(5))));

        service.jdbc()
                .sql("delete from webhook_delivery where endpoint = 'away'")
                .update();
        service.jdbc().sql("delete from scheduled_task").update();
    }

    private static List<Instant> due() {
        return service.jdbc()
                .sql("select execution_time from scheduled_task where picked = false")
                .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
                .list();
    }
}
