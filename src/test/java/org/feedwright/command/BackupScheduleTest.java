package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackupScheduleTest {
    @Test
    void goesOnAfterAFailureUntilItIsInterrupted() throws InterruptedException {
        var runs = new AtomicInteger();
        var third = new CountDownLatch(3);
        var schedule = Thread.ofPlatform().start(() -> {
            try {
                BackupSchedule.run(Duration.ofMillis(1), () -> {
                    third.countDown();
                    if (runs.incrementAndGet() == 1) {
                        throw new IOException("the disk was full");
                    }
                    return 0;
                });
            } catch (InterruptedException _) {
                // it has been told to end
            }
        });

        assertThat(third.await(60, TimeUnit.SECONDS)).isTrue();
        schedule.interrupt();
        assertThat(schedule.join(Duration.ofSeconds(60))).isTrue();
    }

    /** Many backups in a row would push out all that are older. */
    @Test
    void makesUpForNothingThatWasMissed() throws InterruptedException {
        var begun = new LinkedBlockingQueue<Long>();
        var schedule = Thread.ofPlatform().start(() -> {
            try {
                BackupSchedule.run(Duration.ofMillis(400), () -> {
                    begun.add(System.nanoTime());
                    Thread.sleep(begun.size() == 1 ? 1300 : 0);
                    return 0;
                });
            } catch (InterruptedException _) {
                // it has been told to end
            }
        });

        await().atMost(Duration.ofSeconds(60)).until(() -> begun.size() >= 3);
        schedule.interrupt();
        var times = List.copyOf(begun);
        assertThat(Duration.ofNanos(times.get(2) - times.get(1))).isGreaterThan(Duration.ofMillis(200));
    }
}
