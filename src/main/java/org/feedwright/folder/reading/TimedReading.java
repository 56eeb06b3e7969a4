package org.feedwright.folder.reading;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feedwright.folder.disk.FolderPath;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one file: it waits for a thread, is under way, perhaps late, and in the end done or given up.
 *
 * <p>What counts is the processor time of its thread, not the clock's: on a busy machine every file is slow, and none
 * is to blame. It is measured only where a file is not read at once.
 */
final class TimedReading<T> {
    /** Most files are read in a hundredth of this. */
    private static final long AT_ONCE = Duration.ofMillis(300).toNanos();

    /** Processor time, from then on, after which others go first. */
    private static final long LATE = Duration.ofMillis(200).toNanos();

    /** By the clock, where nothing comes from the disk. */
    private static final long LATE_BY_THE_CLOCK = Duration.ofSeconds(3).toNanos();

    private static final long STUCK = Duration.ofSeconds(30).toNanos();

    /** How a reading gets on. */
    enum Pace {
        ON_TIME,
        /** Others go first. */
        LATE,
        /** It has waited for the disk for far too long. */
        STUCK,
        /** It has used up its processor time. */
        TOO_LONG
    }

    private final FolderPath path;
    private final Object version;
    private final Supplier<T> reader;
    private final Function<Throwable, T> failure;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable Thread thread;
    private long begun;
    private long processorTime = -1;
    private boolean isGivenUp;
    private boolean hasEnded;

    /**
     * @param version of the file, and of whatever else it is read by
     * @param failure what comes of it if the reader fails
     */
    TimedReading(FolderPath path, Object version, Supplier<T> reader, Function<Throwable, T> failure) {
        this.path = path;
        this.version = version;
        this.reader = reader;
        this.failure = failure;
    }

    FolderPath path() {
        return path;
    }

    boolean isOf(Object other) {
        return version.equals(other);
    }

    /** Reads, on this thread, unless nobody wants it any more. */
    void read() {
        if (begin()) {
            try {
                result.complete(reader.get());
            } catch (RuntimeException | Error e) { // an error is the file's problem as an exception is
                result.complete(failure.apply(e));
            } finally {
                end();
            }
        }
    }

    private synchronized boolean begin() {
        if (result.isDone()) {
            return false;
        }
        thread = Thread.currentThread();
        begun = System.nanoTime();
        return true;
    }

    /** From here on, an interruption would hit the next file. */
    private synchronized void end() {
        thread = null;
        hasEnded = true;
        Thread.interrupted();
    }

    /** Whether its thread is free again. */
    synchronized boolean hasEnded() {
        return hasEnded;
    }

    /** Waits for a moment; returns whether it is done. */
    boolean await(Duration moment) {
        if (result.isDone()) {
            return true;
        }
        var ended = new CompletableFuture<Void>();
        var _ = result.whenComplete((_, _) -> ended.complete(null));
        ended.completeOnTimeout(null, moment.toNanos(), TimeUnit.NANOSECONDS).join();
        return result.isDone();
    }

    /** The result, once the reading is done. */
    T result() {
        return result.join();
    }

    synchronized Pace pace(Duration limit) {
        var reading = thread;
        long clock = System.nanoTime() - begun;
        if (reading == null || clock < AT_ONCE) {
            return Pace.ON_TIME;
        }
        long now = ManagementFactory.getThreadMXBean().getThreadCpuTime(reading.threadId());
        processorTime = processorTime < 0 ? now : processorTime;
        long used = now - processorTime;
        if (used >= limit.toNanos()) {
            return Pace.TOO_LONG;
        }
        if (clock >= STUCK) {
            return Pace.STUCK;
        }
        return used >= LATE || clock >= LATE_BY_THE_CLOCK ? Pace.LATE : Pace.ON_TIME;
    }

    /**
     * Gives it up. Java cannot end a thread: this one is interrupted and otherwise left to itself, and whatever it still
     * finds is of no account.
     */
    synchronized void giveUp(T instead) {
        isGivenUp = result.complete(instead);
        if (thread != null) {
            thread.interrupt();
        }
    }

    synchronized boolean isGivenUp() {
        return isGivenUp;
    }

    /** Leaves it, unless it has begun. */
    synchronized void cancel() {
        if (thread == null) {
            result.cancel(false);
        }
    }
}
