package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.article.Enclosure;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What authors wrote is shown as they wrote it, and is nowhere a part of the page. */
class HostileTextTest extends PageTest {
    private static final String TEXT = "'x' \"y\"><b onclick=z>&amp;</b></title></bdi></main><script>1</script><!--";
    private static final String ADDRESS = "https://ben.example/?'x'&\"y\"><b>";

    @Test
    void isTextInAnArticle() throws Exception {
        publish(hostile(open("hostile-article", Sample.feed(TEXT)))
                .enclosures(new Enclosure("https://example.org/a.mp3", "audio/mpeg", 1, TEXT)));

        var page = page("/articles/hostile-article/a");

        assertThat(page.title()).isEqualTo(TEXT + " – " + TEXT);
        assertThat(page.select("meta[property~=og:(title|description|site_name)], meta[name=description]")
                        .eachAttr("content"))
                .hasSize(4)
                .containsOnly(TEXT);
        assertThat(page.select("link[rel=alternate]").get(0).attr("title")).isEqualTo(TEXT + " (Atom)");
        assertThat(page.select("h1, .kicker, .authors, .summary li, .attachments bdi, .follow bdi")
                        .eachText())
                .hasSize(6)
                .containsOnly(TEXT);
        assertThat(page.select("a[rel=author]").attr("href")).isEqualTo("https://ben.example/?'x'&%22y%22%3E%3Cb%3E");
        assertOnlyText(page);
    }

    @Test
    void isTextInAFeed() throws Exception {
        publish(hostile(open("hostile-feed", Sample.feed(TEXT))));

        var page = page("/feeds/hostile-feed");

        assertThat(page.title()).isEqualTo(TEXT);
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(TEXT);
        assertThat(page.select("h1, h3, .entries .meta bdi, .highlights li").eachText())
                .hasSize(4)
                .containsOnly(TEXT);
        assertOnlyText(page);
    }

    @Test
    void isTextOnTheFrontPage() throws Exception {
        publish(hostile(open("hostile-front", Sample.feed(TEXT))).published("2026-11-01T00:00:00Z"));

        var page = page("/");

        assertThat(page.select("link[rel=alternate]").eachAttr("title")).contains(TEXT);
        assertThat(page.select(".cards h3").eachText()).contains(TEXT);
        assertThat(page.select(".cards .unseen").eachText()).contains("to " + TEXT, TEXT + " as");
        assertThat(page.select(".entries h3").eachText()).contains(TEXT);
        assertThat(page.select(".entries bdi").eachText()).contains(TEXT);
        assertOnlyText(page);
    }

    @Test
    void isTextWhereAnArticleWasTakenBack() throws Exception {
        var article = publish(hostile(open("hostile-gone", Sample.feed(TEXT))));
        publishing.withdraw(article.id(), TEXT);

        var answer = get("/articles/hostile-gone/a", "Accept", "text/html");

        var page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(page.select(".reason").text()).isEqualTo(TEXT);
        assertThat(page.select(".kicker").text()).isEqualTo(TEXT);
        assertOnlyText(page);
    }

    @Test
    void leadsNowhereThatRuns() throws Exception {
        publish(Sample.of(open("hostile-links", Sample.feed("Links")), "a")
                .body("<p id=\"page-main\"><a href=\"java&#xFFFE;script:x\">x</a> <a href=\"#page-main\">y</a>"
                        + "<img srcset=\"a.png, java&#xFFFE;script:x 2x\"></p>")
                .authors(new Person("Ann", null, "javascript:x"))
                .enclosures(new Enclosure("javascript:x", "audio/mpeg", 1, "E")));

        var page = page("/articles/hostile-links/a");

        assertThat(page.select("[href~=script:], [src~=script:], [srcset~=script:]"))
                .isEmpty();
        assertThat(page.select("a:matchesOwn(^y$)").attr("href")).isEqualTo("#page-main-2");
        assertThat(page.select("#page-main")).hasSize(1);
    }

    private static Sample hostile(FeedName feed) {
        return Sample.of(feed, "a").title(TEXT).highlights(TEXT).authors(new Person(TEXT, null, ADDRESS));
    }

    private static void assertOnlyText(Document page) {
        assertThat(page.select("script, b, [onclick]")).isEmpty();
        assertThat(page.select("body > *").eachText()).hasSize(3);
        assertThat(page.select("body > footer")).hasSize(1);
    }
}
