package org.feedwright.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does work at once and then again and again, until the thread is interrupted or the process ends. */
final class BackupSchedule {
    private static final Logger log = LoggerFactory.getLogger(BackupSchedule.class);

    private BackupSchedule() {}

    /**
     * Does not return. What was missed is not made up for, because the work took longer or the process stood still:
     * many backups in a row would push out all that are older.
     *
     * @param work may fail; what it throws is logged, and the next time it is tried again
     */
    static void run(Duration every, Callable<?> work) throws InterruptedException {
        long period = every.toMillis();
        long begun = System.nanoTime();
        while (true) {
            attempt(work);
            long past = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            TimeUnit.MILLISECONDS.sleep(period - past % period);
        }
    }

    private static void attempt(Callable<?> work) throws InterruptedException {
        try {
            work.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | OutOfMemoryError e) {
            log.error("The backup has failed; the next one is made all the same", e);
        }
    }
}
