package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.article.FeedName;
import org.junit.jupiter.api.Test;

class FrontPageTest extends PageTest {
    @Test
    void listsTheFeedWithTheNewestArticleFirst() throws Exception {
        publish(Sample.of(open("front-older"), "a").published("2026-01-01T00:00:00Z"));
        publish(Sample.of(open("front-newer"), "a").published("2026-01-02T00:00:00Z"));
        open("front-empty");

        var titles = page("/").select(".cards h3").eachText();

        assertThat(titles).containsSubsequence("The feed front-newer", "The feed front-older", "The feed front-empty");
    }

    @Test
    void saysHowManyArticlesAFeedHasAndOfWhenTheNewestIs() throws Exception {
        var feed = open("front-counted");
        publish(Sample.of(feed, "a").published("2026-01-05T00:00:00Z"));
        publish(Sample.of(feed, "b").published("2026-01-06T00:00:00Z"));
        publish(Sample.of(feed, "scheduled").published("2099-01-06T00:00:00Z"));

        var card = page("/").select(".cards li:has([href=/feeds/front-counted])");

        assertThat(card.select(".meta").text()).isEqualTo("2 articles · newest 6 January 2026");
        assertThat(card.select("a.button").eachAttr("href"))
                .containsExactly(
                        "/feeds/front-counted#subscribe",
                        BASE + "/feeds/front-counted.atom",
                        BASE + "/feeds/front-counted.rss",
                        BASE + "/feeds/front-counted.json");
    }

    @Test
    void letsReadersDiscoverEachFeedOnceAndTheListOfAll() throws Exception {
        publish(Sample.of(open("front-found", Sample.feed("Salt & Pepper")), "a")
                .published("2026-06-01T00:00:00Z"));

        var links = page("/").select("head link[rel=alternate]");

        assertThat(links.eachAttr("href"))
                .containsOnlyOnce(BASE + "/feeds/front-found.atom")
                .hasSizeLessThanOrEqualTo(FrontPage.DISCOVERABLE + 1)
                .last()
                .isEqualTo(BASE + "/feeds.opml");
        assertThat(links.select("[href$=front-found.atom]").attr("title")).isEqualTo("Salt & Pepper");
        assertThat(links.eachAttr("type")).last().isEqualTo("text/x-opml");
        assertThat(get("/").headers().firstValue("Link").orElseThrow())
                .contains("<" + BASE + "/feeds/front-found.atom>; rel=\"alternate\"; type=\"application/atom+xml\"")
                .endsWith("<" + BASE + "/feeds.opml>; rel=\"alternate\"; type=\"text/x-opml\"");
    }

    @Test
    void showsTheNewestArticlesOfAllFeeds() throws Exception {
        publish(Sample.of(open("front-one"), "first").published("2026-03-01T00:00:00Z"));
        publish(Sample.of(open("front-two"), "second").published("2026-03-02T00:00:00Z"));

        var links = page("/").select(".entries h3 a").eachAttr("href");

        assertThat(links).containsSubsequence("/articles/front-two/second", "/articles/front-one/first");
    }

    @Test
    void showsNothingThatReadersAreNotToSee() throws Exception {
        var feed = open("front-secrets");
        publish(Sample.of(feed, "kept").title("Kept back").asDraft());
        publish(Sample.of(feed, "later").title("Not yet").published("2099-01-01T00:00:00Z"));
        publishing.withdraw(
                publish(Sample.of(feed, "taken").title("Taken back")).id());
        var ended = open("front-ended");
        publish(Sample.of(ended, "a").title("From a feed that has ended").published("2026-05-01T00:00:00Z"));
        lifecycle.retire(ended);
        var loading = new FeedName("front-loading");
        lifecycle.define(loading, Sample.feed("Being loaded"));
        publish(Sample.of(loading, "a")
                .title("From a feed that is being loaded")
                .published("2026-05-02T00:00:00Z"));

        assertThat(get("/").body())
                .contains("The feed front-secrets")
                .doesNotContain(
                        "Kept back", "Not yet", "Taken back", "The feed front-ended", "Being loaded", "From a feed");
    }

    @Test
    void showsTheNewestArticlesThoughManyNewerOnesAreOfAFeedThatHasEnded() throws Exception {
        publish(Sample.of(open("front-long"), "shown").published("2026-08-01T00:00:00Z"));
        var ended = open("front-long-ended");
        for (int i = 0; i < 100; i++) {
            publish(Sample.of(ended, "a" + i).published("2026-09-01T00:00:00Z"));
        }
        lifecycle.retire(ended);

        assertThat(page("/").select(".entries h3 a").eachAttr("href")).contains("/articles/front-long/shown");
    }

    @Test
    void tellsANewcomerHowToSubscribe() throws Exception {
        open("front-any");

        assertThat(page("/").select("#subscribe p").text())
                .contains("A feed reader is")
                .contains("copy its address");
    }

    @Test
    void hasNoPageBeforeTheFirstOrAfterTheLast() throws Exception {
        assertThat(get("/?page=0").statusCode()).isEqualTo(404);
        assertThat(get("/?page=99").statusCode()).isEqualTo(404);
        assertThat(get("/?page=one").statusCode()).isEqualTo(404);
        assertThat(get("/?page=99999999999999").statusCode()).isEqualTo(404);
    }
}
