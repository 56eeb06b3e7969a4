package org.feedwright.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;

/**
 * Remembers since when something has been wrong, as far as it was asked for: the first time that health found it so,
 * without having found it well since.
 */
public final class Since {
    private final InstantSource clock;
    private @Nullable Instant since; // guarded by this

    public Since(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes whether something is wrong now; gives since when. */
    public synchronized Optional<Instant> note(boolean isWrong) {
        since = isWrong ? (since == null ? clock.instant() : since) : null;
        return Optional.ofNullable(since);
    }

    /**
     * Reports something that is wrong.
     *
     * @param problem a sentence
     * @param remedy what to do, in a sentence
     */
    public static Health.Builder down(Health.Builder health, String problem, Instant since, String remedy) {
        return health.down()
                .withDetail("problem", problem)
                .withDetail("since", since.truncatedTo(ChronoUnit.MILLIS).toString())
                .withDetail("remedy", remedy);
    }
}
