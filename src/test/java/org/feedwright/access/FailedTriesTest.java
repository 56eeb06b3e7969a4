package org.feedwright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedTriesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.123Z");
    private static final Instant END = NOW.plusSeconds(60);

    private final FailedTries tries = new FailedTries(2);

    @Test
    void areTwoInAMinuteWhichBeginsWithTheFirst() {
        assertThat(tries.note("192.0.2.1", NOW)).isFalse();
        assertThat(tries.pause("192.0.2.1", NOW)).isZero();
        assertThat(tries.note("192.0.2.1", NOW.plusSeconds(50))).isTrue();
        assertThat(tries.pause("192.0.2.1", NOW.plusSeconds(50))).isEqualTo(Duration.ofSeconds(10));
        assertThat(tries.note("192.0.2.1", NOW.plusSeconds(51))).as("said once").isFalse();
        assertThat(tries.pause("192.0.2.1", END.minusNanos(1))).isEqualTo(Duration.ofNanos(1));
        assertThat(tries.pause("192.0.2.1", END)).isZero();
        assertThat(tries.note("192.0.2.1", END))
                .as("the first of another minute")
                .isFalse();
        assertThat(tries.note("192.0.2.1", END.plusSeconds(59))).isTrue();
    }

    @Test
    void areForgottenByAClockThatIsPutBack() {
        tries.note("192.0.2.1", NOW);
        tries.note("192.0.2.1", NOW);

        assertThat(tries.pause("192.0.2.1", NOW.minusMillis(1))).isZero();
    }

    /** Whoever has very many addresses must not take the memory. */
    @Test
    void areForgottenWhereTenThousandOthersHaveCome() {
        note("first");
        note("second");
        for (int i = 2; i < 10_000; i++) {
            note("other " + i);
        }
        assertThat(tries.pause("first", NOW)).isPositive();

        note("one more");
        assertThat(tries.pause("first", NOW)).isZero();
        assertThat(tries.pause("second", NOW)).isPositive();
    }

    private void note(String address) {
        tries.note(address, NOW);
        tries.note(address, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8::1, 2001:db8:0:0:ffff::9, true",
        "2001:db8::1, 2001:db8:0:1::1, false",
        "unknown, unknown, true",
        "unknown, other, false",
    })
    void countForWhoeverHasTheNetwork(String one, String other, boolean isSame) {
        tries.note(one, NOW);
        tries.note(one, NOW);

        assertThat(tries.pause(other, NOW).isZero()).isEqualTo(!isSame);
    }
}
