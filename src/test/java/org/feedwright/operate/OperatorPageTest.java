package org.feedwright.operate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class OperatorPageTest {
    private static final OperatedService service = OperatedService.shared();

    private static Document page() {
        return page(service);
    }

    private static Document page(OperatedService service) {
        return Jsoup.parse(service.manage("/").body());
    }

    private static Element feed(Document page, String title) {
        return page.select(".feeds tbody tr").stream()
                .filter(row -> row.select("th").text().startsWith(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.select(".feeds").text()));
    }

    private static String fact(Document page, String name) {
        return page.select("dl > div").stream()
                .filter(each -> each.select("dt").text().equals(name))
                .map(each -> each.select("dd").text())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysThatAllIsWell() {
        assertThat(page().select("h1").text()).isEqualTo("All is well");
        assertThat(page().select("#troubles")).isEmpty();
    }

    @Test
    void showsEachFeedWithItsArticlesItsNewestAndItsPolls() {
        var news = feed(page(), "News of the house");

        assertThat(news.select("td").eachText()).startsWith("12", "22 January 2026");
        assertThat(news.select("a").attr("href")).isEqualTo("https://feeds.example.org/feeds/news");
        assertThat(news.select(".plot path.unchanged").attr("d"))
                .startsWith("M")
                .contains("h3v");
        assertThat(Integer.parseInt(news.select(".plot .number").text())).isBetween(50, 100);
        assertThat(requireNonNull(news.select("td").last()).text()).matches("[4-9][0-9] %");
        assertThat(feed(page(), "Nothing yet").select("td").eachText()).startsWith("0", "–");
        assertThat(feed(page(), "all").select(".plot .number").text()).isEqualTo("1");
        assertThat(feed(page(), "(other)").select(".plot .number").text()).isEqualTo("1");
    }

    @Test
    void saysThatThereAreNoFurtherFeedsBehindTheLast() {
        var page = Jsoup.parse(service.manage("/?page=2").body());

        assertThat(page.select(".feeds")).isEmpty();
        assertThat(page.select("main").text()).contains("There are no further feeds.");
        assertThat(page.select(".pages a").eachAttr("href")).containsExactly("/?page=1#feeds-title");
        assertThat(Jsoup.parse(service.manage("/?page=999999").body()).select(".feeds"))
                .isEmpty();
        for (String number : List.of("0", "-1", "1000000", "x", "")) {
            assertThat(Jsoup.parse(service.manage("/?page=" + number).body()).select(".feeds"))
                    .as(number)
                    .isNotEmpty();
        }
    }

    @Test
    void drawsTheDayWithABarForEachHourInWhichSomebodyPolled() {
        String bars = page().select(".day path.unchanged").attr("d");

        assertThat(bars.chars().filter(letter -> letter == 'M').count()).isBetween(24L, 25L);
        assertThat(page().select(".day svg").attr("aria-label")).matches("[0-9]+ polls in the last day, at most .*");
    }

    @Test
    void showsWhatIsHeldBackAndWhatIsWarnedOfWithFileAndLine() {
        var held = page().select("#problems li");
        assertThat(held.select(".place").eachText()).contains("rare-earth/" + OperatedService.HELD + ", line 2");
        assertThat(requireNonNull(held.select(".remedy").first()).text()).startsWith("What to do: ");
        var warned = page().select("#warnings li");
        assertThat(warned.select(".place").text()).isEqualTo("rare-earth/b.md, line 4");
        assertThat(warned.select(".wrong").text()).contains("'colour'");
        assertThat(page().select("#warnings .count").text()).isEqualTo("1");
    }

    @Test
    void showsStoreWorkNodesAndVersions() {
        var page = page();

        assertThat(fact(page, "Answers")).matches("in [0-9.,]+ ms");
        assertThat(fact(page, "Kind")).startsWith("SQLite 3.");
        assertThat(fact(page, "Size")).endsWith("B");
        assertThat(fact(page, "Where")).endsWith("/data/feedwright.db");
        assertThat(fact(page, "Published")).isEqualTo("13");
        assertThat(fact(page, "Waiting")).isEqualTo("0 files, 0 documents, 0 writers");
        assertThat(fact(page, "Java")).startsWith("25");
        assertThat(fact(page, "Schema")).isEqualTo("8");
        assertThat(page.select(".nodes li").text())
                .matches(".+, this node, version .+, since 1 March, 12:00 UTC, looks after the folder");
    }

    @Test
    void writesWhatAuthorsWroteAsText() {
        assertThat(page().select("main b")).isEmpty();
        assertThat(feed(page(), "Rare earths").select("a").text()).isEqualTo("Rare earths <b>&amp; more");
    }

    @Test
    void runsNothingAndTakesNothingFromElsewhere() {
        var answer = service.manage("/");

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("*", "unsafe"));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page().select("script, [style], iframe, form")).isEmpty();
        var taken = page().select("link, img").eachAttr("href");
        assertThat(taken).isNotEmpty().allSatisfy(address -> {
            assertThat(address).startsWith("/assets/");
            assertThat(service.manage(address).statusCode()).isEqualTo(200);
        });
    }

    @Test
    void isReadOnlyAndOnTheManagementPortAlone() {
        String management = "local.management.port";
        assertThat(service.ask(management, "HEAD", "/").body()).isEmpty();
        assertThat(service.ask(management, "POST", "/").statusCode()).isEqualTo(405);
        assertThat(service.manage("/nothing").statusCode()).isEqualTo(404);
        assertThat(service.manage("/assets/nothing.css").statusCode()).isEqualTo(404);
        assertThat(service.get("/").body()).doesNotContain("operator");
        assertThat(service.get("/assets/operator.css").body()).doesNotContain("onclick");
    }

    @Test
    void showsWhatItKnowsWhileTheStoreDoesNotAnswer() {
        try (var alone = new OperatedService()) {
            alone.bean(HikariDataSource.class).close();

            var page = page(alone);

            assertThat(fact(page, "Answers")).isEqualTo("no");
            assertThat(page.select("#troubles code").eachText()).doesNotContain("webhooks");
            assertThat(page.select("[role=note]").text()).startsWith("The store does not answer");
            assertThat(Stream.of("news", "rare-earth", "all")
                            .map(name -> feed(page, name).expectFirst("td").text())
                            .toList())
                    .isEqualTo(List.of("–", "–", "–"));
            assertThat(page.select("#problems li")).isNotEmpty();
            assertThat(page.select(".day path.unchanged").attr("d")).isNotEmpty();
        }
    }
}
