package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.feedwright.api.JdbcApiRequests.Sent;
import org.feedwright.testing.StoreContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcApiRequestsTest extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00.437Z");

    private JdbcApiRequests requests;

    @BeforeEach
    void empty() {
        requests = new JdbcApiRequests(store.jdbc());
        store.jdbc().sql("delete from api_request").update();
    }

    @Test
    void areKnownByTheirTokenAndTheirKey() {
        var first = answered("token", "key", "one");
        var other = answered("other", "key", "two");
        var another = answered("token", "another", "three");

        assertThat(requests.begin(new Sent("token", "key", "digest of another", NOW)))
                .isFalse();
        assertThat(body(first)).isEqualTo("one");
        assertThat(body(other)).isEqualTo("two");
        assertThat(body(another)).isEqualTo("three");
        assertThat(requests.find(first).request()).isEqualTo("digest of one");
    }

    @Test
    void areForgottenWhenTheyAreOlder() {
        var sent = answered("token", "key", "one");

        requests.forgetOlder(NOW);
        assertThat(body(sent)).isEqualTo("one");
        requests.forgetOlder(NOW.plusMillis(1));
        assertThat(requests.begin(sent)).isTrue();
    }

    private Sent answered(String token, String key, String body) {
        var sent = new Sent(token, key, "digest of " + body, NOW);
        assertThat(requests.begin(sent)).isTrue();
        requests.answer(sent, new StoredAnswer(200, List.of(), body));
        return sent;
    }

    private String body(Sent sent) {
        return requests.find(sent).answer().body();
    }
}
