package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.feedwright.article.FeedName;
import org.feedwright.edition.Editions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Feeds that are put together at the address. */
class SearchOverHttpTest extends PollingTest {
    @Autowired
    Editions editions;

    FeedName feed;
    String atom;

    @BeforeEach
    void publishAFeed() {
        feed = publisher.open();
        atom = "/feeds/" + feed + ".atom";
        publisher.publish(feed, "copper", clock.instant().minus(Duration.ofHours(3)));
        publisher.publish(feed, "zinc", clock.instant().minus(Duration.ofHours(2)));
        publisher.file(feed, "gold", clock.instant().minus(Duration.ofHours(1)), "C# & 日本語");
    }

    @ParameterizedTest
    @CsvSource({
        "atom, application/atom+xml; charset=utf-8",
        "rss,  application/rss+xml; charset=utf-8",
        "json, application/feed+json; charset=utf-8",
    })
    void isServedInEachFormat(String extension, String contentType) {
        var response = http.get("/feeds/" + feed + "." + extension + "?limit=5&q=zinc&utm_source=x");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(field(response, "Content-Type")).isEqualTo(contentType);
        assertThat(text(response)).contains("Title of zinc").doesNotContain("Title of copper", "Title of gold");
        assertThat(field(response, "Link"))
                .startsWith("<https://feeds.example.org/feeds/" + feed + "." + extension
                        + "?q=zinc&limit=5>; rel=\"self\"");
        assertThat(text(response)).contains("?q=zinc&").doesNotContain("prev-archive", "next_url");
    }

    @Test
    void takesWhatIsAskedFor() {
        assertThat(titles(atom + "?limit=2")).isEqualTo("gold zinc");
        assertThat(titles(atom + "?q=rare+-zinc")).isEqualTo("gold copper");
        assertThat(titles(atom + "?q=zinc+OR+copper&limit=1")).isEqualTo("zinc");
        assertThat(titles(atom + "?category=" + encoded("c#  & 日本語"))).isEqualTo("gold");
        assertThat(titles(atom + "?category=" + encoded("c#  & 日本語") + "&q=zinc"))
                .isEmpty();
        assertThat(titles(atom + "?category=none")).isEmpty();
        assertThat(titles(
                        "/feeds/" + feed + "/categories/" + encoded("C# & 日本語").replace("+", "%20") + ".atom?q=gold"))
                .isEmpty(); // it is moved to its one address, which is the next
        assertThat(titles("/feeds/" + feed + "/categories/c~23~-~26~-%E6%97%A5%E6%9C%AC%E8%AA%9E.atom?q=gold"))
                .isEqualTo("gold");
    }

    @Test
    void followsWhatIsPublished() {
        assertThat(titles(atom + "?q=silver")).isEmpty();
        var silver = publisher.publish(feed, "silver", clock.instant());
        assertThat(titles(atom + "?q=silver")).isEqualTo("silver");
        publisher.withdraw(silver.id());
        assertThat(titles(atom + "?q=silver")).isEmpty();

        publisher.publish(feed, "tin", clock.instant().plusSeconds(30));
        assertThat(titles(atom + "?q=tin")).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        assertThat(titles(atom + "?q=tin")).isEqualTo("tin");
    }

