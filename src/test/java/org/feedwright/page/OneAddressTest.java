package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever there is has one address; other ways to write it lead there, and what is not there is not there. */
class OneAddressTest extends PageTest {
    @BeforeEach
    void publishAnArticle() {
        var feed = new FeedName("one");
        if (feeds.find(feed).isEmpty()) {
            open("one");
            publish(Sample.of(feed, "a").authors(Person.named("Zinc")));
            publish(Sample.of(feed, "draft").asDraft());
            publishing.withdraw(publish(Sample.of(feed, "gone")).id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/one/, /feeds/one",
        "/feeds/ONE, /feeds/one",
        "/feeds/One/, /feeds/one",
        "/feeds/one//, /feeds/one",
        "//feeds/one, /feeds/one",
        "//feeds/one.atom, /feeds/one.atom",
        "/feeds//one.atom, /feeds/one.atom",
        "///feeds///ONE.json///, /feeds/one.json",
        "/feeds/one.atom/, /feeds/one.atom",
        "/feeds/One.ATOM/, /feeds/one.atom",
        "/feeds/one.xml/, /feeds/one.atom",
        "/feeds/all/, /feeds/all",
        "/feeds/All.rss, /feeds/all.rss",
        "/feeds/one/authors/zinc/, /feeds/one/authors/zinc",
        "/feeds/ONE/authors//Zinc/, /feeds/one/authors/zinc",
        "/feeds/one/authors/zinc.rss/, /feeds/one/authors/zinc.rss",
        "/articles/one/a/, /articles/one/a",
        "/articles/ONE/a, /articles/one/a",
        "//articles//one//a//, /articles/one/a",
        "/articles/one/gone/, /articles/one/gone",
        "/feeds.opml/, /feeds.opml",
        "//robots.txt, /robots.txt",
        "/sitemap.xml/, /sitemap.xml",
        "//, /",
    })
    void leadsThereInOneStep(String written, String address) {
        for (String method : List.of("GET", "HEAD")) {
            var answer = send(method, written, "Accept", "text/html", "Sec-Fetch-Dest", "document");
            assertThat(answer.statusCode()).as(method).isEqualTo(301);
            assertThat(location(answer)).isEqualTo(BASE + address);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(location(get(written, "If-None-Match", "*"))).isEqualTo(BASE + address);
        assertThat(get(address, "Sec-Fetch-Dest", "document").statusCode()).isIn(200, 410);
    }

    @Test
    void leadsThereWithTheQuery() {
        assertThat(location(get("/feeds/ONE/?q=zinc&limit=2"))).isEqualTo(BASE + "/feeds/one?q=zinc&limit=2");
        assertThat(location(get("//feeds/one.atom?utm=%2F%2F"))).isEqualTo(BASE + "/feeds/one.atom?utm=%2F%2F");
        assertThat(location(get("/articles/one/a/?a=//b"))).isEqualTo(BASE + "/articles/one/a?a=//b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/nope/",
                "/feeds/NOPE",
                "//feeds/nope.atom",
                "/feeds/nope.atom/",
                "/articles/one/nope/",
                "/articles/one/draft/",
                "/articles/ONE/DRAFT",
                "//evil.example/",
                "//evil.example//",
                "//evil.example/..",
                "/feeds/one.xyz/",
                "/feeds/one/authors/zinc.xyz",
                "/feeds/one/authors/Zinc.xyz",
                "/feeds/one/categories/c.xyz",
                "/feeds/one/categories/c.xyz/",
                "/feeds/one/categories/nope/",
                "/feeds/one/authors/nobody.xyz",
                "/media/ONE/nope.png",
                "/media/one//nope.png",
                "//nothing//here",
            })
    void leadsNowhereWhereNothingIs(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).contains("\"instance\":\"" + path + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/feeds/one/",
                "/\\evil.example/",
                "//evil.example/%2e%2e",
                "/%2Fevil.example/",
                "/.//evil.example/",
                "/..//evil.example//",
                "/feeds/one//%2F%2Fevil.example/",
            })
    void neverLeadsToAnotherHost(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1");
        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*").doesNotContain("Location:");
    }

    @Test
    void takesOtherMethodsAsItsOneAddressDoes() {
        for (String path : List.of("/feeds/one/", "//feeds/one.atom", "/feeds/ONE.atom", "/articles/one/a")) {
            var answer = send("POST", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "HEAD");
        }
    }

    @Nested
    class WhatIsNotThere {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/nothing",
                    "/feeds",
                    "/feeds/nope",
                    "/feeds/nope.atom",
                    "/feeds/one.xyz",
                    "/feeds/one/archive/99.atom",
                    "/feeds/one/archive/99",
                    "/feeds/one/categories/nope.json",
                    "/feeds/one/categories/nope",
                    "/feeds/one/categories/c.xyz",
                    "/articles/one/nope",
                    "/articles/one/draft",
                    "/media/one/nope.png",
                    "/assets/nope.css",
                    "/sitemap-nope-1.xml",
                    "/favicon.png",
                })
        void isAPageToABrowserAndAProblemToAProgram(String path) {
            for (String[] browser : new String[][] {
                {
                    "Sec-Fetch-Dest",
                    "document",
                    "Accept",
                    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
                },
                {"Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"},
                {"Sec-Fetch-Dest", "document"}
            }) {
                var page = get(path, browser);
                assertThat(page.statusCode()).isEqualTo(404);
                assertThat(type(page)).isEqualToIgnoringCase("text/html;charset=utf-8");
                assertThat(page.body()).contains("There is nothing at this address");
            }
            for (String[] program : new String[][] {
                {"Accept", "*/*"},
                {"User-Agent", "curl"},
                {"Accept", "application/xml, application/atom+xml, application/feed+json, text/html, */*;q=0.9"},
                {"Accept", "text/html, */*", "Sec-Fetch-Dest", "empty"}
            }) {
                var problem = get(path, program);
                assertThat(problem.statusCode()).isEqualTo(404);
                assertThat(type(problem)).startsWith("application/problem+json");
                assertThat(problem.body())
                        .contains("\"title\":\"Not Found\"", "\"status\":404", "\"instance\":\"" + path + "\"");
            }
        }

