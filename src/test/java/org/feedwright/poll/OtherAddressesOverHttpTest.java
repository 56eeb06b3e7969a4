package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedwright.article.Article;
import org.feedwright.article.FeedName;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.FeedDefinition.Delivery;
import org.feedwright.feed.FeedDefinition.Description;
import org.feedwright.feed.FeedDefinition.Display;
import org.feedwright.feed.FeedDefinition.Identity;
import org.feedwright.feed.FormerDocument;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Addresses that feeds and articles had before they came here. */
class OtherAddressesOverHttpTest extends PollingTest {
    private static final String BASE = "https://feeds.example.org";
    private static final AtomicInteger SO_FAR = new AtomicInteger();

    @Autowired
    FeedLifecycle lifecycle;

    @Autowired
    Publishing publishing;

    private FeedName feed = new FeedName("moved");
    private String own = "";

    @BeforeEach
    void openFeed() {
        feed = new FeedName("moved-" + SO_FAR.incrementAndGet());
        own = "/of-" + feed;
        define(feed, new FormerDocument(own + "/feed.xml", "atom"), new FormerDocument(own + "/feed/", "rss"));
        lifecycle.open(feed);
    }

    private void define(FeedName name, FormerDocument... documents) {
        lifecycle.define(
                name,
                new FeedDefinition(
                        new Identity(null, "example.org", List.of(), List.of(documents)),
                        new Description("Feed", null, "https://example.org/", null, null, null, null, null, List.of()),
                        Display.ofPlaces(20),
                        Delivery.POLLED,
                        null,
                        null));
    }

    private Article publish(String slug, String... aliases) {
        return publishing.publish(article(slug)
                .in(feed.value())
                .published("2026-02-01T00:00:00Z")
                .done()
                .withAliases(List.of(aliases)));
    }

    private void assertLeads(String path, String to) {
        var response = http.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(301);
        assertThat(response.headers().firstValue("Location")).as(path).contains(to);
    }

    private String page(String slug) {
        return BASE + "/articles/" + feed + "/" + slug;
    }

    @Test
    void leadToTheFeedInTheSameFormat() {
        assertLeads(own + "/feed.xml", BASE + "/feeds/" + feed + ".atom");
        assertLeads(own + "/feed/", BASE + "/feeds/" + feed + ".rss");
        assertLeads(own + "/feed", BASE + "/feeds/" + feed + ".rss");
        assertLeads(own + "//feed", BASE + "/feeds/" + feed + ".rss");
        assertLeads(own + "/feed.xml?utm_source=x", BASE + "/feeds/" + feed + ".atom");
        assertThat(http.get(own + "/feed.json").statusCode()).isEqualTo(404);
    }

    @Test
    void leadToTheArticlesPage() {
        publish("one", own + "/2019/one/", "https://example.org" + own + "/one.html", "https://elsewhere.example/two");

        assertLeads(own + "/2019/one/", page("one"));
        assertLeads(own + "/2019/one", page("one"));
        assertLeads(own + "/one.html?utm=1", page("one") + "?utm=1");
        assertThat(http.get("/two").statusCode()).isEqualTo(404);
    }

    @Test
    void areSaidAsOtherMovesAre() {
        publish("one", own + "/old");

        var response = http.get(own + "/old");
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Cache-Control")).contains("public, max-age=300");
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
        var head = http.send("HEAD", own + "/old");
        assertThat(head.statusCode()).isEqualTo(301);
        assertThat(head.headers().firstValue("Location")).contains(page("one"));
        assertThat(http.send("POST", own + "/old").statusCode()).isIn(404, 405);
    }

    @Test
    void areToldApartByTheirQueries() {
        int number = 1000 + SO_FAR.get();
        publish("one", "/?p=" + number);
        publish("two", "/?p=" + (number + 5000), "/index.php?p=" + number);
        define(feed, new FormerDocument("/?feed=" + feed, "rss"));

        assertLeads("/?p=" + number, page("one"));
        assertLeads("/?p=" + (number + 5000), page("two"));
        assertLeads("/index.php?p=" + number, page("two"));
        assertLeads("/?feed=" + feed, BASE + "/feeds/" + feed + ".rss");
        assertThat(http.get("/?p=99999999").statusCode()).isEqualTo(200);
    }

    @Test
    void neverHideWhatLives() {
        publish("one");
        publish(
                "two",
                "/",
                "/?page=1",
                "/feeds/" + feed + ".atom",
                "/feeds/" + feed,
                "/articles/" + feed + "/one",
                "/feeds.opml",
                "/robots.txt",
                "/assets/feedwright.css");
        define(feed, new FormerDocument("/articles/" + feed + "/two", "atom"));

        assertThat(http.get("/").statusCode()).isEqualTo(200);
        assertThat(http.get("/?page=1").statusCode()).isEqualTo(200);
        assertThat(http.get("/feeds/" + feed + ".atom").statusCode()).isEqualTo(200);
        assertThat(http.get("/feeds/" + feed).statusCode()).isEqualTo(200);
        assertThat(http.get("/feeds.opml").statusCode()).isEqualTo(200);
        assertThat(http.get("/robots.txt").statusCode()).isEqualTo(200);
        assertThat(text(http.get("/articles/" + feed + "/one"))).contains("About one");
        assertThat(text(http.get("/articles/" + feed + "/two"))).contains("About two");
    }

