package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.feedwright.article.FeedName;
import org.feedwright.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PollingTest
class FeedsOverHttpTest {
    private static final String VARY = "Accept-Encoding, A-IM, Sec-Fetch-Dest";
    private static final Duration AGO = Duration.ofHours(1);

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    Publisher publisher;

    @Autowired
    Editions editions;

    FeedName feed;
    String atom;
    Requests http;

    @BeforeEach
    void publishAFeed() {
        http = new Requests(port);
        feed = publisher.open();
        atom = "/feeds/" + feed + ".atom";
        publisher.publish(feed, "first", clock.instant().minus(AGO));
    }

    @Nested
    class ADocument {
        @ParameterizedTest
        @CsvSource({
            "atom, application/atom+xml; charset=utf-8",
            "rss,  application/rss+xml; charset=utf-8",
            "json, application/feed+json; charset=utf-8",
            "rdf,  application/rdf+xml; charset=utf-8",
        })
        void isServedInEachFormat(String extension, String contentType) {
            var response = http.get("/feeds/" + feed + "." + extension);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(field(response, "Content-Type")).isEqualTo(contentType);
            assertThat(text(response)).contains("Title of first");
        }

        @Test
        void saysWhatReadersAndCachesWantToKnow() {
            var response = http.get(atom);

            assertThat(fields(response))
                    .containsEntry("vary", List.of(VARY))
                    .containsEntry(
                            "cache-control",
                            List.of("public, max-age=300, stale-while-revalidate=60, stale-if-error=86400"))
                    .containsEntry("access-control-allow-origin", List.of("*"))
                    .containsEntry("access-control-expose-headers", List.of("ETag, Link"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry(
                            "link",
                            List.of("<https://feeds.example.org" + atom + ">; rel=\"self\", "
                                    + "<https://feeds.example.org/feeds/" + feed
                                    + ">; rel=\"alternate\"; type=\"text/html\""))
                    .containsEntry("content-length", List.of(String.valueOf(response.body().length)))
                    .doesNotContainKeys("expires", "pragma", "set-cookie", "content-encoding", "content-location");
            assertThat(field(response, "ETag")).matches("\"[A-Za-z0-9_-]{20}\"");
        }

        @Test
        void namesItsHubs() {
            var told = publisher.open(null, "https://hub.example.org/", "https://other.example.org/hub");

            assertThat(field(http.get("/feeds/" + told + ".rss"), "Link"))
                    .isEqualTo("<https://feeds.example.org/feeds/" + told + ".rss>; rel=\"self\""
                            + ", <https://hub.example.org/>; rel=\"hub\""
                            + ", <https://other.example.org/hub>; rel=\"hub\""
                            + ", <https://feeds.example.org/feeds/" + told
                            + ">; rel=\"alternate\"; type=\"text/html\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/html, */*;q=0.1", "application/json", "image/png", "nonsense"})
        void isServedWhateverAcceptSays(String accept) {
            var response = http.get(atom, "Accept", accept);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(field(response, "Content-Type")).startsWith("application/atom+xml");
        }

        @Test
        void isServedWholeWhenAPartIsAskedFor() {
            var response = http.get(atom, "Range", "bytes=0-9");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(http.get(atom).body());
        }

        @Test
        void isServedWhateverTheQuery() {
            assertThat(http.get(atom + "?utm_source=x").body())
                    .isEqualTo(http.get(atom).body());
        }

        @Test
        void staysTheSameWhileNothingChanges() {
            clock.advance(Duration.ofSeconds(1));
            var before = http.get(atom);
            clock.advance(Duration.ofSeconds(5));
            var after = http.get(atom);

            assertThat(after.body()).isEqualTo(before.body());
            assertThat(field(after, "ETag")).isEqualTo(field(before, "ETag"));
            assertThat(field(after, "Last-Modified")).isEqualTo(field(before, "Last-Modified"));
        }
    }

    @Nested
    class Codings {
        @Test
        void eachHaveTheirOwnStrongTagAndTheSameDocument() throws IOException {
            var plain = http.get(atom);
            var gzip = http.get(atom, "Accept-Encoding", "gzip");

            assertThat(field(gzip, "Content-Encoding")).isEqualTo("gzip");
            assertThat(field(gzip, "ETag")).isEqualTo(tag(plain, "-gzip"));
            assertThat(field(gzip, "Vary")).isEqualTo(VARY);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                    .isEqualTo(plain.body());
            assertThat(gzip.body()).hasSizeLessThan(plain.body().length / 2);
            assertThat(field(gzip, "Content-Length")).isEqualTo(String.valueOf(gzip.body().length));
        }

        @Test
        void includeBrotli() throws IOException {
            assertThat(Brotli4jLoader.isAvailable()).isTrue();
            var plain = http.get(atom);
            var brotli = http.get(atom, "Accept-Encoding", "gzip, deflate, br");

            assertThat(field(brotli, "Content-Encoding")).isEqualTo("br");
            assertThat(field(brotli, "ETag")).isEqualTo(tag(plain, "-br"));
            assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain.body());
        }

        @Test
        void areTheSameBytesEachTimeTheyAreMade() {
            byte[] first = http.get(atom, "Accept-Encoding", "gzip").body();
            var article = publisher.publish(feed, "second", clock.instant().minus(AGO));
            publisher.withdraw(article.id());
            byte[] again = http.get(atom, "Accept-Encoding", "gzip").body();

            assertThat(again).isEqualTo(first);
        }

        @Test
        void areRefusedWhenTheReaderRefusesThemAll() {
            var response = http.get(atom, "Accept-Encoding", "identity;q=0");

            assertThat(response.statusCode()).isEqualTo(406);
            assertProblem(response);
        }
    }

