package org.feedwright.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.feedwright.testing.Manuscripts.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedwright.article.FeedName;
import org.feedwright.testing.Database;
import org.feedwright.testing.Definitions;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.Requests;
import org.feedwright.timeline.FeedLifecycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

/** Who is told what by a running service, on either database. */
@SuppressWarnings("NullAway.Init") // the service is started before the tests
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(Lifecycle.PER_CLASS)
class WebhooksTest {
    private static final FeedName NEWS = TellingService.NEWS;
    private static final FeedName OTHER = new FeedName("other");

    @Parameter
    Database database;

    private Path directory;
    private Receiver receiver;
    private TellingService service;
    private final AtomicInteger slugs = new AtomicInteger();
    private String slug;
    private String published;

    @BeforeParameterizedClassInvocation
    void start() throws IOException {
        directory = Files.createTempDirectory("feedwright-webhooks");
        receiver = new Receiver();
        service = new TellingService(directory, store(), settings());
        service.open(NEWS);
        service.open(OTHER);
    }

    private String store() {
        return database == Database.POSTGRES
                ? "--spring.datasource.url=" + Postgres.freshDatabase()
                : "--feedwright.data=" + directory.resolve("data");
    }

    private List<String> settings() {
        var settings = new ArrayList<String>();
        settings.addAll(TellingService.endpoint("all", receiver.address("/all?key=s3cr3t")));
        settings.addAll(TellingService.endpoint("some", receiver.address("/some")));
        settings.add("endpoints.some.feeds=other");
        settings.add("endpoints.some.events=article.changed,article.withdrawn");
        settings.addAll(TellingService.endpoint("here", "http://127.0.0.2:1/"));
        settings.add("endpoints.here.feeds=elsewhere");
        settings.addAll(TellingService.endpoint("troubled", receiver.address("/troubled")));
        settings.add("endpoints.troubled.feeds=other");
        settings.addAll(List.of("first-retry=200ms", "retry-for=2s", "timeout=2s"));
        return settings;
    }

    @AfterParameterizedClassInvocation
    void stop() {
        service.close();
        receiver.close();
        FileSystemUtils.deleteRecursively(directory.toFile());
    }

    @BeforeEach
    void another() {
        slug = "a-" + slugs.incrementAndGet();
        published = Instant.now().minusSeconds(60).toString();
    }

    @AfterEach
    void calm() {
        receiver.answer("/troubled", Receiver.status(204));
        service.awaitCalm();
        receiver.forget();
    }

    private Manuscripts news() {
        return article(slug).published(published);
    }

    private List<String> told() {
        service.awaitCalm();
        return receiver.lines("/all?key=s3cr3t");
    }

    @Test
    void tellsOfPublicationCorrectionAndWithdrawalInTheirOrder() {
        var rain =
                service.publish(news().titled("Rain").highlighting("It rained").about("Weather"));
        var id = rain.id();
        service.publishing().revise(id, news().titled("Much rain").done());
        service.publishing().withdraw(id, "It was snow");

        assertThat(told())
                .containsExactly(
                        "article.published Rain", "article.updated Much rain", "article.withdrawn " + id.value());
        var requests = receiver.at("/all?key=s3cr3t");
        requests.forEach(Receiver.Request::assertSigned);
        assertThat(requests.stream().map(Receiver.Request::id).distinct()).hasSize(3);
        var data = requests.getFirst().json().get("data");
        assertThat(data.get("id").stringValue()).isEqualTo(id.value());
        assertThat(data.get("feed").stringValue()).isEqualTo("news");
        assertThat(data.get("slug").stringValue()).isEqualTo(slug);
        assertThat(data.get("url").stringValue()).isEqualTo("https://feeds.example.org/articles/news/" + slug);
        assertThat(data.at("/documents/atom").stringValue()).isEqualTo("https://feeds.example.org/feeds/news.atom");
        assertThat(data.at("/highlights/0").stringValue()).isEqualTo("It rained");
        assertThat(data.at("/categories/0").stringValue()).isEqualTo("Weather");
        assertThat(Instant.parse(data.get("published").stringValue())).isEqualTo(rain.published());
        assertThat(requests.getLast().json().at("/data/reason").stringValue()).isEqualTo("It was snow");
        assertThat(requests.getLast().body()).doesNotContain("Much rain");
    }

    @Test
    void tellsOfAnArticleThatComesBackHoweverOldItIs() {
        var old = article(slug).published("2020-01-01T00:00:00Z").titled("Old");
        var id = service.publish(old).id();
        assertThat(told()).as("an old article that comes with a move").isEmpty();

        service.publishing().withdraw(id);
        service.publishing().revise(id, old.done());

        assertThat(told()).containsExactly("article.withdrawn " + id.value(), "article.published Old");
    }

