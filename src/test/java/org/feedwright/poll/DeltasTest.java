package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.feedwright.article.Article;
import org.feedwright.article.FeedName;
import org.feedwright.edition.DocumentAddress;
import org.feedwright.edition.Edition;
import org.feedwright.edition.Editions;
import org.feedwright.http.ContentCoding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class DeltasTest extends PollingTest {
    private static final String NEWSBOAT = "newsboat/2.21.0 (Linux x86_64)";

    @Autowired
    Editions editions;

    FeedName feed;
    Instant start;
    Article second;

    @BeforeEach
    void publishAFeed() {
        feed = publisher.open();
        start = clock.instant().minus(Duration.ofHours(1));
        publisher.publish(feed, "first", start);
        second = publisher.publish(feed, "second", start.plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "rdf"})
    void carryWhatHasChangedSince(String extension) {
        var known = get(extension);
        publisher.revise(second, "A better second body");
        publisher.publish(feed, "third", start.plusSeconds(2));

        for (int i = 0; i < 2; i++) { // by the controller, then by the front cache
            var delta = get(extension, "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(known));

            assertThat(delta.statusCode()).isEqualTo(226);
            assertThat(delta.headers().firstValue("IM")).contains("feed");
            assertThat(delta.headers().firstValue("Delta-Base")).contains(tag(known));
            assertThat(titles(delta)).containsExactlyInAnyOrder("Title of second", "Title of third");
            assertThat(text(delta)).contains("A better second body");
        }
    }

    @Test
    void areOfTheDocumentThatTheyLeadTo() {
        var known = get("atom");
        publisher.publish(feed, "third", start.plusSeconds(2));
        var delta = get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(known));

        assertThat(tag(delta)).isEqualTo(tag(get("atom")));
        assertThat(get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(delta))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void areKeptByNoCacheAndChangeNothingForOthers() {
        var known = get("atom");
        publisher.publish(feed, "third", start.plusSeconds(2));
        clock.advance(Duration.ofSeconds(10));
        var delta = get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(known));

        assertThat(delta.statusCode()).isEqualTo(226);
        assertThat(delta.headers().allValues("Cache-Control")).containsExactly("no-store");
        for (var answer : List.of(delta, get("atom"), get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed"))) {
            assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding, Sec-Fetch-Dest");
        }
    }

    @Test
    void haveNoDate() {
        var known = get("atom");
        publisher.publish(feed, "third", start.plusSeconds(2));
        clock.advance(Duration.ofSeconds(10));

        for (int i = 0; i < 2; i++) { // by the controller, then by the front cache
            var delta = get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(known));
            assertThat(delta.statusCode()).isEqualTo(226);
            assertThat(delta.headers().firstValue("Last-Modified")).isEmpty();
        }
        assertThat(get("atom").headers().firstValue("Last-Modified")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rss2email/3.13.1 (https://github.com/rss2email/rss2email)",
                "feedparser/6.0.10 +https://github.com/kurtmckee/feedparser/",
                "Mozilla/5.0 (compatible; Newsboat/2.21)",
                "NewsboatX/1.0",
                "X-Newsboat/1.0",
                "reader newsboat/2.21",
                "(newsboat)",
                "",
            })
    void areForNobodyElse(String reader) {
        var known = get("atom");
        publisher.publish(feed, "third", start.plusSeconds(2));
        get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(known)); // which is at hand then

        var answer = get("atom", "User-Agent", reader, "A-IM", "feed", "If-None-Match", tag(known));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(titles(answer)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newsboat/2.21.0 (Linux x86_64)",
                "Newsboat/2.37.0 (Macintosh; macOS 14)",
                "NEWSBOAT",
                "newsboat(x)"
            })
    void areForTheReadersThatASettingNames(String reader) {
        var known = get("atom");
        publisher.publish(feed, "third", start.plusSeconds(2));

        assertThat(get("atom", "User-Agent", reader, "A-IM", "feed", "If-None-Match", tag(known))
                        .statusCode())
                .isEqualTo(226);
    }

    @Test
    void areCompressedToo() throws IOException {
        var known = get("atom", "Accept-Encoding", "gzip");
        publisher.publish(feed, "third", start.plusSeconds(2));
        var delta = get(
                "atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "Accept-Encoding", "gzip", "If-None-Match", tag(known));

        assertThat(delta.statusCode()).isEqualTo(226);
        assertThat(delta.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(tag(delta)).isEqualTo(tag(get("atom", "Accept-Encoding", "gzip")));
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(delta.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("Title of third").doesNotContain("Title of first");
    }

    @Test
    void reachBackOverManyChangesButNotForEver() {
        var oldest = get("atom");
        publisher.publish(feed, "third", start.plusSeconds(2));
        var old = get("atom");
        for (int i = 0; i < 31; i++) {
            publisher.revise(second, "Revision " + i);
            get("atom");
        }

        assertThat(titles(get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(old))))
                .containsExactly("Title of second");
        publisher.revise(second, "Once more");
        get("atom");
        assertThat(get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(oldest))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void startFromTheNewestDocumentThatTheReaderNames() {
        var old = get("atom");
        publisher.publish(feed, "third", start.plusSeconds(2));
        var newer = get("atom");
        publisher.publish(feed, "fourth", start.plusSeconds(3));

        assertThat(titles(get(
                        "atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(old) + ", " + tag(newer))))
                .containsExactly("Title of fourth");
    }

    @Test
    void areNotSentForUnknownTags() {
        var response = get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", "\"unknown\"");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(titles(response)).hasSize(2);
        assertThat(get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed").statusCode())
                .isEqualTo(200);
    }

    @Test
    void areSentToThoseOnlyWhoTakeThem() {
        var known = get("atom");
        publisher.publish(feed, "third", start.plusSeconds(2));

        assertThat(get("atom", "If-None-Match", tag(known)).statusCode()).isEqualTo(200);
        assertThat(get("atom", "User-Agent", NEWSBOAT, "A-IM", "vcdiff, gzip", "If-None-Match", tag(known))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed;q=0", "If-None-Match", tag(known))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("atom", "User-Agent", NEWSBOAT, "A-IM", "vcdiff, Feed;q=0.1", "If-None-Match", tag(known))
                        .statusCode())
                .isEqualTo(226);
    }

    @Test
    void cannotTakeAnythingBackAndDoNotTry() {
        var known = get("atom");
        publisher.publish(feed, "third", start.plusSeconds(2));
        publisher.withdraw(second.id());

        var response = get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(known));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(titles(response)).containsExactly("Title of third", "Title of first");
    }

    @Test
    void areSentWhenOldEntriesHaveMadeRoomForNewOnes() {
        for (int i = 0; i < 20; i++) {
            publisher.publish(feed, "more-" + i, start.plusSeconds(2 + i));
        }
        var known = get("atom");
        publisher.publish(feed, "newest", start.plusSeconds(100));

        var response = get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(known));
        assertThat(response.statusCode()).isEqualTo(226);
        assertThat(titles(response)).containsExactly("Title of newest");
    }

    /** Who asked for the edition goes on with it, while the store has the next one already. */
    @ParameterizedTest
    @ValueSource(strings = {"published", "revised", "withdrawn"})
    void areNotMadeOfWhatCameAfterTheEdition(String change) {
        var address = DocumentAddress.parse("/feeds/" + feed + ".atom").orElseThrow();
        String known = tag(get("atom"));
        publisher.publish(feed, "third", start.plusSeconds(2));
        var edition = (Edition) editions.find(address);
        var base = edition.base(List.of(known.replace("\"", ""))).orElseThrow();
        switch (change) {
            case "published" -> publisher.publish(feed, "fourth", start.plusSeconds(3));
            case "revised" -> publisher.revise(second, "A better second body");
            default -> publisher.withdraw(second.id());
        }

        assertThat(editions.delta(address, edition, base)).isEmpty();
        var next = (Edition) editions.find(address);
        assertThat(next.tag(ContentCoding.IDENTITY)).isNotEqualTo(edition.tag(ContentCoding.IDENTITY));
        assertThat(get("atom", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", known)
                        .statusCode())
                .isEqualTo(change.equals("withdrawn") ? 200 : 226);
    }

    @Test
    void areNotForJson() {
        var known = get("json");
        publisher.publish(feed, "third", start.plusSeconds(2));

        assertThat(get("json", "User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", tag(known))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<byte[]> get(String extension, String... fields) {
        return http.get("/feeds/" + feed + "." + extension, fields);
    }

    private static String tag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static List<String> titles(HttpResponse<byte[]> response) {
        return Pattern.compile("<title[^>]*>(Title of [^<]*)</title>")
                .matcher(text(response))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
