package org.feedwright.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery is tried again: soon, then after three times as long each time, and at last no more.
 *
 * @param first the time before the second attempt
 * @param total how long after it was to be told first
 */
record RetryPolicy(Duration first, Duration total) {
    private static final Duration LONGEST = Duration.ofHours(3);

    /** Beyond this power the pause is the longest whatever the first was. */
    private static final int MOST_STEPS = 12;

    /**
     * The next attempt; empty if there is none any more.
     *
     * @param attempts how many have failed, from 1
     * @param notBefore when the receiver wants to be asked again; heeded up to the longest pause
     */
    Optional<Instant> next(int attempts, Instant created, Instant now, @Nullable Instant notBefore) {
        var next = now.plus(pause(attempts));
        if (notBefore != null && notBefore.isAfter(next)) {
            var latest = now.plus(LONGEST);
            next = notBefore.isAfter(latest) ? latest : notBefore;
        }
        return next.isAfter(created.plus(total)) ? Optional.empty() : Optional.of(next);
    }

    /** @param failures from 1 */
    Duration pause(int failures) {
        var pause = first.multipliedBy((long) Math.pow(3, Math.min(failures - 1, MOST_STEPS)));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
