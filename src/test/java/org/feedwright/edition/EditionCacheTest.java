package org.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.feedwright.document.FeedDocument;
import org.feedwright.document.FeedFormat;
import org.feedwright.edition.EditionCache.Rank;
import org.junit.jupiter.api.Test;

class EditionCacheTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final long CAPACITY = 1_000_000;

    private final EditionCache shelves = new EditionCache(CAPACITY);

    @Test
    void keepSubscriptionDocumentsWhoeverWalksThroughEverythingElse() {
        ask("/feeds/a.atom", Rank.SUBSCRIPTION, NOW);
        ask("/feeds/b.atom", Rank.SUBSCRIPTION, NOW);
        for (int i = 1; i <= 5_000; i++) {
            ask("/feeds/a/archive/" + i + ".atom", Rank.PASSING, NOW.plusSeconds(i));
            assertThat(shelves.size()).isLessThanOrEqualTo(CAPACITY);
        }

        assertThat(shelves.at("/feeds/a.atom")).isNotNull();
        assertThat(shelves.at("/feeds/b.atom")).isNotNull();
        assertThat(shelves.at("/feeds/a/archive/5000.atom")).isNotNull();
        assertThat(shelves.at("/feeds/a/archive/1.atom")).isNull();
    }

    @Test
    void giveUpWhatNobodyHasAskedForLongest() {
        for (int i = 0; i < 500; i++) {
            ask("/feeds/" + i + ".atom", Rank.SUBSCRIPTION, NOW.plusSeconds(i));
            ask("/feeds/polled.atom", Rank.SUBSCRIPTION, NOW.plusSeconds(i));
        }

        assertThat(shelves.size()).isLessThanOrEqualTo(CAPACITY);
        assertThat(shelves.at("/feeds/polled.atom")).isNotNull();
        assertThat(shelves.at("/feeds/499.atom")).isNotNull();
        assertThat(shelves.at("/feeds/0.atom")).isNull();
    }

    @Test
    void countWhatIsOnThemInBytes() {
        assertThat(shelves.size()).isZero();
        ask("/feeds/a.atom", Rank.SUBSCRIPTION, NOW);

        assertThat(shelves.size()).isBetween(10_000L, 40_000L);
    }

    private void ask(String path, Rank rank, Instant now) {
        shelves.at(
                        path,
                        rank,
                        () -> new CachedEdition(
                                DocumentAddress.parse(path).orElseThrow(), EditionCacheTest::edition, Runnable::run))
                .find(now);
        shelves.trim();
    }

    private static Edition edition() {
        byte[] bytes = IntStream.range(0, 2_000)
                .mapToObj(String::valueOf)
                .reduce("", String::concat)
                .getBytes(StandardCharsets.UTF_8);
        var document = new FeedDocument(FeedFormat.ATOM, bytes, "https://x/", List.of(), NOW, null, null);
        return new Edition(document, 0, Duration.ofMinutes(5), PastEdition.of(document.fingerprint(), List.of()));
    }
}
