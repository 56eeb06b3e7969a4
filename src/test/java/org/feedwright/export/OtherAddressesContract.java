package org.feedwright.export;

import static org.feedwright.export.Asking.send;

import java.net.http.HttpResponse;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.Test;

/** Addresses that feeds and articles had before they came here lead to them, as the service leads. */
interface OtherAddressesContract {
    ExportedSite site();

    WebServer server();

    @Test
    default void leadsFromFormerAddressesAsTheServiceDoes() {
        var all = new SoftAssertions();
        String article = "/articles/news/moved-here";
        for (String[] pair : new String[][] {
            {"/feed.xml", "/feeds/news.atom"},
            {"/feed.xml?x=1", "/feeds/news.atom"},
            {"/feed.xml/", "/feeds/news.atom"},
            {"/blog/feed/", "/feeds/news.rss"},
            {"/blog/feed", "/feeds/news.rss"},
            {"/syndication", "/feeds/news.json"},
            {"/?feed=rss2", "/feeds/news.rss"},
            {"/2019/moved/", article},
            {"/2019/moved", article},
            {"/2019/moved?x=1", article + "?x=1"},
            {"/gr%C3%B6%C3%9Fer/als%201.html", article},
            {"/?p=12", article},
            {"/index.php?p=12&x=y", article},
            {"/articles/news/old-slug", article},
            {"/articles/old-news/older-slug", article},
            {"/articles/elsewhere/x", article},
            {"/feeds/elsewhere.atom", article},
            {"/media/news/old.png", article},
        }) {
            for (int port : List.of(server().port(), site().port())) {
                for (String method : List.of("GET", "HEAD")) {
                    var answer = send(port, method, pair[0]);
                    String asked = method + " " + pair[0] + (port == site().port() ? " of the service" : "");
                    all.assertThat(answer.statusCode()).as(asked).isEqualTo(301);
                    all.assertThat(answer.headers().allValues("Location"))
                            .as(asked)
                            .containsExactly(ExportedSite.BASE + pair[1]);
                }
            }
        }
        all.assertAll();
    }

    @Test
    default void hidesNothingThatLivesBehindFormerAddresses() {
        var all = new SoftAssertions();
        for (String address : List.of(
                "/",
                "/?p=13",
                "/?page=1",
                "/feeds.opml",
                "/robots.txt",
                "/feeds/news.rss",
                "/articles/news/article-7")) {
            for (int port : List.of(server().port(), site().port())) {
                all.assertThat(send(port, "GET", address)).as(address).returns(200, HttpResponse::statusCode);
            }
        }
        for (int port : List.of(server().port(), site().port())) {
            all.assertThat(send(port, "GET", "/of-the-withdrawn")).returns(410, HttpResponse::statusCode);
            all.assertThat(send(port, "GET", "/index.php?p=13")).returns(404, HttpResponse::statusCode);
        }
        all.assertAll();
    }
}
