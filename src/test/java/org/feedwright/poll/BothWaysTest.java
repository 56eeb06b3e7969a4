package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.edition.Edition;
import org.feedwright.edition.Editions;
import org.feedwright.testing.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

/**
 * The front cache and the controller give the same answers, byte for byte. The front cache knows a document
 * only by its path as it is written; with an octet percent-encoded that need not be, the same document is
 * asked of the controller.
 */
class BothWaysTest extends PollingTest {
    private static final String DATE_BEFORE = "Thu, 01 Jan 1970 00:00:00 GMT";
    private static final String DATE_AFTER = "Fri, 01 Jan 2100 00:00:00 GMT";

    /** Header fields of requests; {@code TAG} stands for the document's plain entity tag. */
    static final List<List<String>> requests = Stream.of(
                    "",
                    "Accept-Encoding: gzip",
                    "Accept-Encoding: br",
                    "Accept-Encoding: gzip;q=0.5, br;q=0.4",
                    "Accept-Encoding: identity;q=0",
                    "Accept-Encoding: *",
                    "Accept-Encoding: gzip | Accept-Encoding: br",
                    "If-None-Match: \"TAG\"",
                    "if-none-match: W/\"TAG\"",
                    "If-None-Match: \"x\", \"TAG-gzip\"",
                    "If-None-Match: \"x\" | If-None-Match: \"TAG-br\"",
                    "If-None-Match: \"TAG-br\" | Accept-Encoding: gzip",
                    "If-None-Match: *",
                    "If-None-Match: * | Accept-Encoding: gzip",
                    "If-None-Match: \"x\"",
                    "If-None-Match: \"x\" | If-Modified-Since: " + DATE_AFTER,
                    "If-None-Match: \"TAG\" | If-Modified-Since: " + DATE_BEFORE,
                    "If-Modified-Since: " + DATE_BEFORE,
                    "If-Modified-Since: " + DATE_AFTER,
                    "If-Modified-Since: tomorrow",
                    "If-Modified-Since: " + DATE_AFTER + " | Accept-Encoding: br",
                    "If-Modified-Since: " + DATE_AFTER + " | If-Modified-Since: " + DATE_AFTER,
                    "Accept: text/html",
                    "Range: bytes=0-1",
                    "Origin: https://reader.example.org",
                    "Cookie: a=b",
                    "A-IM: feed",
                    "A-IM: feed | If-None-Match: \"TAG\"",
                    "A-IM: feed | If-None-Match: \"x\"",
                    "If-Match: \"TAG\"",
                    "If-Match: \"TAG-gzip\" | If-None-Match: *",
                    "If-Match: \"x\"",
                    "If-Match: W/\"TAG\"",
                    "If-Unmodified-Since: " + DATE_BEFORE,
                    "If-Unmodified-Since: " + DATE_AFTER,
                    "Sec-Fetch-Dest: document",
                    "Sec-Fetch-Dest: empty")
            .map(fields -> Stream.of(fields.split(" \\| "))
                    .filter(field -> !field.isEmpty())
                    .toList())
            .toList();

    @LocalManagementPort
    int managementPort;

    @Autowired
    Editions editions;

    FeedName feed;

    @BeforeEach
    void publishAFeed() {
        feed = publisher.open(null, "https://hub.example.org/");
        publisher.publish(feed, "first", clock.instant().minus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @FieldSource("requests")
    void answerTheSame(List<String> fields) {
        for (String extension : List.of("atom", "rss", "json", "rdf")) {
            assertSameAnswers(extension, fields);
        }
    }

    @ParameterizedTest
    @FieldSource("requests")
    void answerTheSameWhenWhatTheySayMovesWithTheClock(List<String> fields) {
        publisher.publish(feed, "soon", clock.instant().plus(Duration.ofSeconds(100)));
        for (int i = 0; i < 3; i++) {
            assertSameAnswers("atom", fields);
            clock.advance(Duration.ofMillis(900));
        }
    }

    @Test
    void answerTheSameThroughoutChanges() {
        for (int i = 0; i < 20; i++) {
            publisher.publish(feed, "news-" + i, clock.instant().minusSeconds(60 - i));
            assertSameAnswers("atom", List.of());
            assertSameAnswers("rss", List.of("Accept-Encoding: gzip"));
            clock.advance(Duration.ofMillis(300));
        }
    }

    @Test
    void answerHeadTheSame() {
        http.get(path("atom", false));
        assertThat(what(http.send("HEAD", path("atom", false)))).isEqualTo(what(http.send("HEAD", path("atom", true))));
    }

    @Test
    void claimNoLengthOfADocumentThatTheyDoNotSend() {
        http.get(path("atom", false));
        for (boolean toController : List.of(false, false, true)) {
            var response = http.get(path("atom", toController), "If-None-Match", "*");
            assertThat(response.statusCode()).isEqualTo(304);
            assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        }
    }

    @Test
    void areTwo() {
        assertThat(editions.current(path("atom", false), clock.instant())).isNull();
        http.get(path("atom", true));
        assertThat(editions.current(path("atom", false), clock.instant())).isInstanceOf(Edition.class);
        assertThat(editions.current(path("atom", true), clock.instant())).isNull();
    }

    @Test
    void leadFromThePublicPortOnly() {
        http.get(path("atom", false));

        assertThat(new Requests(managementPort).get(path("atom", false)).statusCode())
                .isEqualTo(404);
    }

    private void assertSameAnswers(String extension, List<String> fields) {
        String tag = http.get(path(extension, false)) // which also puts the document at hand
                .headers()
                .firstValue("ETag")
                .orElseThrow()
                .replace("\"", "");
        String[] sent = fields.stream()
                .flatMap(field -> Stream.of(field.replace("TAG", tag).split(": ", 2)))
                .toArray(String[]::new);

        var front = http.get(path(extension, false), sent);
        var controller = http.get(path(extension, true), sent);

        assertThat(what(front)).isEqualTo(what(controller));
        assertThat(text(controller).replace(path(extension, true), path(extension, false))) // which a problem names
                .isEqualTo(text(front));
    }

    private String path(String extension, boolean toController) {
        String name = toController ? "%66" + feed.value().substring(1) : feed.value();
        return "/feeds/" + name + "." + extension;
    }

    private static Map<String, Object> what(HttpResponse<byte[]> response) {
        var what = new TreeMap<String, Object>();
        response.headers().map().forEach((name, values) -> what.put(name.toLowerCase(Locale.ROOT), values));
        what.remove("date");
        if (response.statusCode() >= 400) {
            what.remove("content-length"); // of the path as it was asked
        }
        what.put(":status", response.statusCode());
        return what;
    }
}
