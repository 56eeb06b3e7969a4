package org.feedwright.http;

import java.time.Duration;

/** A reason why there is nothing at an address. */
public enum Absence {
    /** There has never been anything. */
    UNKNOWN(404, Duration.ZERO),
    /** There was something, which has ended or has been taken back. */
    GONE(410, Duration.ZERO),
    /** Nothing is known, but the folder has not been looked through since the start. */
    NOT_YET(503, Duration.ofSeconds(1)),
    /** There may be something, but the store does not say, and nothing is left from before. */
    UNREACHABLE(503, Duration.ofSeconds(10)),
    /** A search took too long, or too many others are under way. */
    BUSY(503, Duration.ofSeconds(10));

    private final int status;
    private final Duration patience;

    Absence(int status, Duration patience) {
        this.status = status;
        this.patience = patience;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** After which time it is worth asking again; zero where it never is. */
    public Duration patience() {
        return patience;
    }

    /** Whether there may be something later. */
    public boolean passes() {
        return !patience.isZero();
    }
}
