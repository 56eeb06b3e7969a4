package org.feedwright.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PollIntervalTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final PollInterval rhythm = new PollInterval(Duration.ofMinutes(1), Duration.ofMinutes(30));

    @Test
    void isATenthOfTheUsualTimeBetweenTwoArticles() {
        assertThat(rhythm.of(every(Duration.ofHours(2)))).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void staysWithinItsBounds() {
        assertThat(rhythm.of(every(Duration.ofSeconds(5)))).isEqualTo(Duration.ofMinutes(1));
        assertThat(rhythm.of(every(Duration.ofDays(7)))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void isSlowWhereThereIsTooLittleToGoBy() {
        assertThat(rhythm.of(List.of())).isEqualTo(Duration.ofMinutes(30));
        assertThat(rhythm.of(List.of(START))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void isNotFooledByOneLongPause() {
        var published = new java.util.ArrayList<>(every(Duration.ofMinutes(20)));
        published.add(START.plus(Duration.ofDays(90)));

        assertThat(rhythm.of(published)).isEqualTo(Duration.ofMinutes(2));
    }

    /** Of a feed that slept for years and woke up, only what it has published lately counts. */
    @Test
    void goesByTheLatestArticlesInWhateverOrderTheyCome() {
        var lately = IntStream.range(0, 11).mapToObj(i -> START.plus(Duration.ofMinutes(20L * i)));
        var before = IntStream.range(1, 100).mapToObj(i -> START.minus(Duration.ofDays(30L * i)));

        assertThat(rhythm.of(Stream.concat(lately, before).toList())).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void isTheLongerOfTwoTimesBetweenThreeArticles() {
        assertThat(rhythm.of(List.of(START, START.plusSeconds(600), START.plusSeconds(3_600))))
                .isEqualTo(Duration.ofMinutes(5));
    }

    private static List<Instant> every(Duration gap) {
        return IntStream.range(0, 8)
                .mapToObj(i -> START.plus(gap.multipliedBy(i)))
                .toList();
    }
}
