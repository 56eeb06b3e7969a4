package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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
}