    @Test
    void mayBeWhereArticlesAndFeedsCouldBe() {
        publish(
                "one",
                "/articles/" + feed + "/old-slug",
                "/articles/other-" + feed + "/x",
                "/feeds/other-" + feed + ".atom",
                "/feeds/other-" + feed,
                "/media/" + feed + "/old.png",
                "/articles/Other-" + feed + "/Y");

        assertLeads("/articles/" + feed + "/old-slug", page("one"));
        assertLeads("/articles/" + feed + "/old-slug/", page("one"));
        assertLeads("/articles/other-" + feed + "/x", page("one"));
        assertLeads("/feeds/other-" + feed + ".atom", page("one"));
        assertLeads("/feeds/other-" + feed, page("one"));
        assertLeads("/media/" + feed + "/old.png", page("one"));
        assertLeads("/articles/Other-" + feed + "/Y", page("one"));
    }

    @Test
    void belongToTheFirstThatClaimsThem() {
        publish("one", own + "/old");
        publish("two", own + "/old", own + "/feed.xml");

        assertLeads(own + "/old", page("one"));
        assertLeads(own + "/feed.xml", BASE + "/feeds/" + feed + ".atom");
    }

    @Test
    void areNobodysAnyMoreWhenTheirAuthorTakesThemOut() {
        var one = publish("one", own + "/old", own + "/older");
        publishing.revise(
                one.id(),
                article("one")
                        .in(feed.value())
                        .published("2026-02-01T00:00:00Z")
                        .done()
                        .withAliases(List.of(own + "/older")));
        define(feed);

        assertThat(http.get(own + "/old").statusCode()).isEqualTo(404);
        assertLeads(own + "/older", page("one"));
        assertThat(http.get(own + "/feed.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void areGoneWithAWithdrawnArticleUntilAnotherClaimsThem() {
        var one = publish("one", own + "/old", own + "/older");
        publishing.withdraw(one.id());
        assertThat(http.get(own + "/old").statusCode()).isEqualTo(410);
        assertThat(http.get(own + "/old", "Sec-Fetch-Dest", "document").statusCode())
                .isEqualTo(410);

        publish("two", own + "/old", "/articles/" + feed + "/one");
        assertLeads(own + "/old", page("two"));
        assertLeads("/articles/" + feed + "/one", page("two"));
        assertThat(http.get(own + "/older").statusCode()).isEqualTo(410);
    }

    @Test
    void areNotKnownBeforeTheirArticleIs() {
        publishing.publish(article("one")
                .in(feed.value())
                .published("2099-02-01T00:00:00Z")
                .done()
                .withAliases(List.of(own + "/old")));
        publishing.publish(article("two").in(feed.value()).asDraft().done().withAliases(List.of(own + "/draft")));

        assertThat(http.get(own + "/old").statusCode()).isEqualTo(404);
        assertThat(http.get(own + "/draft").statusCode()).isEqualTo(404);
    }

    @Test
    void changeNoDocument() {
        var one = publish("one");
        String path = "/feeds/" + feed + ".atom";
        var before = http.get(path).headers();
        clock.set(clock.instant().plusSeconds(60));
        publishing.revise(
                one.id(),
                article("one")
                        .in(feed.value())
                        .published("2026-02-01T00:00:00Z")
                        .done()
                        .withAliases(List.of(own + "/old")));

        assertLeads(own + "/old", page("one"));
        assertThat(http.get(path).headers().firstValue("ETag")).isEqualTo(before.firstValue("ETag"));
    }

    @Test
    void followTheFeedToItsNewName() {
        publish("one", own + "/old");
        var renamed = new FeedName("renamed-" + feed);
        lifecycle.rename(feed, renamed);

        assertLeads(own + "/feed.xml", BASE + "/feeds/" + renamed + ".atom");
        assertLeads(own + "/old", BASE + "/articles/" + renamed + "/one");
    }

    @Test
    void leadAlsoWhereAFeedHadAnotherName() {
        publish("one");
        var renamed = new FeedName("renamed-" + feed);
        lifecycle.rename(feed, renamed);
        publishing.publish(article("two")
                .in(renamed.value())
                .published("2026-02-01T00:00:00Z")
                .done()
                .withAliases(List.of("/articles/" + feed + "/before")));

        assertLeads("/articles/" + feed + "/before", BASE + "/articles/" + renamed + "/two");
        assertLeads("/articles/" + feed + "/one", BASE + "/articles/" + renamed + "/one");
        assertLeads("/articles/" + feed + "/unknown", BASE + "/articles/" + renamed + "/unknown");
    }

    /** Of two articles that are there, the one has an address that claimed it first, whatever else it claims later. */
    @Test
    void leadToTheArticleThatClaimedThemFirst() {
        var first = publish("second-by-name", own + "/old", own + "/older");
        clock.advance(Duration.ofMillis(1));
        publish("by-name-the-first", own + "/old");
        assertLeads(own + "/old", page("second-by-name"));

        clock.advance(Duration.ofMillis(1));
        publishing.revise(
                first.id(),
                article("second-by-name")
                        .in(feed.value())
                        .published("2026-02-01T00:00:00Z")
                        .done()
                        .withAliases(List.of(own + "/old", own + "/another")));
        assertLeads(own + "/old", page("second-by-name"));
        assertLeads(own + "/another", page("second-by-name"));
        assertThat(http.get(own + "/older").statusCode()).isEqualTo(404);
    }
}
