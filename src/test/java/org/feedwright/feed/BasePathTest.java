package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which path below the base URL a request means, with the base URL's path and without it. */
class BasePathTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org, /news/feeds/x.atom, /news/feeds/x.atom",
        "https://example.org/, /feeds/x.atom, /feeds/x.atom",
        "https://example.org/news, /news/feeds/x.atom, /feeds/x.atom",
        "https://example.org/news/, /news/feeds/x.atom, /feeds/x.atom",
        "https://example.org/news, /feeds/x.atom, /feeds/x.atom",
        "https://example.org/news, /news/, /",
        "https://example.org/news, /newspaper/feeds/x.atom, /newspaper/feeds/x.atom",
        "https://example.org/news, /news.xml, /news.xml",
        "https://example.org/news, /news/news/feeds/x.atom, /news/feeds/x.atom",
        "https://example.org/a/b, /a/b/feeds/x.atom, /feeds/x.atom",
        "https://example.org/a/b, /b/feeds/x.atom, /b/feeds/x.atom",
        "https://example.org/né, /n%C3%A9/feeds/x.atom, /feeds/x.atom",
    })
    void isTakenAwayWhereARequestHasIt(String base, String asked, String below) {
        assertThat(of(base).below(asked)).isEqualTo(below);
    }

    /** Below {@code https://example.org/feeds}, {@code /feeds/x.atom} is what a proxy made of {@code /feeds/feeds/x.atom}. */
    @ParameterizedTest
    @CsvSource({
        "feeds, /feeds/x.atom, /feeds/x.atom",
        "feeds, /feeds/x/categories/y.atom, /feeds/x/categories/y.atom",
        "feeds, /feeds/feeds/x.atom, /feeds/x.atom",
        "feeds, /feeds/feeds, /feeds/feeds",
        "feeds, /feeds/feeds/categories/x.atom, /feeds/feeds/categories/x.atom",
        "feeds, /feeds/feeds.opml, /feeds.opml",
        "feeds, /feeds.opml, /feeds.opml",
        "feeds, /feeds/, /",
        "feeds, /feeds/robots.txt, /robots.txt",
        "feeds, /feeds/sitemap-x-1.xml, /sitemap-x-1.xml",
        "feeds, /feeds/assets/x.css, /assets/x.css",
        "feeds, /feeds/api/articles, /api/articles",
        "feeds, /feeds/articles/x/y, /articles/x/y",
        "feeds, /feeds/old/2019.html, /old/2019.html",
        "articles, /articles/x/y, /articles/x/y",
        "articles, /articles/articles/x/y, /articles/x/y",
        "articles, /articles/feeds/x.atom, /feeds/x.atom",
        "media, /media/x/y.png, /media/x/y.png",
        "media, /media/media/x/y.png, /media/x/y.png",
        "feeds/x, /feeds/x/feeds/y.atom, /feeds/y.atom",
        "feeds/x, /feeds/x.atom, /feeds/x.atom",
    })
    void isKeptWhereOnlyThatHasAMeaning(String base, String asked, String below) {
        assertThat(of("https://example.org/" + base).below(asked)).isEqualTo(below);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/news, /news, true",
        "https://example.org/news, /news/, false",
        "https://example.org, /, false",
        "https://example.org/feeds, /feeds, true",
        "https://example.org/feeds/x, /feeds/x, false",
    })
    void isBareWithoutItsSlash(String base, String asked, boolean isBare) {
        assertThat(of(base).isBare(asked)).isEqualTo(isBare);
    }

    private static BasePath of(String base) {
        return new Addresses(URI.create(base)).basePath();
    }
}