    @Nested
    class APollByWhoHasTheDocument {
        @ParameterizedTest
        @ValueSource(strings = {"", "-gzip", "-br"})
        void isAnsweredNotModifiedForTheTagOfAnyCoding(String suffix) {
            var tag = tag(http.get(atom), suffix);

            for (String coding : List.of("identity", "gzip", "br")) {
                var response = http.get(atom, "If-None-Match", tag, "Accept-Encoding", coding);

                assertThat(response.statusCode()).isEqualTo(304);
                assertThat(field(response, "ETag")).isEqualTo(tag);
            }
        }

        @Test
        void isAnsweredNotModifiedWhenAnyTagMatches() {
            String tag = field(http.get(atom), "ETag");

            assertThat(http.get(atom, "If-None-Match", "\"x\", W/" + tag).statusCode())
                    .isEqualTo(304);
            assertThat(http.get(atom, "If-None-Match", "\"x\"", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
            assertThat(http.get(atom, "If-None-Match", "*").statusCode()).isEqualTo(304);
            assertThat(http.get(atom, "If-None-Match", "\"x\", \"y\"").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void isDecidedByTheTagWhenThereIsADateToo() {
            String tag = field(http.get(atom), "ETag");

            assertThat(http.get(atom, "If-None-Match", tag, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                            .statusCode())
                    .isEqualTo(304);
            assertThat(http.get(atom, "If-None-Match", "\"x\"", "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void isAnsweredNotModifiedForTheDateItWasTold() {
            clock.advance(Duration.ofSeconds(10));
            String date = field(http.get(atom), "Last-Modified");

            assertThat(http.get(atom, "If-Modified-Since", date).statusCode()).isEqualTo(304);
            assertThat(http.get(atom, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(http.get(atom, "If-Modified-Since", "the day before yesterday")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void getsTheFieldsThatACacheNeedsAndNoBody() {
            var whole = http.get(atom, "Accept-Encoding", "gzip");
            var response = http.get(atom, "Accept-Encoding", "gzip", "If-None-Match", field(whole, "ETag"));

            assertThat(response.body()).isEmpty();
            for (String name : List.of(
                    "ETag", "Cache-Control", "Vary", "Access-Control-Allow-Origin", "Access-Control-Expose-Headers")) {
                assertThat(field(response, name)).isEqualTo(field(whole, name));
            }
            assertThat(fields(response))
                    .doesNotContainKeys("content-type", "content-encoding", "content-location", "expires");
        }

        @Test
        void seesEveryChangeByTagAndByDateHoweverFastTheyCome() {
            clock.advance(Duration.ofSeconds(10));
            var article = publisher.publish(feed, "second", clock.instant().minus(AGO));
            for (int i = 0; i < 5; i++) {
                var before = http.get(atom);
                publisher.revise(article, "Revision " + i);

                var byTag = http.get(atom, "If-None-Match", field(before, "ETag"));
                assertThat(byTag.statusCode()).isEqualTo(200);
                assertThat(text(byTag)).contains("Revision " + i);
                assertThat(http.get(atom, "If-Modified-Since", field(before, "Last-Modified"))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Nested
    class LastModified {
        @Test
        void isNeverLaterThanNow() {
            for (int i = 0; i < 5; i++) {
                publisher.publish(feed, "more-" + i, clock.instant().minus(AGO));
            }

            assertThat(HttpDate.parse(field(http.get(atom), "Last-Modified")).orElseThrow())
                    .isBeforeOrEqualTo(clock.instant());
        }

        @Test
        void neverMovesBack() {
            clock.advance(Duration.ofSeconds(10));
            var article = publisher.publish(feed, "second", clock.instant());
            var before = date(http.get(atom));
            clock.advance(Duration.ofSeconds(10));
            publisher.withdraw(article.id());

            assertThat(date(http.get(atom))).isAfter(before);
        }
    }

    @Nested
    class AChange {
        @Test
        void isInTheNextPoll() {
            for (int i = 0; i < 50; i++) {
                var article = publisher.publish(
                        feed, "news-" + i, clock.instant().minus(AGO).plusSeconds(i));
                assertThat(text(http.get(atom))).contains("Title of news-" + i);

                publisher.revise(article, "A better body " + i);
                assertThat(text(http.get(atom))).contains("A better body " + i);

                publisher.withdraw(article.id());
                assertThat(text(http.get(atom))).doesNotContain("Title of news-" + i);
            }
        }

        @Test
        void ofOneFeedLeavesOthersAlone() {
            var other = publisher.open();
            var before = http.get("/feeds/" + other + ".json");
            publisher.publish(feed, "second", clock.instant().minus(AGO));

            assertThat(field(http.get("/feeds/" + other + ".json"), "ETag")).isEqualTo(field(before, "ETag"));
        }
    }

    @Nested
    class AScheduledArticle {
        @Test
        void isNowhereBeforeItsTimeAndThereAtIt() {
            publisher.publish(feed, "tomorrow", clock.instant().plus(Duration.ofMinutes(2)));
            var before = http.get(atom);
            assertThat(text(before)).doesNotContain("tomorrow");

            clock.advance(Duration.ofSeconds(119));
            assertThat(http.get(atom, "If-None-Match", field(before, "ETag")).statusCode())
                    .isEqualTo(304);

            clock.advance(Duration.ofSeconds(1));
            var after = http.get(atom, "If-None-Match", field(before, "ETag"));
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(text(after)).contains("Title of tomorrow");
        }

        @Test
        void isNeverOutlivedByACachedAnswer() {
            publisher.publish(feed, "soon", clock.instant().plus(Duration.ofSeconds(100)));
            assertThat(field(http.get(atom), "Cache-Control")).isEqualTo("public, max-age=100, stale-if-error=86400");

            clock.advance(Duration.ofMillis(99_500));
            assertThat(field(http.get(atom), "Cache-Control")).matches("public, max-age=[01], stale-if-error=86400");

            clock.advance(Duration.ofMillis(500));
            assertThat(field(http.get(atom), "Cache-Control")).startsWith("public, max-age=300,");
        }
    }

    @Nested
    class TheTtlOfAFeed {
        @Test
        void isWhatCachesAreTold() {
            var hourly = publisher.open(Duration.ofHours(1));

            assertThat(field(http.get("/feeds/" + hourly + ".atom"), "Cache-Control"))
                    .startsWith("public, max-age=3600,");
            assertThat(text(http.get("/feeds/" + hourly + ".rss"))).contains("<ttl>60</ttl>");
        }

        @Test
        void yieldsToAScheduledArticle() {
            var hourly = publisher.open(Duration.ofHours(1));
            publisher.publish(hourly, "soon", clock.instant().plus(Duration.ofMinutes(10)));

            assertThat(field(http.get("/feeds/" + hourly + ".atom"), "Cache-Control"))
                    .isEqualTo("public, max-age=600, stale-if-error=86400");
        }
    }

    @Nested
    class Head {
        @ParameterizedTest
        @ValueSource(strings = {"identity", "gzip", "br"})
        void hasTheFieldsOfGetAndNoBody(String coding) throws IOException {
            var get = http.get(atom, "Accept-Encoding", coding);
            String head = raw("HEAD " + atom + " HTTP/1.1\r\nHost: x\r\naccept-ENCODING: " + coding
                    + "\r\nConnection: close\r\n\r\n");

            assertThat(head).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
            fields(get).forEach((name, values) -> {
                if (!name.equals("date")) {
                    assertThat(head).containsIgnoringCase("\r\n" + name + ": " + values.getFirst() + "\r\n");
                }
            });
        }

        @Test
        void isConditionalToo() {
            String tag = field(http.get(atom), "ETag");

            assertThat(http.send("HEAD", atom, "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            assertThat(http.send("HEAD", "/feeds/unknown.atom").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class APerson {
        @Test
        void isShownThePage() {
            var response = http.get(atom, "Sec-Fetch-Dest", "document");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(field(response, "Content-Type")).startsWith("text/html");
            assertThat(field(response, "Vary")).contains("Sec-Fetch-Dest").contains("Accept-Encoding");
        }
    }

    @Nested
    class Scripts {
        @Test
        void ofOtherSitesAreGivenLeaveToAskConditionally() {
            var response = http.send(
                    "OPTIONS",
                    atom,
                    "Origin",
                    "https://reader.example.org",
                    "Access-Control-Request-Method",
                    "GET",
                    "Access-Control-Request-Headers",
                    "if-none-match");

            assertThat(response.statusCode()).isEqualTo(204);
            assertThat(fields(response))
                    .containsEntry("allow", List.of("GET, HEAD, OPTIONS"))
                    .containsEntry("access-control-allow-origin", List.of("*"))
                    .containsEntry("access-control-allow-methods", List.of("GET, HEAD, OPTIONS"))
                    .containsEntry("access-control-allow-headers", List.of("If-None-Match, If-Modified-Since, A-IM"))
                    .containsEntry("vary", List.of(VARY));
        }

        @Test
        void areAnsweredTheSameWithAndWithoutOrigin() {
            assertThat(fields(http.get(atom, "Origin", "https://reader.example.org")))
                    .containsEntry("vary", List.of(VARY))
                    .containsEntry("access-control-allow-origin", List.of("*"));
        }
    }

    @Nested
    class OtherMethods {
        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"})
        void areNotAllowed(String method) throws IOException {
            String response = raw(method + " " + atom + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"
                    + "Connection: close\r\n\r\n");

            assertThat(response)
                    .startsWith("HTTP/1.1 405 ")
                    .containsIgnoringCase("\r\nAllow: GET, HEAD, OPTIONS\r\n")
                    .containsIgnoringCase("\r\nContent-Type: application/problem+json\r\n");
        }
    }

    @Nested
    class AnAddressWithoutAFeed {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/feeds/unknown.atom",
                    "/feeds/-.atom",
                    "/feeds/a.b.atom",
                    "/feeds/.atom",
                    "/feeds/%00.atom",
                    "/feeds/%C3%BC.atom",
                    "/feeds/%F0%9F%98%80.rss",
                    "/feeds/a%20b.json",
                    "/feeds/unknown.atom/",
                    "/feeds/UNKNOWN.xml",
                })
        void isNotFoundOrRefused(String path) {
            var response = http.get(path);

            assertThat(response.statusCode()).isIn(400, 404);
            if (response.statusCode() == 404) {
                assertProblem(response);
                assertThat(text(response)).contains("https://feeds.example.org/");
            }
        }

        @Test
        void thatIsFarTooLongIsNotFound() {
            assertThat(http.get("/feeds/" + "a".repeat(1000) + ".atom").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void takesNoMemoryHoweverManyAreAskedFor() {
            http.get(atom);
            long before = editions.size();
            for (int i = 0; i < 300; i++) {
                assertThat(http.get("/feeds/unknown-" + i + ".atom").statusCode())
                        .isEqualTo(404);
            }

            assertThat(editions.size()).isEqualTo(before);
        }

        @Test
        void isFoundAsSoonAsThereIsOne() {
            var name = new FeedName("late-" + feed);
            publisher.define(name, null);
            assertThat(http.get("/feeds/" + name + ".atom").statusCode()).isEqualTo(404);

            publisher.openDefined(name);
            assertThat(http.get("/feeds/" + name + ".atom").statusCode()).isEqualTo(200);
        }

        @Test
        void isGoneIfItsFeedHasEnded() {
            assertThat(http.get(atom).statusCode()).isEqualTo(200);
            publisher.retire(feed);

            var response = http.get(atom, "If-None-Match", "*");
            assertThat(response.statusCode()).isEqualTo(410);
            assertProblem(response);

            publisher.define(feed, null);
            assertThat(http.get(atom).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class AnAddressWrittenOtherwise {
        @ParameterizedTest
        @CsvSource({
            "/feeds/{feed}.ATOM, atom",
            "/feeds/{feed}.atom/, atom",
            "/feeds/{FEED}.atom, atom",
            "/feeds/{feed}.xml, atom",
            "/feeds/{FEED}.Rss/, rss",
        })
        void movesToTheOneThatTheDocumentHas(String written, String extension) {
            String path = written.replace("{feed}", feed.value())
                    .replace("{FEED}", feed.value().toUpperCase(java.util.Locale.ROOT));
            var response = http.get(path);
            String address = "https://feeds.example.org/feeds/" + feed + "." + extension;

            assertThat(response.statusCode()).isEqualTo(301);
            assertThat(field(response, "Location")).isEqualTo(address);
            assertThat(http.get(path + "?a=b").headers().firstValue("Location")).contains(address + "?a=b");
            assertThat(field(response, "Vary")).isEqualTo(VARY);
        }
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void assertProblem(HttpResponse<byte[]> response) {
        assertThat(fields(response))
                .containsEntry("content-type", List.of("application/problem+json"))
                .containsEntry("vary", List.of(VARY))
                .containsEntry("access-control-allow-origin", List.of("*"))
                .doesNotContainKeys("expires", "pragma", "set-cookie");
        assertThat(text(response)).contains("\"status\":" + response.statusCode());
    }

    private static Instant date(HttpResponse<?> response) {
        return HttpDate.parse(field(response, "Last-Modified")).orElseThrow();
    }

    private static String tag(HttpResponse<?> plain, String suffix) {
        return field(plain, "ETag").replaceFirst("\"$", suffix + "\"");
    }

    private static String field(HttpResponse<?> response, String name) {
        return Optional.ofNullable(response.headers().map().get(name))
                .map(values -> String.join(" | ", values))
                .orElse("");
    }

    private static Map<String, List<String>> fields(HttpResponse<?> response) {
        return response.headers().map();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
