package org.feedwright.search;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets a few searches at a time into the store, so that whoever asks for many different ones keeps none of
 * its connections from those who poll. The others wait for a moment, as many as may.
 */
@Component
public final class SearchLimiter {
    private static final int AT_A_TIME = 2;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore running = new Semaphore(AT_A_TIME, true);
    private final Semaphore coming = new Semaphore(AT_A_TIME + WAITING);

    /** What a search finds; empty if there was no room for it. */
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