    @Test
    void tellsNothingOfDraftsNorOfWhatTheyReplace() {
        var id = service.publish(news().asDraft().titled("Secret")).id();
        service.publishing().revise(id, news().asDraft().titled("Still secret").done());
        assertThat(told()).isEmpty();

        service.publishing().revise(id, news().titled("Out").done());
        service.publishing().revise(id, news().asDraft().titled("Secret again").done());

        assertThat(told()).containsExactly("article.published Out", "article.withdrawn " + id.value());
        assertThat(receiver.at("/all?key=s3cr3t"))
                .noneMatch(request -> request.body().contains("ecret"));
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        var failure = new IllegalStateException("rolled back");
        try {
            service.transact(publishing -> {
                publishing.publish(news().done());
                throw failure;
            });
        } catch (IllegalStateException e) {
            assertThat(e).isSameAs(failure);
        }
        service.transact(publishing -> publishing.publish(
                article(slug + "-b").published(published).titled("B").done()));

        assertThat(told()).containsExactly("article.published B");
        assertThat(service.jdbc()
                        .sql("select count(*) from scheduled_task where picked = false")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void tellsOfAScheduledArticleWhenItAppears() {
        var soon = Instant.now().plusMillis(2500);
        var id = service.publish(news().published(soon.toString()).titled("Later"))
                .id();
        var never = service.publish(
                        article(slug + "-never").published(soon.toString()).titled("Never"))
                .id();
        service.publishing()
                .revise(
                        never,
                        article(slug + "-never")
                                .published(soon.toString())
                                .asDraft()
                                .done());
        service.awaitCalm();
        assertThat(receiver.at("/all?key=s3cr3t")).isEmpty();

        await().atMost(Duration.ofSeconds(15))
                .until(() -> !receiver.at("/all?key=s3cr3t").isEmpty());
        assertThat(Instant.now()).isAfter(soon);
        service.publishing()
                .revise(
                        id,
                        news().published(soon.toString()).titled("Later still").done());

        assertThat(told()).containsExactly("article.published Later", "article.updated Later still");
        assertThat(service.jdbc()
                        .sql("select count(*) from webhook_appearance")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void tellsNothingOfWhatIsInAFeedWhenItIsOpened() {
        var fresh = new FeedName("fresh-" + slug);
        service.bean(FeedLifecycle.class).define(fresh, Definitions.titled("Fresh"));
        service.publish(news().in(fresh.value()).titled("First"));
        service.bean(FeedLifecycle.class).open(fresh);
        service.publish(
                article(slug + "-b").in(fresh.value()).published(published).titled("Second"));

        assertThat(told()).containsExactly("article.published Second");
    }

    @Test
    void tellsEachOnlyWhatItWants() {
        var id = service.publish(news().in("other").titled("One").about("Rain")).id();
        service.publishing()
                .revise(id, news().in("other").titled("One").about("Snow").done());
        service.publishing()
                .revise(id, news().in("other").titled("Two").about("Snow").done());
        service.publish(article(slug + "-b").published(published).titled("In news"));

        assertThat(told())
                .containsExactlyInAnyOrder("article.published One", "article.updated Two", "article.published In news");
        assertThat(receiver.lines("/some")).containsExactly("article.changed One");
    }

    @Test
    void triesAgainUnderTheSameIdAndKeepsTheOrderOfEachArticle() {
        receiver.answer("/troubled", Receiver.status(500));
        var id = service.publish(news().in("other").titled("One")).id();
        service.publishing().revise(id, news().in("other").titled("Two").done());
        await().until(() -> receiver.at("/troubled").size() >= 2);
        receiver.answer("/troubled", Receiver.status(204));
        service.awaitCalm();

        var attempts = receiver.at("/troubled");
        attempts.forEach(Receiver.Request::assertSigned);
        assertThat(attempts.getFirst().id()).isEqualTo(attempts.get(1).id());
        assertThat(attempts.getFirst().body()).isEqualTo(attempts.get(1).body());
        assertThat(receiver.lines("/troubled").stream().distinct())
                .containsExactly("article.published One", "article.updated Two");
        assertThat(receiver.lines("/all?key=s3cr3t"))
                .as("the others do not wait")
                .containsExactly("article.published One", "article.updated Two");
    }

    @Test
    void givesUpAndShowsItToTheOperator() {
        receiver.answer("/troubled", Receiver.status(403));
        service.publish(news().in("other").titled("Unheard"));
        service.awaitCalm();

        assertThat(receiver.at("/troubled")).hasSize(3);
        String health = manage("/actuator/health/webhooks");
        assertThat(health)
                .contains(
                        "\"status\":\"UP\"", "\"warning\":\"Not reached: troubled\"", "0 waiting; ", "it answers 403");
        assertThat(manage("/")).contains("Webhook troubled", "it answers 403", " given up", "All is well");
        String metrics = manage("/actuator/prometheus");
        assertThat(metrics)
                .contains(
                        "feedwright_webhook_failing{endpoint=\"troubled\"} 1.0",
                        "feedwright_webhook_waiting{endpoint=\"troubled\"} 0.0",
                        "feedwright_webhook_attempts_total{endpoint=\"troubled\",outcome=\"abandoned\"}");
        for (String shown : List.of(health, manage("/"), metrics)) {
            assertThat(shown).doesNotContain("s3cr3t", Receiver.KEY, "127.0.0.1:" + receiver.port());
        }

        receiver.answer("/troubled", Receiver.status(204));
        service.publish(article(slug + "-b").in("other").published(published));
        service.awaitCalm();
        assertThat(manage("/actuator/health/webhooks")).doesNotContain("warning");
    }

    private String manage(String path) {
        return new String(new Requests(service.managementPort()).get(path).body(), UTF_8);
    }

    @Test
    void givesUpAtOnceWhereNobodyWantsToBeTold() {
        receiver.answer("/troubled", Receiver.status(410));
        service.publish(news().in("other"));
        service.awaitCalm();

        assertThat(receiver.at("/troubled")).hasSize(1);
    }

    @Test
    void triesWhetherAReceiverHears() throws InterruptedException {
        var webhooks = service.bean(Webhooks.class);

        assertThat(webhooks.test("all")).isEmpty();
        assertThat(webhooks.test("here").orElseThrow()).contains("127.0.0.2 is 127.0.0.2, which is no public address");
        var request = receiver.at("/all?key=s3cr3t").getFirst();
        request.assertSigned();
        assertThat(request.type()).isEqualTo("webhook.test");
    }
}
