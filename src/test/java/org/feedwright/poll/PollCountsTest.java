package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each poll counts once, whichever way it is answered. */
class PollCountsTest extends PublishedFeedTest {
    private static final String NEWSBOAT = "Newsboat/2.21.0";

    @Autowired
    PollCounts counts;

    /** The front cache knows a path as it is written only; the controller answers the other. */
    private String path(boolean toController) {
        return toController ? atom.replaceFirst("/feeds/f", "/feeds/%66") : atom;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsDocumentsByCodingAndHowManyBytesCompressionSaves(boolean toController) {
        http.get(atom);
        int plain = http.get(path(toController)).body().length;
        int gzip = http.get(path(toController), "Accept-Encoding", "gzip").body().length;
        int brotli = http.get(path(toController), "Accept-Encoding", "br").body().length;

        awaitPolls(4);
        assertThat(count("200 identity").polls()).isEqualTo(2);
        assertThat(count("200 identity").sent()).isEqualTo(2L * plain);
        assertThat(count("200 identity").saved()).isZero();
        assertThat(count("200 gzip").polls()).isOne();
        assertThat(count("200 gzip").sent()).isEqualTo(gzip);
        assertThat(count("200 gzip").saved()).isEqualTo(plain - gzip);
        assertThat(count("200 br").sent()).isEqualTo(brotli);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsWhatNotModifiedSaves(boolean toController) {
        var first = http.get(atom, "Accept-Encoding", "gzip");
        int plain = http.get(atom).body().length;

        for (int i = 0; i < 3; i++) {
            http.get(path(toController), "Accept-Encoding", "gzip", "If-None-Match", field(first, "ETag"));
        }

        awaitPolls(5);
        assertThat(count("304 gzip").polls()).isEqualTo(3);
        assertThat(count("304 gzip").sent()).isZero();
        assertThat(count("304 gzip").saved()).isEqualTo(3L * plain);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsWhatADeltaSaves(boolean toController) {
        for (int i = 0; i < 10; i++) {
            publisher.publish(feed, "old-" + i, clock.instant().minus(AGO));
        }
        var known = http.get(atom);
        clock.advance(Duration.ofSeconds(10));
        publisher.publish(feed, "second", clock.instant().minusSeconds(1));
        int whole = http.get(atom).body().length;
        String[] asked = {"User-Agent", NEWSBOAT, "A-IM", "feed", "If-None-Match", field(known, "ETag")};

        var delta = http.get(path(toController), asked);

        assertThat(delta.statusCode()).isEqualTo(226);
        awaitPolls(3);
        assertThat(count("226 identity").polls()).isOne();
        assertThat(count("226 identity").saved()).isEqualTo(whole - delta.body().length);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void countsHeadWithoutBytes(boolean toController) {
        http.send("HEAD", path(toController));

        awaitPolls(1);
        assertThat(count("200 identity").sent()).isZero();
        assertThat(count("200 identity").saved()).isZero();
    }

    @Test
    void countsRefusalsOfAFeedForIt() {
        http.get(atom, "If-Match", "\"x\"");
        http.get(atom, "Accept-Encoding", "identity;q=0, *;q=0");

        awaitPolls(2);
        assertThat(count("412 identity").polls()).isOne();
        assertThat(count("406 identity").polls()).isOne();
    }

    @Test
    void countsAnEndedFeedUnderItsName() {
        http.get(atom);
        publisher.retire(feed);

        assertThat(http.get(atom).statusCode()).isEqualTo(410);

        awaitPolls(2);
        assertThat(count("410 identity").polls()).isOne();
    }

    @Test
    void countsWhatIsNotThereTogether() {
        long before = others();

        for (int i = 0; i < 10; i++) {
            http.get("/feeds/no-feed-" + i + ".atom");
            http.get("/feeds/no-feed-" + i + ".atom", "Accept", "text/html");
            http.get("/feeds/No-feed-" + i + ".atom");
            http.get(atom.replace(".atom", "/categories/none-" + i + ".atom"));
        }

        await().untilAsserted(() -> assertThat(others()).isEqualTo(before + 40));
        assertThat(counts.all()).noneMatch(count -> count.kind().feed().startsWith("no-feed"));
        assertThat(polls()).isZero();
    }

    @Test
    void countsNeitherPagesNorRedirectsNorWhatIsNoPoll() {
        long before = others();
        http.get(atom, "Sec-Fetch-Dest", "document");
        http.get(atom + "/");
        http.get(atom.replace("feed-", "Feed-"));
        http.get("/feeds/" + feed);
        http.send("POST", atom);
        http.send("OPTIONS", atom);
        http.get("/");
        http.get(atom); // so that it is known when all have been counted

        awaitPolls(1);
        assertThat(others()).isEqualTo(before);
    }

    @Test
    void countsACategoryAndASearchForTheirFeed() {
        publisher.file(feed, "filed", clock.instant().minus(AGO), "Magnets");

        assertThat(http.get(atom.replace(".atom", "/categories/magnets.atom")).statusCode())
                .isEqualTo(200);
        assertThat(http.get(atom + "?q=body").statusCode()).isEqualTo(200);

        awaitPolls(2);
    }

    @Test
    void losesNoneOfManyAtOnce() throws Exception {
        String tag = field(http.get(atom), "ETag");

        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                readers.execute(() -> http.get(atom, "If-None-Match", tag));
            }
        }

        awaitPolls(501);
        assertThat(count("304 identity").polls()).isEqualTo(500);
    }

    @Test
    void remembersThePollsOfTheDayByTenMinutes() {
        clock.advance(Duration.ofDays(2));
        http.get(atom);
        clock.advance(Duration.ofMinutes(30));
        HttpResponse<?> known = http.get(atom);
        http.get(atom, "If-None-Match", field(known, "ETag"));

        awaitPolls(3);
        assertThat(day().polls().reversed()).startsWith(2, 0, 0, 1, 0).hasSize(144);
        assertThat(day().unchanged().reversed()).startsWith(1, 0, 0, 0);

        clock.advance(Duration.ofHours(23));
        assertThat(day().polls().reversed().subList(138, 142)).containsExactly(2, 0, 0, 1);
        clock.advance(Duration.ofHours(2));
        assertThat(day().polls()).containsOnly(0);
    }

    /** A day's parts are a ring: none is left over from two days before, whichever place it has there. */
    @Test
    void remembersNothingOfEarlierDaysWhereNobodyAskedMeanwhile() {
        http.get(atom);
        awaitPolls(1);

        clock.advance(Duration.ofDays(2).minusMinutes(10));

        assertThat(day().polls()).containsOnly(0);
    }

    private PollDay day() {
        return counts.lastDay().stream()
                .filter(day -> day.feed().equals(feed.value()))
                .findFirst()
                .orElseThrow();
    }

    /** The controller counts when it has answered. */
    private void awaitPolls(long expected) {
        await().until(() -> polls() >= expected);
        assertThat(polls())
                .as("%s", ofFeed().stream().map(PollCount::kind).toList())
                .isEqualTo(expected);
    }

    private long polls() {
        return ofFeed().stream().mapToLong(PollCount::polls).sum();
    }

    private List<PollCount> ofFeed() {
        return counts.all().stream()
                .filter(count -> count.kind().feed().equals(feed.value()))
                .toList();
    }

    private long others() {
        return counts.all().stream()
                .filter(count -> count.kind().feed().equals(PollCounts.OTHER))
                .mapToLong(PollCount::polls)
                .sum();
    }

    private PollCount count(String statusAndCoding) {
        return ofFeed().stream()
                .filter(count ->
                        (count.kind().status() + " " + count.kind().coding().token()).equals(statusAndCoding))
                .findFirst()
                .orElseThrow();
    }
}
