package org.feedwright.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures time by a thread that counts. Time in which the whole process stood still, because its machine had something
 * else to do, does not count.
 */
public final class Ticks implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);

    private final AtomicLong passed = new AtomicLong();
    private final Thread counter = Thread.ofPlatform().daemon().name("ticks").start(this::count);

    private void count() {
        try {
            while (true) {
                Thread.sleep(TICK);
                passed.incrementAndGet();
            }
        } catch (InterruptedException _) {
            return; // closed
        }
    }

    /** The time that has been counted so far. */
    public Duration now() {
        return TICK.multipliedBy(passed.get());
    }

    /** The time that has been counted since an earlier {@link #now()}. */
    public Duration since(Duration earlier) {
        return now().minus(earlier);
    }

    @Override
    public void close() {
        counter.interrupt();
    }
}
