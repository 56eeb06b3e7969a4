package org.feedwright.export;

import static org.feedwright.export.Asking.send;

import java.net.http.HttpResponse;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.Test;

/** Each address of an export has one spelling, to which the others lead. */
interface SpellingsContract {
    WebServer server();

    @Test
    default void leadsToTheOneSpelling() {
        var all = new SoftAssertions();
        int port = server().port();
        for (String[] pair : new String[][] {
            {"/feeds/news/", "/feeds/news"},
            {"/feeds/news/?x=1", "/feeds/news?x=1"},
            {"/feeds/news//", "/feeds/news/"},
            {"/feeds/News", "/feeds/news"},
            {"/feeds/NEWS.atom?x=1", "/feeds/news.atom?x=1"},
            {"/feeds/News/archive/1.rss", "/feeds/news/archive/1.rss"},
            {"/feeds/All.json", "/feeds/all.json"},
            {"/feeds/news.atom/", "/feeds/news.atom"},
            {"//feeds/news.atom", "/feeds/news.atom"},
            {"/feeds//news.atom", "/feeds/news.atom"},
            {"///articles///news/article-7", "/articles///news/article-7"},
            {"/feeds/news/categories/plain/", "/feeds/news/categories/plain"},
            {"/feeds/news/archive/1/", "/feeds/news/archive/1"},
            {"/articles/news/article-7/", "/articles/news/article-7"},
            {"/articles/News/article-7", "/articles/news/article-7"},
            {"/articles/news/%E8%A8%98%E4%BA%8B/", "/articles/news/%E8%A8%98%E4%BA%8B"},
            {"/articles/news/" + "%E8%AA%9E".repeat(82) + "/", "/articles/news/" + "%E8%AA%9E".repeat(82)},
            {"/media/News/photo.png", "/media/news/photo.png"}
        }) {
            var answer = send(port, "GET", pair[0]);
            all.assertThat(answer.statusCode()).as(pair[0]).isEqualTo(301);
            all.assertThat(answer.headers().allValues("Location"))
                    .as(pair[0])
                    .containsExactly(ExportedSite.BASE + pair[1]);
        }
        for (String address : List.of(
                "/feeds/nothing/",
                "/articles/news/nothing/",
                "/articles/news/article-7.html/",
                "/feeds/news/categories/plain.foo",
                "/feeds/news.foo/",
                "/feeds/",
                "/articles/",
                "/articles/news/",
                "/media/news/")) {
            all.assertThat(send(port, "GET", address)).as(address).returns(404, HttpResponse::statusCode);
        }
        all.assertAll();
    }
}
