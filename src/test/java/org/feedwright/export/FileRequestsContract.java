package org.feedwright.export;

import static org.feedwright.export.Asking.send;

import java.net.http.HttpResponse;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.Test;

/** Which requests a server of an export takes. */
interface FileRequestsContract {
    WebServer server();

    @Test
    default void answersMethodsAsFilesCan() {
        var all = new SoftAssertions();
        int port = server().port();
        for (String address : List.of(
                "/",
                "/feeds/news.atom",
                "/feeds/news.atom?x=1",
                "/feeds/news",
                "/articles/news/article-7",
                "/media/news/photo.png",
                "/feeds.opml")) {
            var leave = send(port, "OPTIONS", address);
            all.assertThat(leave.statusCode()).as(address).isEqualTo(204);
            all.assertThat(leave.headers().allValues("Allow")).as(address).containsExactly("GET, HEAD, OPTIONS");
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "PROPFIND", "TRACE")) {
                var refusal = send(port, method, address);
                all.assertThat(refusal.statusCode()).as(method + address).isEqualTo(405);
                all.assertThat(refusal.headers().allValues("Allow"))
                        .as(method + address)
                        .containsExactly("GET, HEAD, OPTIONS");
                all.assertThat(refusal.headers().allValues("Content-Type"))
                        .as(method + address)
                        .containsExactly("application/problem+json");
                all.assertThat(refusal.body())
                        .as(method + address)
                        .isEqualTo("{\"title\":\"Method Not Allowed\",\"status\":405,\"instance\":\""
                                + address.replace("?x=1", "") + "\"}");
            }
            var head = send(port, "HEAD", address);
            all.assertThat(head.statusCode()).as("HEAD of " + address).isEqualTo(200);
            all.assertThat(head.body()).isEmpty();
        }
        all.assertAll();
    }

    @Test
    default void survivesWhatNoFileIsCalled() {
        var all = new SoftAssertions();
        int port = server().port();
        for (String before : List.of("/", "/feeds/", "/feeds/news/", "/articles/news/", "/media/news/", "/assets/")) {
            for (String end : List.of("", ".atom", ".css", ".png", ".xml")) {
                for (String name :
                        List.of("x".repeat(300), "x".repeat(5000), "%E8%AA%9E".repeat(200), "%ff", "*%5B%3Fa")) {
                    String address = before + name + end;
                    all.assertThat(send(port, "GET", address)).as(address).returns(404, HttpResponse::statusCode);
                }
                String address = before + "a%00b" + end;
                all.assertThat(send(port, "GET", address)).as(address).returns(400, HttpResponse::statusCode);
            }
        }
        for (String page : List.of("x".repeat(300), "..%2Ffeeds%2Fnews", "0", "-1", "%00")) {
            all.assertThat(send(port, "GET", "/?page=" + page)).as(page).returns(404, HttpResponse::statusCode);
        }
        for (String address : List.of("/feeds/news.atom", "/media/news/photo.png", "/feeds/news")) {
            for (String range : List.of("items=0-5", "pages=1", "bytes:0-5", "x")) {
                all.assertThat(send(port, "GET", address, "Range", range))
                        .as(range + " of " + address)
                        .returns(200, HttpResponse::statusCode);
            }
        }
        all.assertAll();
    }
}
