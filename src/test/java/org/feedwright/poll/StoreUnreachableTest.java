package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

class StoreUnreachableTest extends PollingTest {
    @Autowired
    HikariDataSource store;

    @Test
    @DirtiesContext
    void answersWithTheLastEditionAndWhereThereIsNoneSaysWhenToAskAgain() {
        var feed = publisher.open();
        publisher.publish(feed, "first", clock.instant().minusSeconds(60));
        publisher.publish(feed, "soon", clock.instant().plusSeconds(60));
        var before = http.get("/feeds/" + feed + ".atom");

        store.close();
        clock.advance(java.time.Duration.ofSeconds(60)); // time for a new edition

        var last = http.get("/feeds/" + feed + ".atom");
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.body()).isEqualTo(before.body());

        var none = http.get("/feeds/" + feed + ".rss");
        assertThat(none.statusCode()).isEqualTo(503);
        assertThat(none.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9][0-9]*"));
        assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(none.headers().firstValue("Vary")).contains(Poll.VARY);
    }
}
