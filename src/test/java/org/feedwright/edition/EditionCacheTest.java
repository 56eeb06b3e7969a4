package org.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedwright.document.FeedDocument;
import org.feedwright.document.FeedFormat;
import org.feedwright.edition.EditionCache.Rank;
import org.junit.jupiter.api.Test;

class EditionCacheTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final long CAPACITY = 1_000_000;
    private static final byte[] BYTES = IntStream.range(0, 2_000)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);

    private final EditionCache cache = new EditionCache(CAPACITY);

    @Test
    void keepSubscriptionDocumentsWhoeverWalksThroughEverythingElse() {
        ask("/feeds/a.atom", Rank.SUBSCRIPTION, NOW);
        ask("/feeds/b.atom", Rank.SUBSCRIPTION, NOW);
        for (int i = 1; i <= 5_000; i++) {
            ask("/feeds/a/archive/" + i + ".atom", Rank.PASSING, NOW.plusSeconds(i));
            assertThat(cache.size()).isLessThanOrEqualTo(CAPACITY);
        }

        assertThat(cache.at("/feeds/a.atom")).isNotNull();
        assertThat(cache.at("/feeds/b.atom")).isNotNull();
        assertThat(cache.at("/feeds/a/archive/5000.atom")).isNotNull();
        assertThat(cache.at("/feeds/a/archive/1.atom")).isNull();
    }

    @Test
    void giveUpWhatNobodyHasAskedForLongest() {
        for (int i = 0; i < 500; i++) {
            ask("/feeds/" + i + ".atom", Rank.SUBSCRIPTION, NOW.plusSeconds(i));
            ask("/feeds/polled.atom", Rank.SUBSCRIPTION, NOW.plusSeconds(i));
        }

        assertThat(cache.size()).isLessThanOrEqualTo(CAPACITY);
        assertThat(cache.at("/feeds/polled.atom")).isNotNull();
        assertThat(cache.at("/feeds/499.atom")).isNotNull();
        assertThat(cache.at("/feeds/0.atom")).isNull();
    }

    @Test
    void countWhatIsOnThemInBytes() {
        assertThat(cache.size()).isZero();
        ask("/feeds/a.atom", Rank.SUBSCRIPTION, NOW);

        assertThat(cache.size()).isBetween(10_000L, 40_000L);
    }

    @Test
    void keepWhatJustFits() {
        long one = sizeOf(1, CAPACITY);
        assertThat(sizeOf(3, 3 * one)).isEqualTo(3 * one);
        assertThat(sizeOf(3, 3 * one - 1)).isEqualTo(2 * one);
        assertThat(sizeOf(3, 2 * one)).isEqualTo(2 * one);
    }

    private static long sizeOf(int editions, long capacity) {
        var cache = new EditionCache(capacity);
        for (int i = 0; i < editions; i++) {
            shelf(cache, "/feeds/" + i + ".atom", Rank.SUBSCRIPTION).find(NOW.plusSeconds(i));
        }
        cache.trim();
        assertThat(cache.at("/feeds/" + (editions - 1) + ".atom")).isNotNull();
        return cache.size();
    }

    @Test
    void removeOneThatIsStillTheOneToRemove() {
        var shelf = shelf(cache, "/feeds/a.atom", Rank.SUBSCRIPTION);
        var other = shelf(cache, "/feeds/b.atom", Rank.SUBSCRIPTION);
        assertThat(shelf(cache, "/feeds/a.atom", Rank.SUBSCRIPTION)).isSameAs(shelf);
        assertThat(cache.all()).containsExactlyInAnyOrder(shelf, other);

        cache.remove("/feeds/a.atom", other);
        assertThat(cache.at("/feeds/a.atom")).isSameAs(shelf);
        cache.remove("/feeds/a.atom", shelf);
        assertThat(cache.at("/feeds/a.atom")).isNull();
        assertThat(cache.all()).containsExactly(other);
    }

    private void ask(String path, Rank rank, Instant now) {
        shelf(cache, path, rank).find(now);
        cache.trim();
    }

    private static CachedEdition shelf(EditionCache cache, String path, Rank rank) {
        return cache.at(
                path,
                rank,
                () -> new CachedEdition(
                        DocumentAddress.parse(path).orElseThrow(), EditionCacheTest::edition, Runnable::run));
    }

    private static Edition edition() {
        var document = new FeedDocument(FeedFormat.ATOM, BYTES.clone(), "https://x/", List.of(), NOW, null, null);
        return new Edition(document, 0, Duration.ofMinutes(5), PastEdition.of(document.fingerprint(), List.of()));
    }
}
