package org.feedwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.feedwright.article.FeedName;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Facet;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.page.PageCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportPathsTest {
    private static final FeedName NEWS = new FeedName("news");

    @Test
    void areThoseOfTheDecodedAddresses() {
        assertThat(ExportPaths.document(LogicalFeed.of(NEWS), 0, FeedFormat.ATOM))
                .isEqualTo("feeds/news.atom");
        assertThat(ExportPaths.document(
                        new LogicalFeed(NEWS, new Facet(Facet.Kind.CATEGORY, "日本語")), 3, FeedFormat.JSON))
                .isEqualTo("feeds/news/categories/日本語/archive/3.json");
    }

    @ParameterizedTest
    @CsvSource({
        "/, 1, 200, index.html",
        "/, 2, 200, front/2.html",
        "/feeds/news, 1, 200, feeds/news.html",
        "/feeds/news/archive/1, 1, 200, feeds/news/archive/1.html",
        "/articles/news/one, 1, 200, articles/news/one.html",
        "/articles/news/one, 1, 410, gone/articles/news/one.html",
        "/robots.txt, 1, 200, robots.txt",
        "/404.html, 1, 404, 404.html"
    })
    void haveTheEndingOfPagesWhereTheAddressHasNone(String path, int number, int status, String file) {
        assertThat(ExportPaths.file(new PageCopy(path, number, status, Map.of(), new byte[0])))
                .isEqualTo(file);
    }

    /** A name on the disk has 255 bytes, of which {@code .html.gz} takes eight. */
    @Test
    void areDirectoriesWhereANameLeavesNoRoomForAnEnding() {
        String longest = "x".repeat(247);

        assertThat(ExportPaths.page("articles/news/" + longest)).isEqualTo("articles/news/" + longest + ".html");
        assertThat(ExportPaths.page("articles/news/x" + longest))
                .isEqualTo("articles/news/x" + longest + "/index.html");
        assertThat(ExportPaths.page("articles/news/" + "語".repeat(83)))
                .isEqualTo("articles/news/" + "語".repeat(83) + "/index.html");
        assertThat(ExportPaths.page(longest)).isEqualTo(longest + ".html");
    }
}
