package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final FeedName NEWS = new FeedName("news");

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/site", "https://example.org/site/", "https://example.org/site//"})
    void areBelowTheBaseUrl(String baseUrl) {
        var addresses = new Addresses(URI.create(baseUrl));
        var energy = LogicalFeed.of(NEWS, new Category("Energy"));

        assertThat(addresses.home()).isEqualTo("https://example.org/site/");
        assertThat(addresses.subscriptions()).isEqualTo("https://example.org/site/feeds.opml");
        assertThat(addresses.sitemap()).isEqualTo("https://example.org/site/sitemap.xml");
        assertThat(addresses.sitemap("news-2")).isEqualTo("https://example.org/site/sitemap-news-2.xml");
        assertThat(addresses.feed(NEWS)).isEqualTo("https://example.org/site/feeds/news");
        assertThat(addresses.document(NEWS, "atom")).isEqualTo("https://example.org/site/feeds/news.atom");
        assertThat(addresses.document(energy, 0, "rss"))
                .isEqualTo("https://example.org/site/feeds/news/categories/energy.rss");
        assertThat(addresses.document(energy, 3, "json"))
                .isEqualTo("https://example.org/site/feeds/news/categories/energy/archive/3.json");
        assertThat(addresses.page(energy)).isEqualTo("https://example.org/site/feeds/news/categories/energy");
        assertThat(addresses.page(energy, 3))
                .isEqualTo("https://example.org/site/feeds/news/categories/energy/archive/3");
        assertThat(addresses.article(NEWS, new Slug("größe")))
                .isEqualTo("https://example.org/site/articles/news/gr%C3%B6%C3%9Fe");
        assertThat(addresses.media(NEWS, "a/b c.png")).isEqualTo("https://example.org/site/media/news/a/b%20c.png");
        assertThat(addresses.preview("token")).isEqualTo("https://example.org/site/preview/token");
        assertThat(addresses.host()).isEqualTo("example.org");
        assertThat(addresses.basePath().below("/site/feeds/news")).isEqualTo("/feeds/news");
    }

    @Test
    void ofFilesMayBeBelowAnotherOne() {
        var addresses = new Addresses(URI.create("https://example.org")).withFilesBelow("https://cdn.example");

        assertThat(addresses.media(NEWS, "a.png")).isEqualTo("https://cdn.example/media/news/a.png");
        assertThat(addresses.feed(NEWS)).isEqualTo("https://example.org/feeds/news");
        assertThat(addresses.basePath().below("/feeds/news")).isEqualTo("/feeds/news");
    }

    @Test
    void onThisHostAreLocal() {
        var addresses = new Addresses(URI.create("https://example.org"));

        assertThat(addresses.local("https://example.org/old", null)).isPresent();
        assertThat(addresses.local("https://other.example/old", null)).isEmpty();
        assertThat(addresses.local("https://other.example/old", "https://other.example/"))
                .isPresent();
    }
}
