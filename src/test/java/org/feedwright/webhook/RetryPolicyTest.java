package org.feedwright.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    private static final RetryPolicy USUAL = new RetryPolicy(Duration.ofSeconds(5), Duration.ofDays(1));

    @Test
    void triesThreeTimesLaterEachTimeForADay() {
        var pauses = new ArrayList<Duration>();
        var now = START;
        for (int attempts = 1; ; attempts++) {
            var next = USUAL.next(attempts, START, now, null);
            if (next.isEmpty()) {
                break;
            }
            pauses.add(Duration.between(now, next.get()));
            now = next.get();
        }

        assertThat(pauses.subList(0, 4))
                .isEqualTo(List.of(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(135)));
        assertThat(pauses.getLast()).isEqualTo(Duration.ofHours(3));
        assertThat(pauses).hasSizeBetween(12, 20);
        assertThat(Duration.between(START, now)).isBetween(Duration.ofHours(21), Duration.ofDays(1));
    }

    @Test
    void waitsForAsLongAsTheReceiverWantsButNotForEver() {
        assertThat(USUAL.next(1, START, START, START.plusSeconds(60))).contains(START.plusSeconds(60));
        assertThat(USUAL.next(1, START, START, START.plusSeconds(1))).contains(START.plusSeconds(5));
        assertThat(USUAL.next(1, START, START, START.plus(Duration.ofDays(30))))
                .contains(START.plus(Duration.ofHours(3)));
    }

    @Test
    void countsManyFailuresWithoutOverflow() {
        assertThat(USUAL.pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void putsApartWhatFailedTogether() {
        var jitter = new Jitter(new SplittableRandom(1));
        var time = START.plus(Duration.ofHours(3));
        var times =
                Stream.generate(() -> jitter.after(START, time)).limit(1_000).toList();

        assertThat(times)
                .allMatch(each -> !each.isBefore(time))
                .allMatch(each -> !each.isAfter(time.plusSeconds(2_700)));
        assertThat(times.stream().map(each -> each.getEpochSecond() / 60).distinct())
                .as("each minute of the quarter after three hours")
                .hasSize(45);
        assertThat(Stream.generate(() -> new Jitter(new SplittableRandom(7)).after(START, time))
                        .limit(3)
                        .distinct())
                .as("the same source gives the same times")
                .hasSize(1);
        assertThat(jitter.after(START, START.minusSeconds(1))).isEqualTo(START.minusSeconds(1));
    }

    @Test
    void putsOffWhatWaitsForAReceiverThatIsAway() {
        var pauses = new Pauses(USUAL);
        var away = new Outcome.Failed("it answers 503", true, null);

        pauses.begin("one", START, away);

        assertThat(pauses.end("one", START)).contains(START.plusSeconds(5));
        assertThat(pauses.end("one", START.plusSeconds(5))).isEmpty();
        assertThat(pauses.end("two", START)).isEmpty();
        pauses.begin("one", START.plusSeconds(1), away);
        assertThat(pauses.end("one", START.plusSeconds(1)))
                .as("those that failed at the same time are one failure")
                .contains(START.plusSeconds(6));
        pauses.end("one");
        assertThat(pauses.end("one", START)).isEmpty();
    }

    @Test
    void triesALastTimeWhenTheTimeIsUp() {
        var policy = new RetryPolicy(Duration.ofSeconds(5), Duration.ofSeconds(5));

        assertThat(policy.next(1, START, START, null)).contains(START.plusSeconds(5));
        assertThat(policy.next(1, START, START.plusMillis(1), null)).isEmpty();
        assertThat(policy.next(1, START, START, START.plusMillis(5_001))).isEmpty();
    }

    @Test
    void waitsLongerForAReceiverThatStaysAway() {
        var pauses = new Pauses(USUAL);
        var away = new Outcome.Failed("it answers 503", true, null);

        pauses.begin("one", START, away);
        pauses.begin("one", START.plusSeconds(5), away);
        assertThat(pauses.end("one", START.plusSeconds(5))).contains(START.plusSeconds(20));
        pauses.begin("one", START.plusSeconds(20), away);
        pauses.begin("one", START.plusSeconds(65), away);
        pauses.begin("one", START.plusSeconds(200), away);
        pauses.begin("one", START.plusSeconds(605), away);
        assertThat(pauses.end("one", START.plusSeconds(605)))
                .as("no longer than five minutes")
                .contains(START.plusSeconds(905));
    }

    @Test
    void waitsForAReceiverThatSaysHowLongUpToFiveMinutes() {
        var pauses = new Pauses(USUAL);
        var end = START.plus(Duration.ofMinutes(5));

        pauses.begin("one", START, new Outcome.Failed("it answers 429", true, end));
        assertThat(pauses.end("one", START)).contains(end);
        pauses.begin("two", START, new Outcome.Failed("it answers 429", true, end.plusMillis(1)));
        assertThat(pauses.end("two", START)).contains(START.plusSeconds(5));
        pauses.begin("three", START, new Outcome.Failed("it answers 429", true, START.plusSeconds(4)));
        assertThat(pauses.end("three", START)).contains(START.plusSeconds(5));
    }
}
