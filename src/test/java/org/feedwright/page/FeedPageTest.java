package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.article.Slug;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedPageTest extends PageTest {
    @Test
    void hasAnAddressToCopyAndAButtonForEachFormat() throws Exception {
        open("copied");

        var page = page("/feeds/copied");

        assertThat(page.select("h1").text()).isEqualTo("The feed copied");
        assertThat(page.select(".lead").text()).isEqualTo("What is new about it");
        assertThat(page.select("code.address").eachText())
                .containsExactly(BASE + "/feeds/copied.atom", BASE + "/feeds/copied.rss", BASE + "/feeds/copied.json");
        assertThat(page.select(".addresses a.button").eachText()).containsExactly("Atom", "RSS", "JSON Feed");
    }

    @Test
    void letsReadersDiscoverEachFormat() throws Exception {
        open("discovered", Sample.feed("Salt & \"Pepper\""));

        var links = page("/feeds/discovered").select("head link[rel=alternate]");

        assertThat(links.eachAttr("type"))
                .containsExactly("application/atom+xml", "application/rss+xml", "application/feed+json");
        assertThat(links.eachAttr("href"))
                .containsExactly(
                        BASE + "/feeds/discovered.atom",
                        BASE + "/feeds/discovered.rss",
                        BASE + "/feeds/discovered.json");
        assertThat(links.get(0).attr("title")).isEqualTo("Salt & \"Pepper\" (Atom)");
    }

    @Test
    void saysInItsHeaderWhereTheDocumentsAre() throws Exception {
        open("linked");

        var first = get("/feeds/linked");
        var again = get(
                "/feeds/linked",
                "If-None-Match",
                first.headers().firstValue("ETag").orElseThrow());

        assertThat(first.headers().allValues("Link"))
                .containsExactly("<" + BASE + "/feeds/linked.atom>; rel=\"alternate\"; type=\"application/atom+xml\", <"
                        + BASE + "/feeds/linked.rss>; rel=\"alternate\"; type=\"application/rss+xml\", <"
                        + BASE + "/feeds/linked.json>; rel=\"alternate\"; type=\"application/feed+json\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().allValues("Link")).isEqualTo(first.headers().allValues("Link"));
    }

    @Test
    void hidesTheFormatForOlderProgramsFromNobodyWhoLooksForIt() throws Exception {
        open("older");

        var page = page("/feeds/older");

        assertThat(page.select(".older a").eachAttr("href")).containsExactly(BASE + "/feeds/older.rdf");
        assertThat(page.select("head link[rel=alternate]").eachAttr("type")).doesNotContain("application/rdf+xml");
        assertThat(get("/feeds/older.rdf").headers().firstValue("Content-Type"))
                .hasValue("application/rdf+xml; charset=utf-8");
    }

    @Test
    void listsTheArticlesThatTheFeedShows() throws Exception {
        var feed = open("listed");
        publish(Sample.of(feed, "older").published("2026-01-01T00:00:00Z"));
        publish(Sample.of(feed, "newer")
                .title("<3 Deno & \"AT&T\" &lt;b&gt;")
                .published("2026-01-02T00:00:00Z")
                .authors(Person.named("Ann Abel"), Person.named("Ben Bold"))
                .highlights("First of all", "Second <b>")
                .link("https://elsewhere.example/newer"));
        publish(Sample.of(feed, "draft").asDraft());

        var entries = page("/feeds/listed").select(".entries > li");

        assertThat(entries).hasSize(2);
        var newer = entries.get(0);
        assertThat(newer.select("h3").text()).isEqualTo("<3 Deno & \"AT&T\" &lt;b&gt;");
        assertThat(newer.select("h3 a").attr("href")).isEqualTo("/articles/listed/newer");
        assertThat(newer.select("time").attr("datetime")).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(newer.select(".meta").text()).isEqualTo("2 January 2026 · Ann Abel, Ben Bold");
        assertThat(newer.select(".highlights li").eachText()).containsExactly("First of all", "Second <b>");
        assertThat(entries.get(1).select(".meta").text()).isEqualTo("1 January 2026 · Ada Fenwick");
    }

    @Test
    void saysHowManyArticlesThereAreBeyondItsWindow() throws Exception {
        var feed = open("windowed");
        for (int i = 1; i <= 21; i++) {
            publish(Sample.of(feed, "n" + i));
        }

        assertThat(page("/feeds/windowed").select("p.more").text())
                .isEqualTo("These are the newest 20 of 21 articles.");
    }

    @Test
    void givesEachLanguageItsDirection() throws Exception {
        var feed = open("hebrew", Sample.feed("חדשות", "he"));
        publish(Sample.of(feed, "english").language("en"));
        publish(Sample.of(feed, "hebrew").published("2026-01-27T00:00:00Z"));

        var page = page("/feeds/hebrew");

        assertThat(page.select(".intro").attr("lang")).isEqualTo("he");
        assertThat(page.select(".intro").attr("dir")).isEqualTo("rtl");
        assertThat(page.select(".entries article").eachAttr("dir")).containsExactly("rtl", "ltr");
        assertThat(page.select(".entries article").eachAttr("lang")).containsExactly("he", "en");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
    }

    @Nested
    class WhereSomethingIsAskedFor {
        @BeforeEach
        void publishTwo() throws Exception {
            var feed = open("asked");
            if (articles.find(feed, new Slug("zinc")).isEmpty()) {
                publish(Sample.of(feed, "zinc").title("About zinc").authors(Person.named("Ann Abel")));
                publish(Sample.of(feed, "tin").title("About tin").authors(Person.named("Ben Bold")));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/feeds/asked.atom", "/feeds/asked.rss", "/feeds/asked"})
        void showsThatAndLeadsToTheWholeFeed(String path) throws Exception {
            var answer = get(path + "?utm_source=x&q=ZINC+about&author=ann%20abel", "Sec-Fetch-Dest", "document");
            var page = Jsoup.parse(answer.body());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(page.select(".entries h3").eachText()).containsExactly("About zinc");
            assertThat(page.select("h1").text()).isEqualTo("Ann Abel, ZINC about");
            assertThat(page.select("a:contains(The whole feed)").attr("href")).isEqualTo("/feeds/asked");
            assertThat(page.select(".kicker a").attr("href")).isEqualTo("/feeds/asked");
            assertThat(page.select("link[rel=canonical]").attr("href"))
                    .isEqualTo(BASE + "/feeds/asked?author=ann-abel&q=ZINC%20about");
            assertThat(page.select("code.address").eachText())
                    .contains(BASE + "/feeds/asked.atom?author=ann-abel&q=ZINC%20about");
            assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        }

        @Test
        void showsAsManyAsAreAskedFor() throws Exception {
            var page = page("/feeds/asked?limit=1");

            assertThat(page.select(".entries > li")).hasSize(1);
            assertThat(page.select("h1").text()).isEqualTo("The feed asked");
            assertThat(page.select("a:contains(The whole feed)").attr("href")).isEqualTo("/feeds/asked");
        }

        @Test
        void asksWithinACategoryOrAnAuthorToo() throws Exception {
            assertThat(page("/feeds/asked/authors/ann-abel?q=zinc").select("h3").eachText())
                    .containsExactly("About zinc");
            assertThat(page("/feeds/asked/authors/ann-abel?q=tin")
                            .select(".newest")
                            .text())
                    .contains("No article matches this yet");
            assertThat(get("/feeds/asked/authors/Ann%20Abel?q=tin").headers().firstValue("Location"))
                    .hasValue("/feeds/asked/authors/ann-abel?q=tin");
            assertThat(get("/feeds/asked/authors/Ann%20Abel/archive/2?x=1")
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/feeds/asked/authors/ann-abel/archive/2?x=1");
        }

        @Test
        void saysWhatCannotBeUnderstood() throws Exception {
            var answer = get("/feeds/asked?q=-zinc", "Accept", "text/html");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Jsoup.parse(answer.body()).select("main").text())
                    .contains("This cannot be searched for", "q says only what is left out.");
        }

        @Test
        void ofNoFeedOrNoAuthorIsNotThere() throws Exception {
            assertThat(get("/feeds/nothing?q=zinc").statusCode()).isEqualTo(404);
            assertThat(get("/feeds/asked/authors/nobody?q=zinc").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void invitesToAFeedWithoutArticles() throws Exception {
        open("bare");

        assertThat(page("/feeds/bare").select(".newest").text()).contains("There is no article yet");
    }

    @Nested
    class WhereThereIsNoFeed {
        @Test
        void saysThatAFeedHasEnded() throws Exception {
            lifecycle.retire(open("ended"));

            var answer = get("/feeds/ended", "Accept", "text/html");

            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("This feed has ended").doesNotContain("rel=\"alternate\"");
        }

        @Test
        void knowsNothingOfAFeedWhoseArticlesAreStillBeingLoaded() throws Exception {
            lifecycle.define(new FeedName("loading"), Sample.feed("Loading"));

            assertThat(get("/feeds/loading").statusCode()).isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"unknown", "-", "UPPER", "a_b", "%E6%97%A5", "a%00b", "a%20b", "..%2e"})
        void answersNotFound(String name) throws Exception {
            var answer = get("/feeds/" + name, "Accept", "text/html");

            assertThat(answer.statusCode()).isBetween(400, 404);
            assertThat(answer.body()).doesNotContain("Whitelabel", "Exception");
        }
    }
}
