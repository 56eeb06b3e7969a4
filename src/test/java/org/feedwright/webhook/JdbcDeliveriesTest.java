package org.feedwright.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.feedwright.article.ArticleId;
import org.feedwright.testing.StoreContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcDeliveriesTest extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.437Z");
    private static final ArticleId ARTICLE = new ArticleId("tag:example.org,2026:a");

    private JdbcDeliveries deliveries;

    @BeforeEach
    void empty() {
        deliveries = new JdbcDeliveries(store.jdbc());
        Stream.of("webhook_delivery", "webhook_endpoint", "webhook_appearance")
                .forEach(table -> store.jdbc().sql("delete from " + table).update());
    }

    @Test
    void keepWhatIsToldOfOneArticleToOneReceiverInOrder() {
        add("1", "one", "a");
        add("2", "one", "b");
        add("3", "two", "a");
        add("4", "one", "a");

        assertThat(before("1")).isNull();
        assertThat(before("2")).isNull();
        assertThat(before("3")).isNull();
        assertThat(before("4")).isEqualTo(NOW);

        deliveries.putOff(delivery("1"), NOW.plusMillis(9));
        assertThat(before("4")).isEqualTo(NOW.plusMillis(9));
        assertThat(delivery("1").attempts()).isEqualTo(1);
        assertThat(delivery("4").attempts()).isZero();
        assertThat(delivery("4").created()).isEqualTo(NOW);

        deliveries.remove(delivery("1"));
        assertThat(before("4")).isNull();
        assertThat(deliveries.find("1")).isEmpty();
        add("5", "one", "a");
        assertThat(before("5")).isEqualTo(NOW);
    }

    @Test
    void knowSinceWhenAReceiverFails() {
        deliveries.noteFailure("one", "it answers 500", NOW);
        deliveries.noteFailure("one", "it answers 503", NOW.plusSeconds(9));
        deliveries.noteFailure("two", "it answers 404", NOW);
        assertThat(state("one"))
                .isEqualTo(new EndpointState("one", 0, null, NOW.plusSeconds(9), "it answers 503", NOW, 0, null));

        deliveries.noteGivenUp("one", NOW.plusSeconds(10));
        deliveries.noteGivenUp("one", NOW.plusSeconds(11));
        deliveries.noteSuccess("one", NOW.plusSeconds(12));
        add("1", "one", "a");
        add("2", "one", "b");
        assertThat(state("one"))
                .isEqualTo(new EndpointState(
                        "one",
                        2,
                        NOW.plusSeconds(12),
                        NOW.plusSeconds(9),
                        "it answers 503",
                        null,
                        2,
                        NOW.plusSeconds(11)));
        assertThat(state("two").isFailing()).isTrue();
        assertThat(state("two").abandoned()).isZero();

        deliveries.noteFailure("one", "it answers 500", NOW.plusSeconds(13));
        assertThat(state("one").failing()).isEqualTo(NOW.plusSeconds(13));
    }

    @Test
    void knowAReceiverForWhichSomethingOnlyWaits() {
        add("1", "new", "a");

        assertThat(state("new")).isEqualTo(new EndpointState("new", 1, null, null, null, null, 0, null));
        assertThat(deliveries.states()).containsOnlyKeys("new");
    }

    @Test
    void awaitAnArticleOnceAtItsLatestTime() {
        deliveries.await(ARTICLE, NOW);
        deliveries.await(ARTICLE, NOW.plusMillis(1));

        assertThat(deliveries.awaitNoMore(ARTICLE, NOW)).isFalse();
        assertThat(deliveries.awaitNoMore(ARTICLE, NOW.plusMillis(1))).isTrue();
        assertThat(deliveries.awaitNoMore(ARTICLE)).isFalse();
        deliveries.await(ARTICLE, NOW);
        assertThat(deliveries.awaitNoMore(ARTICLE)).isTrue();
    }

    /** Neither an article that is out, nor a draft or one that was withdrawn, whatever time it has. */
    @Test
    void findScheduledArticlesThatNobodyAwaits() {
        article("out", "PUBLISHED", NOW);
        article("soon", "PUBLISHED", NOW.plusMillis(1));
        article("later", "PUBLISHED", NOW.plusSeconds(9));
        article("draft", "DRAFT", NOW.plusSeconds(9));
        article("gone", "WITHDRAWN", NOW.plusSeconds(9));
        deliveries.await(new ArticleId("urn:x:later"), NOW.plusSeconds(9));

        assertThat(deliveries.unawaited(NOW)).containsExactly(new ArticleId("urn:x:soon"));
    }

    private void article(String slug, String state, Instant appeared) {
        store.jdbc()
                .sql("""
                        insert into article (id, feed, slug, state, published, updated, appeared, text)
                        values (:id, 'news', :slug, :state, 0, 0, :appeared, '{}')
                        """)
                .param("id", "urn:x:" + slug)
                .param("slug", slug)
                .param("state", state)
                .param("appeared", appeared.toEpochMilli())
                .update();
    }

    private void add(String id, String endpoint, String about) {
        deliveries.add(
                id,
                new Endpoint(endpoint, URI.create("https://example.org/"), List.of(), Set.of(), Set.of()),
                about,
                "{}",
                NOW);
    }

    private Delivery delivery(String id) {
        return deliveries.find(id).orElseThrow();
    }

    private @Nullable Instant before(String id) {
        return deliveries.dueBefore(delivery(id)).orElse(null);
    }

    private EndpointState state(String endpoint) {
        var state = deliveries.states().get(endpoint);
        return Objects.requireNonNull(state);
    }
}
