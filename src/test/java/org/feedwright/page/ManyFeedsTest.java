package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.context.TestPropertySource;

/** A site that grows from nothing to more feeds than fit on a page. */
@TestPropertySource(properties = "feedwright.page.title=Growing")
@TestMethodOrder(OrderAnnotation.class)
class ManyFeedsTest extends PageTest {
    @Test
    @Order(1)
    void saysWhatToPutWhereWhileThereIsNoFeed() throws Exception {
        var page = page("/");

        assertThat(page.select("h1").text()).isEqualTo("No feeds yet");
        assertThat(page.select(".empty").text()).contains("feeds/news/feed.yaml", "title: News", "published:");
    }

    @Test
    @Order(2)
    void listsFiftyFeedsAtATime() throws Exception {
        for (int i = 1; i <= 60; i++) {
            publish(Sample.of(open("n" + i), "a").published("2026-02-01T00:%02d:00Z".formatted(i - 1)));
        }

        var first = page("/");
        var second = page("/?page=2");

        assertThat(first.select(".cards li")).hasSize(50);
        assertThat(first.select(".cards h3").eachText().getFirst()).isEqualTo("The feed n60");
        assertThat(first.select("a[rel=next]").attr("href")).isEqualTo("/?page=2");
        assertThat(first.select("a[rel=prev]")).isEmpty();
        assertThat(second.select(".cards li")).hasSize(10);
        assertThat(second.select(".cards h3").eachText().getLast()).isEqualTo("The feed n1");
        assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo("/");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(get("/?page=3").statusCode()).isEqualTo(404);
    }
}
