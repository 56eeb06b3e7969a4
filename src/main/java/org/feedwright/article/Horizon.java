package org.feedwright.article;

import java.time.Instant;

/**
 * How far readers have passed an order of places. An article that gets its first place there or below would never be
 * met by them.
 *
 * @param passed the time of the last place that they have passed
 */
public record Horizon(Instant passed) {
    /** Readers have passed nothing. */
    public static final Horizon NONE = new Horizon(Instant.MIN);

    /** Whether a place at this time is one that readers still meet. */
    public boolean isBelow(Instant place) {
        return place.isAfter(passed);
    }

    /** The place of an article that wants this one: the same, or one on top if it comes too late. */
    public Instant place(Instant wanted, Instant now) {
        return isBelow(wanted) ? wanted : top(now);
    }

    /** The place of an article that comes too late: now, or just above a horizon that lies ahead, as where a clock was set back. */
    public Instant top(Instant now) {
        return isBelow(now) ? now : passed.plusMillis(1);
    }
}
