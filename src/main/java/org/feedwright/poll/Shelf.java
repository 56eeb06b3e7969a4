package org.feedwright.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place of one document's current edition.
 *
 * <p>Changes are counted. An edition belongs to the count at which its making began, before the store was
 * read, and is given to a poll only if the count has not moved until the poll came: so it holds everything
 * that was acknowledged by then. Of the polls that come after a change, one makes the edition and all wait
 * for it; a poll that comes after yet another change does not join them.
 */
final class Shelf {
    private static final Logger log = LoggerFactory.getLogger(Shelf.class);

    /** How long a poll waits for a new edition before it takes the store for unreachable. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long after a failure the store is left alone, unless there is news of it. */
    private static final Duration RESPITE = Duration.ofSeconds(2);

    private final String address;
    private final Executor makers;
    private final AtomicLong changes = new AtomicLong();

    private volatile @Nullable Placed placed;
    private volatile @Nullable Failure failure;
    private @Nullable Making making;

    private record Placed(long change, Found found) {}

    private record Making(long change, long begun, CompletableFuture<Found> found) {}

    private record Failure(long change, long at) {}

    /**
     * @param address which document it is, for the log
     * @param makers run what reads the store and renders
     */
    Shelf(String address, Executor makers) {
        this.address = address;
        this.makers = makers;
    }

    /** Notes that what is here is no longer what would be made now. */
    void outdate() {
        changes.incrementAndGet();
    }

    /** What is here if it is current; null if it would have to be made. */
    @Nullable
    Found current(Instant now) {
        long change = changes.get();
        var here = placed;
        if (here == null || here.change() != change) {
            return null;
        }
        if (here.found() instanceof Edition edition && !edition.isCurrent(now)) {
            changes.compareAndSet(change, change + 1);
            return null;
        }
        return here.found();
    }

    /** What is here, made if it must be; if that fails, what was here last. */
    Found find(Instant now, Supplier<Found> maker) {
        var current = current(now);
        if (current != null) {
            return current;
        }
        long change = changes.get();
        if (hasJustFailed(change)) {
            return last();
        }
        try {
            var making = making(change, maker);
            long left = PATIENCE.toNanos() - (System.nanoTime() - making.begun());
            return making.found().get(left, TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException _) {
            return last();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return last();
        }
    }

    private synchronized Making making(long change, Supplier<Found> maker) {
        var here = placed;
        if (here != null && here.change() >= change) {
            return new Making(here.change(), System.nanoTime(), CompletableFuture.completedFuture(here.found()));
        }
        if (making == null || making.change() < change) {
            var made = CompletableFuture.supplyAsync(maker, makers)
                    .whenComplete((found, problem) -> end(change, found, problem));
            making = new Making(change, System.nanoTime(), made);
        }
        return making;
    }

    private synchronized void end(long change, @Nullable Found found, @Nullable Throwable problem) {
        if (making != null && making.change() == change) {
            making = null;
        }
        if (found == null) {
            noteFailure(change, problem);
        } else if (placed == null || placed.change() <= change) {
            placed = new Placed(change, found);
            noteRecovery();
        }
    }

    private void noteFailure(long change, @Nullable Throwable problem) {
        if (failure == null) {
            log.warn("{} cannot be made; until it can, its last edition is served", address, cause(problem));
        }
        failure = new Failure(change, System.nanoTime());
    }

    private void noteRecovery() {
        if (failure != null) {
            failure = null;
            log.info("{} can be made again", address);
        }
    }

    private boolean hasJustFailed(long change) {
        var last = failure;
        return last != null && last.change() == change && System.nanoTime() - last.at() < RESPITE.toNanos();
    }

    private static @Nullable Throwable cause(@Nullable Throwable problem) {
        return problem instanceof CompletionException wrapped ? wrapped.getCause() : problem;
    }

    private Found last() {
        var here = placed;
        return here == null ? Found.Nothing.UNREACHABLE : here.found();
    }
}
