package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feedwright.article.Enclosure;
import org.feedwright.article.Person;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticlePageTest extends PageTest {
    @Test
    void showsTheHighlightsThenTheTextThenTheDisclaimer() throws Exception {
        publish(Sample.of(open("whole"), "whole")
                .title("China’s <b> & more")
                .highlights("One", "Two & three")
                .body("<p>The body.</p><h2>Why</h2>")
                .disclaimer("<p>Not advice.</p>")
                .authors(Person.named("Ann Abel"), new Person("Ben Bold", null, "https://ben.example/")));

        var article = page("/articles/whole/whole").select("main > article");

        assertThat(article.select("h1").text()).isEqualTo("China’s <b> & more");
        assertThat(article.select("header .meta").text()).isEqualTo("26 January 2026 · Ann Abel, Ben Bold");
        assertThat(article.select("a[rel=author]").attr("href")).isEqualTo("https://ben.example/");
        assertThat(article.select(".categories li").eachText()).containsExactly("Science", "C# & co");
        assertThat(article.select("> *").eachAttr("class"))
                .containsExactly("intro", "summary", "prose", "disclaimer", "end");
        assertThat(article.select(".summary li").eachText()).containsExactly("One", "Two & three");
        assertThat(article.select(".prose").html()).isEqualTo("<p>The body.</p>\n<h2>Why</h2>");
        assertThat(article.select(".disclaimer").text()).isEqualTo("Disclaimer Not advice.");
    }

    @Test
    void saysWhenItWasUpdated() throws Exception {
        var feed = open("updated");
        publish(Sample.of(feed, "same"));
        publish(Sample.of(feed, "second").published("2026-01-26T00:00:00.300Z"));
        publish(Sample.of(feed, "within").published("2026-01-26T00:00:00.300Z").updated("2026-01-26T00:00:00.900Z"));
        publish(Sample.of(feed, "day").updated("2026-02-03T10:00:00Z"));
        publish(Sample.of(feed, "hour").updated("2026-01-26T14:05:09Z"));

        for (String same : List.of("same", "second", "within")) {
            assertThat(page("/articles/updated/" + same).select(".intro").text())
                    .as(same)
                    .doesNotContain("updated 2");
        }
        assertThat(page("/articles/updated/day").select(".intro .meta").text())
                .startsWith("26 January 2026 · updated 3 February 2026 ·");
        assertThat(page("/articles/updated/hour").select(".intro .meta").text())
                .startsWith("26 January 2026 · updated 26 January 2026, 14:05 UTC ·");
        assertThat(page("/articles/updated/hour").select(".intro time").eachAttr("datetime"))
                .containsExactly("2026-01-26T00:00:00Z", "2026-01-26T14:05:09Z");
    }

    @Test
    void leadsToTheOriginal() throws Exception {
        publish(Sample.of(open("original"), "a").link("https://www.elsewhere.example/a?b=c&d"));

        var page = page("/articles/original/a");

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("https://www.elsewhere.example/a?b=c&d");
        assertThat(page.select(".meta a:contains(Original at elsewhere.example)")
                        .attr("href"))
                .isEqualTo("https://www.elsewhere.example/a?b=c&d");
    }

    @Test
    void isItselfTheOriginalOfAnArticleWithoutAddress() throws Exception {
        publish(Sample.of(open("itself"), "a"));

        var page = page("/articles/itself/a");

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(BASE + "/articles/itself/a");
        assertThat(page.text()).doesNotContain("Original at");
    }

    @Test
    void tellsOtherSitesWhatItIs() throws Exception {
        publish(Sample.of(open("described"), "a")
                .title("Tell \"it\"")
                .highlights("The first <point>", "The second")
                .image("lead.jpg")
                .link("https://elsewhere.example/x/a"));

        var head = page("/articles/described/a").select("head");

        assertThat(head.select("title").text()).isEqualTo("Tell \"it\" – The feed described");
        assertThat(head.select("meta[name=description]").attr("content")).isEqualTo("The first <point>");
        assertThat(head.select("[property=og:title]").attr("content")).isEqualTo("Tell \"it\"");
        assertThat(head.select("[property=og:description]").attr("content")).isEqualTo("The first <point>");
        assertThat(head.select("[property=og:image]").attr("content"))
                .isEqualTo("https://elsewhere.example/x/lead.jpg");
        assertThat(head.select("[property=og:url]").attr("content")).isEqualTo("https://elsewhere.example/x/a");
        assertThat(head.select("[property=article:published_time]").attr("content"))
                .isEqualTo("2026-01-26T00:00:00Z");
        assertThat(head.select("link[rel=alternate]").eachAttr("href"))
                .containsExactly(
                        BASE + "/feeds/described.atom", BASE + "/feeds/described.rss", BASE + "/feeds/described.json");
        assertThat(get("/articles/described/a").headers().firstValue("Link").orElseThrow())
                .startsWith("<" + BASE + "/feeds/described.atom>; rel=\"alternate\"; type=\"application/atom+xml\", ")
                .doesNotContain(".rdf");
    }

    @Test
    void keepsLinksWithinTheTextOnThePage() throws Exception {
        publish(Sample.of(open("anchors"), "a")
                .link("https://elsewhere.example/x/a")
                .body("<p id=\"note\"><a href=\"#note\">in</a> <a href=\"#gone\">out</a> <a href=\"b\">b</a>"
                        + " <img src=\"/c.png\"></p>"));

        var prose = page("/articles/anchors/a").select(".prose");

        assertThat(prose.select("a").eachAttr("href"))
                .containsExactly("#note", "https://elsewhere.example/x/a#gone", "https://elsewhere.example/x/b");
        assertThat(prose.select("img").attr("src")).isEqualTo("https://elsewhere.example/c.png");
    }

    @Test
    void showsTheLeadImageUnlessTheTextDoes() throws Exception {
        var feed = open("pictures");
        publish(Sample.of(feed, "alone").image("a.png"));
        publish(Sample.of(feed, "within").image("a.png").body("<p><img src=\"a.png\" alt=\"A\"></p>"));

        assertThat(page("/articles/pictures/alone").select(".leading img").attr("src"))
                .isEqualTo(BASE + "/articles/pictures/a.png");
        assertThat(page("/articles/pictures/within").select("img")).hasSize(1);
    }

    @Test
    void offersTheFilesThatComeWithIt() throws Exception {
        publish(Sample.of(open("files"), "a")
                .enclosures(
                        new Enclosure(
                                "https://example.org/talk.mp3",
                                "audio/mpeg",
                                12_345_678,
                                "The talk",
                                Duration.ofSeconds(3_725)),
                        new Enclosure("https://example.org/a/paper.pdf?x", "application/pdf", 0, null)));

        var files = page("/articles/files/a").select(".attachments li");

        assertThat(files.eachText())
                .containsExactly("The talk (audio/mpeg, 1:02:05, 12.3 MB)", "paper.pdf (application/pdf)");
        assertThat(files.select("audio").attr("src")).isEqualTo("https://example.org/talk.mp3");
    }

    @Test
    void sendsNobodyToAnAddressThatWouldRunAsThisSite() throws Exception {
        publish(Sample.of(open("hostile"), "a")
                .link("javascript:alert(1)")
                .image("data:text/html,x")
                .authors(new Person("Eve", null, "JAVASCRIPT:alert(2)"))
                .enclosures(new Enclosure("vbscript:x", "text/plain", 0, "x")));

        var page = page("/articles/hostile/a");

        assertThat(page.select("[href~=(?i)^(javascript|vbscript):], [src~=(?i)^(javascript|data):]"))
                .isEmpty();
        assertThat(page.select(".authors").text()).isEqualTo("Eve");
    }

    @Test
    void isFoundUnderASlugInAnyScript() throws Exception {
        publish(Sample.of(open("scripts", Sample.feed("أخبار", "ar")), "مؤتمر").title("مؤتمر"));

        var page = page("/articles/scripts/%D9%85%D8%A4%D8%AA%D9%85%D8%B1");

        assertThat(page.select("article").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("article").attr("lang")).isEqualTo("ar");
        assertThat(page.select("h1").text()).isEqualTo("مؤتمر");
    }

    @Test
    void staysWhenItsFeedHasEnded() throws Exception {
        var feed = open("finished");
        publish(Sample.of(feed, "a"));
        lifecycle.retire(feed);

        var page = page("/articles/finished/a");

        assertThat(page.select("h1").text()).isEqualTo("The title of a");
        assertThat(page.select("link[rel=alternate]")).isEmpty();
        assertThat(get("/articles/finished/a").headers().firstValue("Link")).isEmpty();
    }

    @Nested
    class WhereThereIsNoArticle {
        @Test
        void saysThatAnArticleHasBeenWithdrawn() throws Exception {
            publishing.withdraw(publish(Sample.of(open("withdrawn"), "a")).id());

            var answer = get("/articles/withdrawn/a");

            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body())
                    .contains("This article has been withdrawn")
                    .doesNotContain("The title of a");
        }

        @Test
        void saysSoInTheArticlesLanguageAndLeadsToTheFeedAsLongAsThatLives() throws Exception {
            var feed = open("withdrawn-words", Sample.feed("Worte", "de"));
            publishing.withdraw(publish(Sample.of(feed, "own").language("ar")).id(), "سبب");
            publishing.withdraw(publish(Sample.of(feed, "feeds")).id(), "Ein Grund");

            var own = gone("/articles/withdrawn-words/own");
            assertThat(own.select(".reason").attr("lang")).isEqualTo("ar");
            assertThat(own.select(".reason").attr("dir")).isEqualTo("rtl");
            assertThat(own.select(".kicker span").attr("lang")).isEqualTo("de");
            var feeds = gone("/articles/withdrawn-words/feeds");
            assertThat(feeds.select(".reason").attr("lang")).isEqualTo("de");
            assertThat(feeds.select("main a.button").eachAttr("href")).containsExactly("/feeds/withdrawn-words");

            lifecycle.retire(feed);
            assertThat(gone("/articles/withdrawn-words/own")
                            .select("main a.button")
                            .eachAttr("href"))
                    .containsExactly("/");
        }

        private Document gone(String path) throws Exception {
            var answer = get(path, "Accept", "text/html");
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.headers().allValues("Vary")).containsExactly("Accept, Sec-Fetch-Dest");
            return Jsoup.parse(answer.body());
        }

        @Test
        void answersTheSameForWhatIsKeptBackAsForWhatNeverWas() throws Exception {
            var feed = open("secrets");
            publish(Sample.of(feed, "draft").asDraft());
            publish(Sample.of(feed, "scheduled").published("2099-01-01T00:00:00Z"));
            publishing.withdraw(publish(Sample.of(feed, "given-up").asDraft()).id());
            publishing.withdraw(publish(Sample.of(feed, "called-off").published("2099-01-01T00:00:00Z"))
                    .id());

            var unknown = get("/articles/secrets/unknown");

            assertThat(unknown.statusCode()).isEqualTo(404);
            for (String slug : List.of("draft", "scheduled", "given-up", "called-off")) {
                var answer = get("/articles/secrets/" + slug);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).isEqualTo(unknown.body().replace("unknown", slug));
                var page = get("/articles/secrets/" + slug, "Accept", "text/html");
                var unknownPage = get("/articles/secrets/unknown", "Accept", "text/html");
                assertThat(page.body()).isEqualTo(unknownPage.body());
                assertThat(withoutDate(page.headers().map()))
                        .isEqualTo(withoutDate(unknownPage.headers().map()));
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/articles/nowhere/a",
                    "/articles/NOWHERE/a",
                    "/articles/x/a%20b",
                    "/articles/x/.",
                    "/articles/x/-a",
                    "/articles/x/a%00",
                    "/articles/x/%FF",
                    "/articles/x",
                    "/articles/"
                })
        void answersNotFound(String path) throws Exception {
            var answer = get(path, "Accept", "text/html");

            assertThat(answer.statusCode()).isBetween(400, 404);
            assertThat(answer.body()).doesNotContain("Whitelabel", "Exception");
        }

        private static Map<String, List<String>> withoutDate(Map<String, List<String>> headers) {
            var copy = new TreeMap<>(headers);
            copy.remove("date");
            return copy;
        }
    }
}
