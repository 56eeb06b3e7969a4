package org.feedwright.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Receivers that are away, so that not everything that waits for them is tried in vain. What is put off so is not counted
 * as an attempt.
 */
final class Pauses {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final RetryPolicy policy;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    Pauses(RetryPolicy policy) {
        this.policy = policy;
    }

    private record Pause(int failures, Instant end) {}

    /** When the pause of a receiver ends; empty if it has none. */
    Optional<Instant> end(String endpoint, Instant now) {
        return Optional.ofNullable(pauses.get(endpoint)).map(Pause::end).filter(now::isBefore);
    }

    void begin(String endpoint, Instant now, Outcome.Failed failed) {
        pauses.compute(endpoint, (_, before) -> {
            int failures = before == null ? 1 : before.end().isAfter(now) ? before.failures() : before.failures() + 1;
            var pause = policy.pause(failures);
            var end = now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
            var wanted = failed.notBefore();
            boolean isLater = wanted != null && wanted.isAfter(end) && !wanted.isAfter(now.plus(LONGEST));
            return new Pause(failures, isLater && wanted != null ? wanted : end);
        });
    }

    void end(String endpoint) {
        pauses.remove(endpoint);
    }
}
