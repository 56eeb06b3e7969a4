package org.feedwright.export;

import static org.feedwright.export.Asking.ask;
import static org.feedwright.export.Asking.field;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.Test;

/** What is not there, is gone or is elsewhere is answered as the service answers it. */
interface MissingFilesContract {
    ExportedSite site();

    WebServer server();

    @Test
    default void hasNothingUnderTheNamesOfFiles() throws Exception {
        var all = new SoftAssertions();
        for (String address : List.of(
                "/nothing",
                "/index.html",
                "/feeds/news.html",
                "/articles/news/nothing",
                "/articles/news/article-7.html",
                "/.feedwright/manifest",
                "/gone/articles/news/withdrawn.html",
                "/?page=2",
                "/media/news/article-7.md",
                "/media/news/unnamed.png",
                "/.feedwright/Caddyfile",
                "/feeds/nothing")) {
            all.assertThat(ask(server().origin() + address).statusCode())
                    .as(address)
                    .isEqualTo(404);
        }
        all.assertAll();
    }

    @Test
    default void tellsThatSomethingIsGone() throws Exception {
        var all = new SoftAssertions();
        for (String address : List.of(
                "/articles/news/withdrawn",
                "/articles/news/once",
                "/feeds/ended",
                "/feeds/ended.atom",
                "/articles/left/taken-back",
                "/articles/left/former",
                "/media/news/withdrawn.png",
                "/media/left/taken-back.png")) {
            var expected = ask(site().origin() + address, "Accept", "text/html");
            var answer = ask(server().origin() + address, "Accept", "text/html");
            all.assertThat(answer.statusCode()).as(address).isEqualTo(410).isEqualTo(expected.statusCode());
            if (!address.contains(".")) {
                all.assertThat(answer.body()).as(address).isEqualTo(expected.body());
            }
        }
        all.assertAll();
    }

    @Test
    default void leadsToWhereSomethingIsNow() throws Exception {
        var all = new SoftAssertions();
        for (String address : List.of(
                "/feeds/old-news.atom",
                "/feeds/old-news.atom?x=1&y",
                "/feeds/old-news",
                "/feeds/old-news/archive/1.rss",
                "/feeds/left",
                "/feeds/left.atom",
                "/feeds/left/categories/plain.rss",
                "/feeds/left/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E.rss",
                "/media/left/photo.png?x=1",
                "/media/old-news/more/ein%20Bild%20%C3%BC.png",
                "/articles/left/Renamed",
                "/articles/left/article-7",
                "/articles/left/nothing?x=1",
                "/articles/old-news/article-7",
                "/articles/old-news/Former",
                "/articles/news/Former",
                "/articles/news/former?x=1&y")) {
            var answer = ask(server().origin() + address);
            all.assertThat(answer.statusCode()).as(address).isEqualTo(301);
            all.assertThat(field(answer, "Location")).isEqualTo(field(ask(site().origin() + address), "Location"));
        }
        all.assertAll();
    }
}
