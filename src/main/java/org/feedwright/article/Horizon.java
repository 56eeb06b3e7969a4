package org.feedwright.article;

import java.time.Instant;

/**
 * Up to where readers have passed an order of places: what gets its first place then or before would never be
 * met there. {@link Instant#MIN} where readers have passed nothing.
 */
public final class Horizon {
    private Horizon() {}

    /** The place of what wants one then: that, or one on top if it comes too late. */
    public static Instant place(Instant wanted, Instant horizon, Instant now) {
        return wanted.isAfter(horizon) ? wanted : top(horizon, now);
    }

    /** The place of what comes too late: now, or just above a horizon that lies ahead, as where a clock was set back. */
    public static Instant top(Instant horizon, Instant now) {
        return now.isAfter(horizon) ? now : horizon.plusMillis(1);
    }
}
