package org.feedwright.search;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets a few searches at a time use the store, so that a program with many searches takes no connection away from
 * polls. Some more searches wait for up to two seconds; all others are refused at once.
 */
@Component
public final class SearchLimiter {
    private static final int AT_A_TIME = 2;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore running = new Semaphore(AT_A_TIME, true);
    private final Semaphore coming = new Semaphore(AT_A_TIME + WAITING);

    /** Runs a search; empty if too many others are running or waiting. */
    public <T> Optional<T> tryRun(Supplier<T> search) {
        if (!coming.tryAcquire()) {
            return Optional.empty();
        }
        try {
            if (!running.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(search.get());
            } finally {
                running.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            coming.release();
        }
    }
}