        @Test
        void isToldByItsPathHoweverItIsWritten() {
            assertThat(get("/feeds/%C3%BC.atom?q=1").body()).contains("\"instance\":\"/feeds/%C3%BC.atom\"");
        }
    }

    @Nested
    class WhatCannotBeAnswered {
        @Test
        void namesWhatWasAsked() throws IOException {
            assertThat(get("/articles/one/gone").body())
                    .contains("\"status\":410", "\"instance\":\"/articles/one/gone\"");
            assertThat(get("/feeds/one?limit=x").body())
                    .contains("\"status\":400", "\"instance\":\"/feeds/one\"", "limit");
            assertThat(get("/feeds/one.atom?limit=x").body())
                    .contains("\"status\":400", "\"instance\":\"/feeds/one.atom\"");
            assertThat(send("POST", "/feeds/one").body()).contains("\"status\":405", "\"instance\":\"/feeds/one\"");
            assertThat(send("POST", "/feeds/one.atom").body())
                    .contains("\"status\":405", "\"instance\":\"/feeds/one.atom\"");
            assertThat(get("/feeds/one.atom", "Accept-Encoding", "identity;q=0").body())
                    .contains("\"status\":406", "\"instance\":\"/feeds/one.atom\"");
            assertThat(get("/feeds/one.atom", "If-Match", "\"x\"").body())
                    .contains("\"status\":412", "\"instance\":\"/feeds/one.atom\"");
            assertThat(raw("GET /a%2Fb HTTP/1.1")).contains("\"status\":400", "\"instance\":\"/a%2Fb\"");
        }

        @Test
        void isAPageToABrowser() {
            for (var answer : List.of(
                    get("/feeds/one?limit=x", "Accept", "text/html"),
                    get("/feeds/one.atom?limit=x", "Accept", "text/html"),
                    send("POST", "/feeds/one.atom", "Accept", "text/html"),
                    get("/feeds/one.atom", "Accept", "text/html", "If-Match", "\"x\""))) {
                assertThat(answer.statusCode()).isIn(400, 405, 412);
                assertThat(type(answer)).isEqualToIgnoringCase("text/html;charset=utf-8");
            }
            assertThat(send("POST", "/feeds/one.atom", "Accept", "text/html")
                            .headers()
                            .firstValue("Allow"))
                    .contains("GET, HEAD, OPTIONS");
        }
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            String text = request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow();
    }
}
