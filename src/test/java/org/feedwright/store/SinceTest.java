package org.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.feedwright.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class SinceTest {
    private static final Instant START = Instant.parse("2026-06-01T12:00:00.437Z");

    private final SettableClock clock = new SettableClock(START);
    private final Since since = new Since(clock);

    @Test
    void isTheFirstTimeThatItWasFoundWrongSinceItWasWell() {
        assertThat(since.note(false)).isEmpty();
        assertThat(since.note(true)).contains(START);
        clock.advance(Duration.ofSeconds(5));
        assertThat(since.note(true)).contains(START);
        assertThat(since.note(false)).isEmpty();
        assertThat(since.note(true)).contains(START.plusSeconds(5));
    }

    @Test
    void isToldToTheMillisecond() {
        var health = Since.down(Health.up(), "Wrong.", START.plusNanos(999_999), "Mend it.")
                .build();

        assertThat(health.getDetails())
                .containsEntry("problem", "Wrong.")
                .containsEntry("since", "2026-06-01T12:00:00.437Z")
                .containsEntry("remedy", "Mend it.");
    }
}
