package org.feedwright.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Puts times apart: what failed together, because a receiver or the network is away, must not come again together.
 *
 * @param random decides by how much
 */
record Jitter(RandomGenerator random) {
    /** How much later a time may become, as a part of the time until then. */
    private static final double MOST = 0.25;

    /** A time that is as late, or later by up to a quarter of the time until then. */
    Instant after(Instant now, Instant time) {
        var pause = Duration.between(now, time);
        return pause.isNegative() ? time : time.plusNanos((long) (random.nextDouble() * MOST * pause.toNanos()));
    }
}
