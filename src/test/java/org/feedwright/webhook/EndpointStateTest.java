package org.feedwright.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndpointStateTest {
    private static final Instant ONE = Instant.parse("2026-06-01T12:00:00.437Z");
    private static final Instant TWO = Instant.parse("2026-06-01T12:00:01.437Z");
    private static final Instant THREE = Instant.parse("2026-06-01T12:00:02.437Z");

    @Test
    void tellsTheOperatorInALineHowItGoes() {
        assertThat(EndpointState.unused("a").line()).isEqualTo("0 waiting; none delivered yet");
        assertThat(new EndpointState("a", 1, ONE, null, null, null, 0, null).line())
                .isEqualTo("1 waiting; last delivered " + ONE);
        assertThat(new EndpointState("a", 0, THREE, TWO, "it answers 500", null, 0, null).line())
                .isEqualTo("0 waiting; last delivered " + THREE + "; last failure " + TWO + ": it answers 500");
        assertThat(new EndpointState("a", 2, ONE, THREE, "it answers 500", TWO, 3, THREE).line())
                .isEqualTo("2 waiting; last delivered " + ONE + "; failing since " + TWO
                        + ": it answers 500; 3 given up, the last " + THREE);
    }

    @Test
    void failsSinceNoAttemptHasSucceeded() {
        assertThat(EndpointState.unused("a").isFailing()).isFalse();
        assertThat(new EndpointState("a", 0, THREE, TWO, "it answers 500", null, 0, null).isFailing())
                .isFalse();
        assertThat(new EndpointState("a", 0, null, TWO, "it answers 500", TWO, 0, null).isFailing())
                .isTrue();
    }
}
