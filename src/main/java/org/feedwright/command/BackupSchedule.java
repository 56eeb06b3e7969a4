package org.feedwright.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work at once and then again and again, until the thread that began it is interrupted or the process ends. */
final class BackupSchedule {
    private static final Logger log = LoggerFactory.getLogger(BackupSchedule.class);

    private BackupSchedule() {}

    /** @param work may fail; what it throws is logged, and the next time it is tried again */
    static void run(Duration every, Callable<?> work) throws InterruptedException {
        try (var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("backup").factory())) {
            try {
                var _ = clock.scheduleAtFixedRate(() -> attempt(work), 0, every.toMillis(), TimeUnit.MILLISECONDS);
                clock.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } finally {
                clock.shutdownNow();
            }
        }
    }

    private static void attempt(Callable<?> work) {
        try {
            work.call();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception | OutOfMemoryError e) {
            log.error("The backup has failed; the next one is made all the same", e);
        }
    }
}
