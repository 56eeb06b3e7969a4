package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.http.HttpDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapTest extends PageTest {
    @Test
    void isNamedByRobotsTxtThatForbidsNothing() throws Exception {
        var answer = get("/robots.txt");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("User-agent: *\nDisallow:\n\nSitemap: " + BASE + "/sitemap.xml\n");
        assertThat(field(answer, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(get("/robots.txt", "If-None-Match", field(answer, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void leadsFromItsListToEveryArticle() throws Exception {
        var feed = open("map-all");
        publish(Sample.of(feed, "first").updated("2026-02-03T04:05:06.789Z"));
        publish(Sample.of(feed, "größe-大"));

        assertThat(locations("/sitemap.xml")).first().isEqualTo(BASE + "/sitemap-feeds.xml");
        assertThat(locations("/sitemap.xml")).contains(BASE + "/sitemap-map-all-1.xml");
        assertThat(locations("/sitemap-feeds.xml")).startsWith(BASE + "/").contains(BASE + "/feeds/map-all");
        var part = xml(get("/sitemap-map-all-1.xml"));
        assertThat(part.select("urlset").attr("xmlns")).isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
        assertThat(part.select("url > loc").eachText())
                .containsExactlyInAnyOrder(
                        BASE + "/articles/map-all/first", BASE + "/articles/map-all/gr%C3%B6%C3%9Fe-%E5%A4%A7");
        assertThat(part.select("url:has(loc:containsOwn(first)) > lastmod").text())
                .isEqualTo("2026-02-03T04:05:06Z");
        for (String address : part.select("loc").eachText()) {
            assertThat(get(address.substring(BASE.length())).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void namesNothingThatIsNotThereForReaders() throws Exception {
        var feed = open("map-hidden");
        publish(Sample.of(feed, "seen"));
        publish(Sample.of(feed, "draft").asDraft());
        publish(Sample.of(feed, "scheduled").published("2099-01-01T00:00:00Z"));
        publish(Sample.of(feed, "elsewhere").link("https://elsewhere.example/"));
        publishing.withdraw(publish(Sample.of(feed, "withdrawn")).id());
        var loading = new FeedName("map-loading");
        lifecycle.define(loading, Sample.feed("Being loaded"));
        publish(Sample.of(loading, "a"));

        assertThat(locations("/sitemap-map-hidden-1.xml")).containsExactly(BASE + "/articles/map-hidden/seen");
        assertThat(locations("/sitemap.xml")).doesNotContain(BASE + "/sitemap-map-loading-1.xml");
        assertThat(locations("/sitemap-feeds.xml")).doesNotContain(BASE + "/feeds/map-loading");
        assertThat(get("/sitemap-map-loading-1.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTheArticlesOfAFeedThatHasEnded() throws Exception {
        var feed = open("map-ended");
        publish(Sample.of(feed, "a"));
        lifecycle.retire(feed);

        assertThat(locations("/sitemap-map-ended-1.xml")).containsExactly(BASE + "/articles/map-ended/a");
        assertThat(locations("/sitemap-feeds.xml")).doesNotContain(BASE + "/feeds/map-ended");
    }

    @Test
    void namesAScheduledArticleFromItsTimeOn() throws Exception {
        var feed = open("map-soon");
        publish(Sample.of(feed, "now"));
        String tag = field(get("/sitemap-map-soon-1.xml"), "ETag");
        var soon = clock.instant().plus(Duration.ofHours(1));
        publish(Sample.of(feed, "soon").published(soon.toString()));

        clock.advance(Duration.ofMinutes(59));
        assertThat(get("/sitemap-map-soon-1.xml", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(locations("/sitemap-map-soon-1.xml")).containsExactly(BASE + "/articles/map-soon/now");

        clock.advance(Duration.ofMinutes(1));
        assertThat(get("/sitemap-map-soon-1.xml", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(locations("/sitemap-map-soon-1.xml"))
                .containsExactly(BASE + "/articles/map-soon/now", BASE + "/articles/map-soon/soon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap.xml", "/sitemap-feeds.xml", "/sitemap-map-again-1.xml"})
    void isSentAgainOnlyWhenItHasChanged(String path) throws Exception {
        var feed = open("map-again");
        publish(Sample.of(feed, "a" + path.length()));
        clock.advance(Duration.ofSeconds(3)); // what was changed within this second has no date yet
        var first = get(path);

        assertThat(field(first, "Content-Type")).isEqualToIgnoringCase("application/xml;charset=utf-8");
        assertThat(field(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(get(path, "If-None-Match", field(first, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(get(path, "If-Modified-Since", field(first, "Last-Modified")).statusCode())
                .isEqualTo(304);
        assertThat(send("HEAD", path).headers().firstValue("ETag")).hasValue(field(first, "ETag"));
    }

    /** What was changed within this second may be changed once more. */
    @Test
    void isNotDatedBeforeItsSecondIsOver() throws Exception {
        var feed = open("map-second");
        for (int i = 0; i < 3; i++) {
            publish(Sample.of(feed, "a" + i));
            for (String path : List.of("/sitemap.xml", "/sitemap-feeds.xml", "/sitemap-map-second-1.xml")) {
                get(path)
                        .headers()
                        .firstValue("Last-Modified")
                        .flatMap(HttpDate::parse)
                        .ifPresent(modified -> assertThat(modified).as(path).isBeforeOrEqualTo(clock.instant()));
            }
        }
    }

    @Test
    void isSentAgainWithEveryChange() throws Exception {
        var feed = open("map-changes");
        var article = publish(Sample.of(feed, "a"));
        String path = "/sitemap-map-changes-1.xml";
        clock.advance(Duration.ofSeconds(3));
        var first = get(path);

        publishing.withdraw(article.id());

        assertThat(get(path, "If-None-Match", field(first, "ETag")).statusCode())
                .isEqualTo(200);
        assertThat(get(path, "If-Modified-Since", field(first, "Last-Modified")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sitemap-unknown-1.xml",
                "/sitemap-map-one-2.xml",
                "/sitemap-map-one-0.xml",
                "/sitemap-map-one-01.xml",
                "/sitemap-map-one-99999999.xml",
                "/sitemap-map-one-2147483648.xml",
                "/sitemap-map-one-99999999999.xml",
                "/sitemap-map-one.xml",
                "/sitemap-MAP-1.xml"
            })
    void hasNoOtherParts(String path) throws Exception {
        publish(Sample.of(open("map-one"), path.replaceAll("\\W", "")));

        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    private List<String> locations(String path) throws Exception {
        return xml(get(path)).select("loc").eachText();
    }

    private static Document xml(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body(), Parser.xmlParser());
    }

    private static String field(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name));
    }
}
