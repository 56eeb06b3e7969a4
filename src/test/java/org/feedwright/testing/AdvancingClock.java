package org.feedwright.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's clock, which a test puts forward where it would have to wait. */
public final class AdvancingClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    public void advance(Duration duration) {
        ahead = ahead.plus(duration);
    }
}
