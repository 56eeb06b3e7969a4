package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.feedwright.article.Slug;
import org.feedwright.feed.Permalink.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermalinkTest {
    /** A Sunday, in the first week of the next year by ISO 8601. */
    private static final Facts FACTS = new Facts(
            ZonedDateTime.of(2024, 12, 30, 8, 5, 9, 0, ZoneId.of("Europe/Berlin"))
                    .minusDays(1),
            new Slug("a-slug"),
            "the-name",
            List.of("Rare Earths", "C&B", "rare earths"),
            "a path/x");

    private static String path(String pattern) {
        return Permalink.of(pattern)
                .address("https://example.org", FACTS)
                .orElseThrow()
                .substring("https://example.org".length());
    }

    @ParameterizedTest
    @CsvSource({
        "/news/:year/:month/:slug/, /news/2024/12/a-slug/",
        ":year/:month/:day/:title/, /2024/12/29/a-slug/",
        "/:short_year/:i_month/:i_day/:slug.html, /24/12/29/a-slug.html",
        "/:hour-:minute-:second/:slug, /08-05-09/a-slug",
        "/:y_day/:yearday/:slug, /364/364/a-slug",
        "/:short_month/:long_month/:monthname/:slug, /Dec/December/December/a-slug",
        "/:short_day/:long_day/:weekdayname/:w_day/:weekday/:slug, /Sun/Sunday/Sunday/7/0/a-slug",
        "/:w_year/W:week/:slug, /2024/W52/a-slug",
        "/:filename/, /the-name/",
        "/blog/:docusaurus, /blog/a%20path/x",
        "/:contentbasename/:name/:slugorfilename, /the-name/the-name/a-slug",
        "/:year_:month/:slug/, /2024_12/a-slug/",
        "/:categories/:title/, /rare%20earths/c%26b/a-slug/",
        "/:slugified_categories/:title/, /rare-earths/c-b/a-slug/",
        "/:category/:title/, /Rare-Earths/C-B/rare-earths/a-slug/",
        "date, /rare%20earths/c%26b/2024/12/29/a-slug.html",
        "pretty, /rare%20earths/c%26b/2024/12/29/a-slug/",
        "ordinal, /rare%20earths/c%26b/2024/364/a-slug.html",
        "weekdate, /rare%20earths/c%26b/2024/W52/Sun/a-slug.html",
        "none, /rare%20earths/c%26b/a-slug.html",
    })
    void fillsInEveryToken(String pattern, String address) {
        assertThat(path(pattern)).isEqualTo(address);
        assertThat(Permalink.of(pattern).unknown()).isEmpty();
        assertThat(Permalink.of(pattern).isDistinct()).isTrue();
    }

    @Test
    void leavesNoEmptyPartOfAPath() {
        var none = new Facts(FACTS.date(), FACTS.slug(), FACTS.name(), List.of(), "x");

        assertThat(Permalink.of("date").address("https://example.org/", none))
                .contains("https://example.org/2024/12/29/a-slug.html");
        assertThat(Permalink.of("/:category/:title/").address("https://example.org/", none))
                .contains("https://example.org/uncategorized/a-slug/");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org, https://example.org/a-slug/",
        "https://example.org/, https://example.org/a-slug/",
        "https://example.org/blog/, https://example.org/blog/a-slug/",
        "https://example.org/blog?x=1#y, https://example.org/blog/a-slug/",
        "https://bücher.example, https://xn--bcher-kva.example/a-slug/",
    })
    void standsUnderItsHome(String home, String address) {
        assertThat(Permalink.of("/:slug/").address(home, FACTS)).contains(address);
    }

    @Test
    void mayNameItsSiteItself() {
        var permalink = Permalink.of("https://other.example:8443/:year//:slug/");

        assertThat(permalink.isAbsolute()).isTrue();
        assertThat(permalink.address(null, FACTS)).contains("https://other.example:8443/2024/a-slug/");
        assertThat(Permalink.of("/:slug/").address(null, FACTS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/:categories/:year/:month/:day/:title, https://example.org/rare%20earths/c%26b/2024/12/29/a-slug",
        "'tag:example.org,:year-:month-:day:/posts/:slug.html', 'tag:example.org,2024-12-29:/posts/a-slug.html'",
        "urn:example:/:year/:name, urn:example:/2024/the-name",
    })
    void makesIdsToo(String pattern, String id) {
        assertThat(Permalink.of(pattern).unknown()).isEmpty();
        assertThat(Permalink.of(pattern).address("https://example.org", FACTS)).contains(id);
    }

    @Test
    void writesLettersOfEveryScriptAsUris() {
        var facts = new Facts(FACTS.date(), new Slug("größe-語"), "x", List.of(), "x");

        assertThat(Permalink.of("/ñ/:slug/").address("https://example.org", facts))
                .contains("https://example.org/%C3%B1/gr%C3%B6%C3%9Fe-%E8%AA%9E/");
    }

    @Test
    void namesWhatIsNoToken() {
        assertThat(Permalink.of("/:sections/:yaer/:slug/:yaer").unknown()).containsExactly("sections", "yaer");
        assertThat(path("/:yaer/:slug")).isEqualTo("/:yaer/a-slug");
    }

    @ParameterizedTest
    @CsvSource({"/:year/:month/", "/news/", "/:categories/:day", "/%postname%/", "/{slug}/"})
    void knowsWhatGivesSeveralArticlesOneAddress(String pattern) {
        assertThat(Permalink.of(pattern).isDistinct()).isFalse();
    }
}
