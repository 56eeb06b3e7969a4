package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SubscriptionListTest extends PageTest {
    @Test
    void namesEveryFeedThatReadersCanSubscribeTo() throws Exception {
        open("list-one");
        lifecycle.retire(open("list-ended"));

        var response = get("/feeds.opml");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringCase("text/x-opml;charset=utf-8");
        var opml = Jsoup.parse(response.body(), Parser.xmlParser());
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(opml.select("opml").attr("version")).isEqualTo("2.0");
        assertThat(opml.select("head > title").text()).isNotEmpty();
        assertThat(opml.select("outline").eachAttr("xmlUrl"))
                .contains(BASE + "/feeds/list-one.atom")
                .doesNotContain(BASE + "/feeds/list-ended.atom");
        assertThat(opml.select("outline[text=The feed list-one]"))
                .singleElement()
                .satisfies(outline -> {
                    assertThat(outline.attr("type")).isEqualTo("rss");
                    assertThat(outline.attr("title")).isEqualTo(outline.attr("text"));
                    assertThat(outline.attr("htmlUrl")).isEqualTo("https://example.org/");
                    assertThat(outline.attr("language")).isEqualTo("en");
                    assertThat(outline.attr("description")).isEqualTo("What is new about it");
                });
    }

    @Test
    void isOfferedOnTheFrontPage() throws Exception {
        open("list-two");

        assertThat(page("/").select("a[href=/feeds.opml]")).hasSize(1);
    }

    @Test
    void isAskedForAgainOnlyWhenItHasChanged() throws Exception {
        String tag = get("/feeds.opml").headers().firstValue("ETag").orElseThrow();

        assertThat(get("/feeds.opml", "If-None-Match", tag).statusCode()).isEqualTo(304);
        open("list-three");
        assertThat(get("/feeds.opml", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
}
