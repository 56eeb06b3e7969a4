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
        openFeeds(1, 50);
        assertThat(page("/").select(".cards li")).hasSize(50);
        assertThat(page("/").select("a[rel=next]")).isEmpty();
        assertThat(get("/?page=2").statusCode()).isEqualTo(404);
        openFeeds(51, 60);

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
        assertThat(first.select("head link[rel=alternate]"))
                .as("twenty of them, and the list of all")
                .hasSize(FrontPage.DISCOVERABLE + 1);
    }

    private void openFeeds(int from, int to) {
        for (int i = from; i <= to; i++) {
            publish(Sample.of(open("n" + i), "a").published("2026-02-01T00:%02d:00Z".formatted(i - 1)));
        }
    }
}
