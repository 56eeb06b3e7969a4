package org.feedwright.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often it is worth polling a feed, by the rhythm in which it has published lately.
 *
 * @param shortest the shortest time between two polls, for the liveliest feed
 * @param longest the longest time between two polls, also for a feed with too few articles to tell
 */
record PollInterval(Duration shortest, Duration longest) {
    private static final int ARTICLES = 11;

    /** Readers wait a tenth of the time that usually lies between two articles. */
    private static final int SHARE = 10;

    /**
     * The time between two polls of a feed.
     *
     * @param published when the feed's articles were published, in any order
     */
    Duration of(List<Instant> published) {
        var newest = published.stream()
                .sorted(Comparator.reverseOrder())
                .limit(ARTICLES)
                .toList();
        var gaps = IntStream.range(1, newest.size())
                .mapToObj(i -> Duration.between(newest.get(i), newest.get(i - 1)))
                .sorted()
                .toList();
        if (gaps.isEmpty()) {
            return longest;
        }
        var wait = gaps.get(gaps.size() / 2).dividedBy(SHARE);
        return wait.compareTo(shortest) < 0 ? shortest : wait.compareTo(longest) > 0 ? longest : wait;
    }
}
