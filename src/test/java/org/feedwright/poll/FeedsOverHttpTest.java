package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a feed is served as, and to whom. */
class FeedsOverHttpTest extends PublishedFeedTest {
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
            clock.advance(Duration.ofSeconds(5));
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
                    .containsEntry("access-control-max-age", List.of("86400"))
                    .containsEntry(
                            "access-control-allow-headers",
                            List.of("If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since, A-IM"))
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

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
