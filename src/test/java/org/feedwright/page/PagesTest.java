package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.feedwright.article.Slug;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/** What holds for every page. */
class PagesTest extends PageTest {
    @Autowired
    ErrorPage errors;

    @BeforeEach
    void publishAnArticle() {
        var feed = open("pages");
        if (articles.find(feed, new Slug("a")).isEmpty()) {
            publish(Sample.of(feed, "a"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feeds/pages", "/articles/pages/a"})
    void isAskedForAgainOnlyWhenItHasChanged(String path) throws Exception {
        var first = get(path);
        String tag = header(first, "ETag");

        var again = get(path, "If-None-Match", "\"x\", W/" + tag);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
        assertThat(get(path, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    }

    @Test
    void getsAnotherEntityTagWithAnotherArticle() throws Exception {
        var feed = open("pages-tag");
        String before = header(get("/feeds/pages-tag"), "ETag");

        publish(Sample.of(feed, "a"));

        assertThat(header(get("/feeds/pages-tag"), "ETag")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feeds/pages", "/articles/pages/a", "/nothing", "/feeds/unknown"})
    void answersHeadAsGetWithoutTheBody(String path) throws Exception {
        var get = get(path, "Accept", "text/html");
        var head = send("HEAD", path, "Accept", "text/html");

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"ETag", "Content-Type", "Content-Length", "Content-Security-Policy"}) {
            assertThat(head.headers().firstValue(name)).isEqualTo(get.headers().firstValue(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/feeds/pages", "/articles/pages/a", "/nothing", "/feeds/unknown", "/articles/pages/x"})
    void runsNothingAndRemembersNobody(String path) throws Exception {
        var answer = get(path, "Accept", "text/html");

        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; img-src * data:; media-src *; style-src 'self'; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("script, style, [style], iframe, form")).isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("main, body > header, body > footer")).hasSize(3);
        assertThat(page.select("h1")).hasSize(1);
    }

    @Nested
    class WhenABrowserOpensTheAddressOfAFeed {
        @ParameterizedTest
        @ValueSource(strings = {"atom", "rss", "json"})
        void showsThePageOfTheFeed(String extension) throws Exception {
            var page = get("/feeds/pages");

            var answer = get("/feeds/pages." + extension, "Sec-Fetch-Dest", "document");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(page.body());
            assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
            assertThat(header(answer, "ETag")).isEqualTo(header(page, "ETag"));
            assertThat(header(answer, "Content-Security-Policy")).isEqualTo(header(page, "Content-Security-Policy"));
            assertThat(header(answer, "Vary")).contains("Sec-Fetch-Dest");
        }

        @Test
        void isNotSentThePageAgain() throws Exception {
            String tag = header(get("/feeds/pages"), "ETag");

            var answer = get("/feeds/pages.atom", "Sec-Fetch-Dest", "document", "If-None-Match", tag);

            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(header(answer, "Vary")).contains("Sec-Fetch-Dest");
        }

        @Test
        void saysInThePageThatTheFeedHasEnded() throws Exception {
            lifecycle.retire(open("pages-ended"));

            var answer = get("/feeds/pages-ended.atom", "Sec-Fetch-Dest", "document", "Accept", "text/html");

            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body()).contains("This feed has ended");
        }

        @Test
        void leavesTheDocumentToFeedReaders() throws Exception {
            var answer = get("/feeds/pages.atom", "Accept", "text/html, */*");

            assertThat(header(answer, "Content-Type")).startsWith("application/atom+xml");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isEmpty();
        }
    }

    @Nested
    class ItsStylesheetAndIcon {
        @ParameterizedTest
        @ValueSource(strings = {"stylesheet", "icon"})
        void areKeptForAYearUnderAnAddressThatChangesWithThem(String rel) throws Exception {
            String path = page("/").select("link[rel=" + rel + "]").attr("href");

            var answer = get(path);

            assertThat(path).matches("/assets/feedwright-[0-9a-f]{32}\\.(css|svg)");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).matches("text/css.*|image/svg\\+xml.*");
            assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
            assertThat(get(path, "If-None-Match", header(answer, "ETag")).statusCode())
                    .isEqualTo(304);
        }

        @Test
        void areTheOnlyThingsThatAPageLoads() throws Exception {
            var page = page("/articles/pages/a");

            assertThat(page.select("link[rel=stylesheet], link[rel=icon], img, [src]")
                            .eachAttr("href"))
                    .allMatch(address -> address.startsWith("/assets/"))
                    .hasSize(2);
        }
    }

    @Nested
    class WhenSomethingIsWrong {
        @Test
        void lookLikeTheOthersToABrowser() throws Exception {
            var answer = get("/nothing/here", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("There is nothing at this address", "/assets/feedwright");
        }

        @Test
        void areAProblemToAProgram() throws Exception {
            var answer = get("/nothing/here", "Accept", "application/json");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        }

        @Test
        void sayWhichMethodsThereAre() throws Exception {
            var answer = send("POST", "/feeds/pages", "Accept", "text/html");

            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(header(answer, "Allow")).contains("GET").contains("HEAD");
            assertThat(answer.body()).contains("This does not work");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET //feeds%2Fpages.atom HTTP/1.1",
                    "GET /feeds%2Fpages.atom HTTP/1.1",
                    "GET /feeds/%2e%2e/pages.atom HTTP/1.1",
                    "GET /feeds/%zz.atom HTTP/1.1",
                    "GET /feeds/%00.atom HTTP/1.1",
                    "GET /articles/pages/%ff HTTP/1.1",
                    "GET pages.atom HTTP/1.1",
                    "GET /feeds/pages.atom HTTP/7.0",
                    "GET /feeds/pages.atom",
                    "HELLO",
                    "GET /feeds/pages.atom HTTP/1.1\r\nBad Field: x",
                    "GET /feeds/pages.atom HTTP/1.1\r\nHost: another",
                    "GET /feeds/pages.atom HTTP/1.1\r\nExpect: nonsense",
                    "POST / HTTP/1.1\r\nContent-Length: -1",
                    "GET /feeds/LONG HTTP/1.1",
                    "GET /feeds/pages.atom HTTP/1.1\r\nX-Field: LONG"
                })
        void areAProblemEvenWhereTheRequestIsNone(String request) throws Exception {
            String answer = raw(request);

            assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*");
            assertThat(answer)
                    .containsIgnoringCase("Content-Type: application/problem+json")
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContain("<html");
        }

        @Test
        void lookLikeTheOthersEvenWhereTheAddressIsRefused() throws Exception {
            assertThat(raw("GET /%2F100 HTTP/1.1\r\nAccept: text/html,*/*;q=0.8"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("This does not work", "/assets/feedwright");
        }

        @Test
        void repeatNothingThatWasAsked() throws Exception {
            var traced = send("TRACE", "/", "X-Secret", "word");
            assertThat(traced.statusCode()).isEqualTo(405);
            assertThat(header(traced, "Allow")).contains("GET");
            assertThat(traced.body()).isEmpty();
            assertThat(raw("GET /%ff-word HTTP/1.1\r\nAccept: text/html")).doesNotContain("word");
        }

        private String raw(String request) throws IOException {
            try (var socket = new Socket("localhost", port)) {
                String text = request.replace("LONG", "a".repeat(20_000))
                        + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        @Test
        void tellNothingOfTheInside() throws Exception {
            var request = new MockHttpServletRequest("GET", "/error");
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("the inside"));

            var answer = errors.page(request);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                    .contains("Something went wrong here")
                    .doesNotContain("the inside");
        }

        @Test
        void doNotTakeTheErrorPageForAPlaceToGo() throws Exception {
            assertThat(get("/error", "Accept", "text/html").statusCode()).isEqualTo(404);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name));
    }
}