    @Nested
    class APoll {
        @Test
        void isAnsweredAsForEveryDocument() {
            var whole = http.get(atom + "?q=zinc&limit=9");
            String tag = field(whole, "ETag");
            var gzip = http.get(atom + "?q=zinc&limit=9", "Accept-Encoding", "gzip");
            var known = http.get(atom + "?limit=9&x=y&q=zinc", "If-None-Match", tag);

            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(field(known, "ETag")).isEqualTo(tag);
            assertThat(field(gzip, "Content-Encoding")).isEqualTo("gzip");
            assertThat(field(gzip, "ETag")).isNotEqualTo(tag);
            assertThat(field(whole, "Cache-Control")).startsWith("public, max-age=");
            assertThat(http.send("HEAD", atom + "?q=zinc&limit=9").headers().map())
                    .containsAllEntriesOf(withoutDate(whole));
            assertThat(http.get(atom + "?q=zinc", "If-None-Match", "\"other\"", "A-IM", "feed")
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void findsTheSameUntilSomethingElseIsFound() {
            String tag = field(http.get(atom + "?q=zinc"), "ETag");
            publisher.publish(feed, "lead", clock.instant());

            assertThat(http.get(atom + "?q=zinc", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        }

        @Test
        void movesToTheOneAddressThatTheDocumentHas() {
            var moved = http.get(atom.replace(".atom", ".xml") + "?limit=9&q=zinc");

            assertThat(moved.statusCode()).isEqualTo(301);
            assertThat(field(moved, "Location")).isEqualTo("https://feeds.example.org" + atom + "?q=zinc&limit=9");
        }

        @Test
        void ofAPersonShowsThePage() {
            var page = http.get(atom + "?q=zinc", "Sec-Fetch-Dest", "document");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(field(page, "Content-Type")).startsWith("text/html");
        }

        @Test
        void ofAFeedThatIsNotThereOrHasEnded() {
            assertThat(http.get("/feeds/nothing.atom?q=zinc").statusCode()).isEqualTo(404);
            publisher.retire(feed);
            assertThat(http.get(atom + "?q=zinc").statusCode()).isEqualTo(410);
        }
    }

    @Nested
    class ARefusal {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "q= | q has no letter or digit.",
                    "q=-zinc | q says only what is left out.",
                    "q=%22zinc | A quotation mark in q has no partner.",
                    "q=%00%01 | q has no letter or digit.",
                    "limit=0 | limit is not a number from 1 to 100.",
                    "limit=1000 | limit is not a number from 1 to 100.",
                    "categry=a | There is no parameter 'categry'.",
                    "category= | category is empty.",
                })
        void saysWhatIsWrong(String query, String reason) {
            var response = http.get(atom + "?" + query);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(field(response, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(field(response, "Cache-Control")).isEqualTo("no-cache");
            assertThat(field(response, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(text(response)).contains("\"status\":400").contains(reason);
        }

        @Test
        void isWhatAnArchiveAnswers() {
            var response = http.get("/feeds/" + feed + "/archive/1.atom?q=zinc");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(text(response)).contains("An archive document is not searched.");
        }

        @ParameterizedTest
        @ValueSource(ints = {201, 3_000, 10_000})
        void isWhatTooLongAQueryGets(int length) {
            assertThat(http.get(atom + "?q=" + "x".repeat(length)).statusCode()).isIn(400, 414, 431);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEAR(zinc copper)",
                "zinc*",
                "^zinc",
                "title:zinc",
                "' or 1=1",
                "zinc\u0000",
                "zinc😀",
                "\"zinc\" AND",
                "{a b}:zinc",
                "a:b:c\\'",
                "!zinc & (",
                "zinc <-> 'copper':*",
                "--",
                "zinc;--",
                "%_",
                "(((((((",
                "𝔷𝔦𝔫𝔠"
            })
    void isUnderstoodOrRefusedWhateverIsWritten(String q) {
        assertThat(http.get(atom + "?q=" + encoded(q)).statusCode()).isIn(200, 400);
    }

    @Test
    void aThousandDifferentQueriesTakeNoMoreThanTheirShare() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var statuses = IntStream.range(0, 1_000)
                    .mapToObj(i ->
                            threads.submit(() -> http.get(atom + "?q=word" + i).statusCode()))
                    .toList();
            for (var status : statuses) {
                assertThat(status.get()).isIn(200, 503);
            }
        }
        assertThat(editions.size()).isLessThan(64L << 20);
        assertThat(http.get(atom).statusCode()).isEqualTo(200);
        publisher.publish(feed, "last", clock.instant());
        assertThat(titles(atom + "?q=last")).isEqualTo("last");
    }

    private String titles(String path) {
        var matcher = Pattern.compile(">Title of (\\w+)</title>").matcher(text(http.get(path)));
        var titles = new ArrayList<String>();
        while (matcher.find()) {
            titles.add(matcher.group(1));
        }
        return String.join(" ", titles);
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<?> response) {
        var fields = new TreeMap<>(response.headers().map());
        fields.remove("date");
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
