package org.feedwright.folder.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.folder.disk.FolderPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a file gets that takes long to be read, and what the others do. */
@Timeout(60)
class TimedReadingTest {
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final ReadingThreads threads = new ReadingThreads(LIMIT);
    private volatile boolean isOver;

    @AfterEach
    void endWhatWasGivenUp() {
        isOver = true;
    }

    @Test
    void handsOutWhatWasRead() {
        assertThat(result(begin("news/a.md", 1, () -> "read"))).isEqualTo("read");
    }

    @Test
    void callsAFileLateThatUsesItsThreadForLong() {
        assertThat(result(begin("news/slow.md", 1, this::busy))).isEqualTo("late");
    }

    @Test
    void readsOthersMeanwhileHoweverManyAreLate() {
        var late = new ArrayList<TimedReading<String>>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors() + 2; i++) {
            late.add(begin("news/slow-" + i + ".md", 1, this::busy));
        }
        var other = begin("news/other.md", 1, () -> "read");
        late.forEach(reading -> assertThat(result(reading)).isIn("late", "too long"));

        assertThat(result(other)).isEqualTo("read");
    }

    @Test
    void handsOutWhatWasLateOnceItIsThere() {
        var begun = new AtomicInteger();
        Supplier<String> reader = () -> {
            begun.incrementAndGet();
            return busy();
        };
        var patient = new ReadingThreads(Duration.ofMinutes(1));
        var first = patient.begin(FolderPath.of("news/slow.md"), 1, reader, Throwable::toString);
        assertThat(patient.await(first, Problem::wrong, () -> "late")).isEqualTo("late");

        isOver = true;
        await().until(() -> patient.await(
                        patient.begin(FolderPath.of("news/slow.md"), 1, reader, Throwable::toString),
                        Problem::wrong,
                        () -> "late")
                .equals("over"));
        assertThat(begun).hasValue(1);
    }

    @Test
    void givesUpWhatTakesTooLongAndDoesNotTryItAgainUntilItChanges() {
        var begun = new AtomicInteger();
        Supplier<String> reader = () -> {
            begun.incrementAndGet();
            return busy();
        };
        await().until(() -> result(begin("news/slow.md", 1, reader)).equals("too long"));

        assertThat(result(begin("news/slow.md", 1, reader))).isEqualTo("too long");
        assertThat(begun).hasValue(1);
        assertThat(result(begin("news/slow.md", 2, () -> "read"))).isEqualTo("read");
    }

    @Test
    void blamesNoFileForABusyMachine() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var idle = begin("news/waits.md", 1, () -> {
            awaitQuietly(goOn);
            return "read";
        });
        assertThat(result(idle)).isEqualTo("late"); // after seconds by the clock
        goOn.countDown();

        await().until(() -> result(begin("news/waits.md", 1, () -> "again")).equals("read"));
    }

    @Test
    void saysWhatFailed() {
        assertThat(result(begin("news/deep.md", 1, () -> {
                    throw new StackOverflowError("deep");
                })))
                .isEqualTo("java.lang.StackOverflowError: deep");
    }

    @Test
    void checksAFileThatTakesTooLongAsAProblem() {
        var problems = new Problems("news/slow.md");

        assertThat(threads.read(FolderPath.of("news/slow.md"), problems, _ -> Optional.of(busy())))
                .isEmpty();
        assertThat(problems.list())
                .singleElement()
                .asString()
                .startsWith("news/slow.md: it took more than 0.5 s of processor time to read; make it simpler");
    }

    @Test
    void goesOnCheckingAfterAnError() {
        var problems = new Problems("news/huge.md");
        threads.read(FolderPath.of("news/huge.md"), problems, _ -> {
            throw new OutOfMemoryError("huge");
        });

        assertThat(problems.list())
                .singleElement()
                .asString()
                .contains("it could not be read, by a fault of the program (java.lang.OutOfMemoryError: huge)");
    }

    private TimedReading<String> begin(String path, int version, Supplier<String> reader) {
        return threads.begin(FolderPath.of(path), version, reader, Throwable::toString);
    }

    private String result(TimedReading<String> reading) {
        return threads.await(reading, _ -> "too long", () -> "late");
    }

    private String busy() {
        while (!isOver) {
            Thread.onSpinWait();
        }
        return "over";
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
