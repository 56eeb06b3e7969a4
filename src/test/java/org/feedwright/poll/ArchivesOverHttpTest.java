package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ArchivesOverHttpTest extends PollingTest {
    private static final int WINDOW = 20;

    FeedName feed;
    List<ArticleId> ids;

    @BeforeEach
    void publishSeventyArticles() {
        feed = publisher.openWithWindow(WINDOW);
        ids = new ArrayList<>();
        for (int i = 1; i <= 70; i++) {
            clock.advance(Duration.ofSeconds(10));
            ids.add(publisher.publish(feed, "a" + i, clock.instant()).id());
        }
        clock.advance(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"atom, prev-archive", "rss, prev-archive", "json, next_url"})
    void holdEveryArticleOnce(String extension, String relation) {
        var documents = walk("/feeds/" + feed + "." + extension, relation);

        assertThat(documents.keySet())
                .containsExactly(
                        "/feeds/" + feed + "." + extension,
                        "/feeds/" + feed + "/archive/3." + extension,
                        "/feeds/" + feed + "/archive/2." + extension,
                        "/feeds/" + feed + "/archive/1." + extension);
        var all = String.join("\n", documents.values());
        for (var id : ids) {
            assertThat(all.split(Pattern.quote(id.value() + (extension.equals("json") ? "\"" : "<")), -1))
                    .as("one entry of %s", id)
                    .hasSize(2);
        }
    }

    @Test
    void areNamedInDocumentsAndHeaderFields() {
        String base = "https://feeds.example.org/feeds/" + feed;
        var second = http.get("/feeds/" + feed + "/archive/2.atom");
        String body = body("/feeds/" + feed + "/archive/2.atom");

        assertThat(body).contains("<fh:archive xmlns:fh=\"http://purl.org/syndication/history/1.0\"");
        assertThat(linked(body, "current")).isEqualTo(base + ".atom");
        assertThat(linked(body, "prev-archive")).isEqualTo(base + "/archive/1.atom");
        assertThat(linked(body, "next-archive")).isEqualTo(base + "/archive/3.atom");
        assertThat(linked(body, "self")).isEqualTo(base + "/archive/2.atom");
        assertThat(second.headers().firstValue("Link").orElseThrow())
                .contains("<" + base + ".atom>; rel=\"current\"")
                .contains("<" + base + "/archive/1.atom>; rel=\"prev-archive\"");
        assertThat(body("/feeds/" + feed + "/archive/1.atom")).doesNotContain("prev-archive");
        assertThat(body("/feeds/" + feed + ".atom")).doesNotContain("fh:archive");
    }

    @Test
    void doNotChangeWhenSomethingIsPublished() {
        var before = List.of(answer(1), answer(2));
        for (int i = 0; i < 25; i++) {
            clock.advance(Duration.ofSeconds(1));
            publisher.publish(feed, "later-" + i, clock.instant());
        }

        assertThat(List.of(answer(1), answer(2))).isEqualTo(before);
        assertThat(body("/feeds/" + feed + "/archive/3.atom").split("<entry")).hasSize(21);
    }

    @Test
    void mayBeKeptForLongWhenTheyAreComplete() {
        assertThat(cacheControl(1)).startsWith("public, max-age=86400");
        assertThat(cacheControl(3)).as("it is still being filled").doesNotContain("max-age=86400");
    }

    @Test
    void showACorrectionAndSoDoesTheSubscriptionDocument() {
        clock.advance(Duration.ofMinutes(5));
        publisher.revise(ids.get(4), "It was otherwise.");

        assertThat(body("/feeds/" + feed + "/archive/1.atom")).contains("It was otherwise.");
        assertThat(body("/feeds/" + feed + ".atom")).contains("It was otherwise.");
        assertThat(body("/feeds/" + feed + ".atom").split("<entry")).hasSize(WINDOW + 2);
    }

    @Test
    void keepTheirBoundariesWhenAnArticleIsWithdrawn() {
        publisher.withdraw(ids.get(4));

        assertThat(body("/feeds/" + feed + "/archive/1.atom").split("<entry")).hasSize(20);
        assertThat(body("/feeds/" + feed + "/archive/2.atom")).contains(ids.get(20) + "<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"archive/0.atom", "archive/5.atom", "archive/99999999.rss", "archive/x.atom", "archive/-1.json"})
    void areNotThereBeyondTheLast(String path) {
        assertThat(http.get("/feeds/" + feed + "/" + path).statusCode()).isEqualTo(404);
    }

    @Nested
    class Tombstones {
        @Test
        void sayWhatWasWithdrawnAndWhyWhereTheFeedWantsThem() {
            feed = publisher.openWithTombstones();
            var id = publisher.publish(feed, "wrong", clock.instant()).id();
            publisher.publish(feed, "right", clock.instant());
            clock.advance(Duration.ofMinutes(1));
            publisher.withdraw(id, "It was <wrong> & misleading");
            String when = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();

            var deleted = Jsoup.parse(body("/feeds/" + feed + ".atom"), Parser.xmlParser())
                    .select("at|deleted-entry");
            assertThat(deleted.attr("ref")).isEqualTo(id.value());
            assertThat(deleted.attr("when")).isEqualTo(when);
            assertThat(deleted.select("at|comment").text()).isEqualTo("It was <wrong> & misleading");
            var extension = JsonMapper.shared()
                    .readTree(body("/feeds/" + feed + ".json"))
                    .at("/_tombstones/deleted/0");
            assertThat(extension.path("id").asString()).isEqualTo(id.value());
            assertThat(extension.path("when").asString()).isEqualTo(when);
            assertThat(extension.path("reason").asString()).isEqualTo("It was <wrong> & misleading");
            assertThat(body("/feeds/" + feed + ".rss")).doesNotContain("misleading");
        }

        @Test
        void areNotThereByThemselves() {
            publisher.withdraw(ids.getLast(), "It was wrong");

            assertThat(body("/feeds/" + feed + ".atom")).doesNotContain("deleted-entry", "It was wrong");
            assertThat(body("/feeds/" + feed + ".json")).doesNotContain("_tombstones");
        }
    }

    @Nested
    class Categories {
        @ParameterizedTest
        @ValueSource(strings = {"C#", "日本語", "a/b", "..", "😀", "x.json", "50%", "+", "?q=1", "a b", "É"})
        void haveOneAddressWhateverTheirName(String name) {
            publisher.publishAbout(feed, "about", name, clock.instant());
            String written = URLEncoder.encode(name, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace(".", "%2E");

            var answer = followed("/feeds/" + feed + "/categories/" + written + ".atom");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(text(answer).split("<entry")).hasSize(2);
            assertThat(linked(text(answer), "self"))
                    .isEqualTo("https://feeds.example.org" + answer.uri().getRawPath());
            assertThat(http.get(answer.uri().getRawPath()).statusCode())
                    .as("its own address leads nowhere else")
                    .isEqualTo(200);
        }

        @Test
        void haveAnAddressEvenWithALongName() {
            String name = "x".repeat(300);
            publisher.publishAbout(feed, "about", name, clock.instant());

            var answer = followed("/feeds/" + feed + "/categories/" + name + ".atom");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.uri().getRawPath()).hasSizeLessThan(200);
        }

        @Test
        void areNotTouchedByWhatHappensOutsideThem() {
            publisher.publishAbout(feed, "about", "Energy", clock.instant());
            String address = "/feeds/" + feed + "/categories/energy.atom";
            clock.advance(Duration.ofMinutes(1));
            var before = validators(http.get(address));
            clock.advance(Duration.ofMinutes(1));
            publisher.publish(feed, "outside", clock.instant());
            publisher.revise(ids.get(69), "Else.");

            assertThat(validators(http.get(address))).isEqualTo(before);
        }

        @Test
        void areNotThereWithoutArticles() {
            assertThat(http.get("/feeds/" + feed + "/categories/none.atom").statusCode())
                    .isEqualTo(404);
            assertThat(http.get("/feeds/" + feed + "/authors/nobody.atom").statusCode())
                    .isEqualTo(404);
        }

        @Test
        void haveArchives() {
            for (int i = 0; i < 45; i++) {
                clock.advance(Duration.ofSeconds(1));
                publisher.publishAbout(feed, "c" + i, "C#", clock.instant());
            }
            String address = "/feeds/" + feed + "/categories/c~23~.atom";

            assertThat(walk(address, "prev-archive").values().stream()
                            .mapToInt(body -> body.split("<entry", -1).length - 1)
                            .sum())
                    .isEqualTo(45);
        }

        private static List<String> validators(HttpResponse<byte[]> answer) {
            assertThat(answer.statusCode()).isEqualTo(200);
            return List.of(
                    answer.headers().firstValue("ETag").orElseThrow(),
                    answer.headers().firstValue("Last-Modified").orElseThrow());
        }
    }

    private HttpResponse<byte[]> followed(String path) {
        var answer = http.get(path);
        while (answer.statusCode() == 301) {
            answer = http.get(path(answer.headers().firstValue("Location").orElseThrow()));
        }
        return answer;
    }

    private Map<String, String> walk(String first, String relation) {
        var documents = new LinkedHashMap<String, String>();
        String next = first;
        while (next != null) {
            String body = body(next);
            documents.put(next, body);
            next = relation.equals("next_url") ? nextUrl(body) : path(linked(body, relation));
            next = next.isEmpty() ? null : next;
        }
        return documents;
    }

    private List<Object> answer(int archive) {
        var answer = http.get("/feeds/" + feed + "/archive/" + archive + ".atom");
        return List.of(
                text(answer),
                answer.headers().firstValue("ETag").orElseThrow(),
                answer.headers().firstValue("Last-Modified").orElseThrow());
    }

    private String cacheControl(int archive) {
        return http.get("/feeds/" + feed + "/archive/" + archive + ".atom")
                .headers()
                .firstValue("Cache-Control")
                .orElseThrow();
    }

    private static String path(String address) {
        return address.replaceFirst("https://[^/]+", "");
    }

    private String body(String path) {
        var answer = http.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return text(answer);
    }

    /** The address to which a document's link of this relation leads; empty if it has none. */
    private static String linked(String body, String relation) {
        return Jsoup.parse(body, Parser.xmlParser())
                .getElementsByAttributeValue("rel", relation)
                .attr("href");
    }

    private static String nextUrl(String body) {
        return path(JsonMapper.shared().readTree(body).path("next_url").asString(""));
    }
}
