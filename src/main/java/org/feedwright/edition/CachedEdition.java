package org.feedwright.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.feedwright.http.Absence;
import org.feedwright.store.JdbcFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the current edition of one document, and has it made again after a change.
 *
 * <p>Changes are counted. An edition belongs to the count at which its making began, before the store was read. A poll
 * gets it only if the count has not changed until the poll came, so it holds everything that was acknowledged by then.
 * Of the polls that come after a change, one has the edition made and all wait for it; a poll that comes after a
 * further change does not join them. Where a document is being polled, a change has the next edition made at once, and
 * the first poll finds it finished or under way.
 */
final class CachedEdition {
    private static final Logger log = LoggerFactory.getLogger(CachedEdition.class);

    /** The longest time that a poll waits for a new edition before it takes the store for unreachable. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The time after a failure in which the store is not asked again, unless something has changed. */
    private static final Duration RESPITE = Duration.ofSeconds(2);

    /** The number of past editions that are remembered, for readers that ask what has changed since. */
    private static final int MEMORY = 32;

    private static final int OVERHEAD = 512;

    private final DocumentAddress address;
    private final Supplier<EditionLookup> maker;
    private final Executor makers;
    private final Duration patience;
    private final AtomicLong changes = new AtomicLong();

    private volatile @Nullable Placed placed;
    private volatile @Nullable Failure failure;
    private volatile boolean wanted;
    private volatile long used;

    /** The revision that the store was seen to have since the last making began; 0 if nobody has looked. */
    private volatile long seen;

    private @Nullable Making making;

    private record Placed(long change, EditionLookup found) {}

    private record Making(long change, long begun, CompletableFuture<EditionLookup> found) {}

    private record Failure(long change, long at) {}

    /**
     * @param address the document's address, for the log
     * @param maker reads the store and renders the document
     * @param makers run the maker
     */
    CachedEdition(DocumentAddress address, Supplier<EditionLookup> maker, Executor makers) {
        this(address, maker, makers, PATIENCE);
    }

    /** One for which polls wait at most as long as is said. */
    CachedEdition(DocumentAddress address, Supplier<EditionLookup> maker, Executor makers, Duration patience) {
        this.address = address;
        this.maker = maker;
        this.makers = makers;
        this.patience = patience;
    }

    DocumentAddress address() {
        return address;
    }

    /** Outdates the edition, and has a new one made if the document is being polled. */
    void outdate() {
        changes.incrementAndGet();
        makeAhead();
    }

    /**
     * Outdates the edition if it shows an earlier revision of the feed and is not outdated yet. What is being made just
     * now may have been read before: it is looked at when it is finished.
     */
    void outdateOlder(long revision) {
        seen = revision;
        long change = changes.get();
        var here = placed;
        if (here != null && here.change() == change && outdateIfOlder(change, here.found(), revision)) {
            makeAhead();
        }
    }

    private boolean outdateIfOlder(long change, EditionLookup found, long revision) {
        return found instanceof Edition edition
                && edition.revision() < revision
                && changes.compareAndSet(change, change + 1);
    }

    /** The edition, or the reason why there is none, if it is current; null if it would have to be made. */
    @Nullable
    EditionLookup current(Instant now) {
        wanted = true;
        used = now.toEpochMilli();
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

    /** The current edition, made if need be; if it cannot be made, the last one. */
    EditionLookup find(Instant now) {
        var current = current(now);
        if (current != null) {
            return current;
        }
        long change = changes.get();
        if (hasJustFailed(change)) {
            return last();
        }
        try {
            var making = making(change);
            long left = patience.toNanos() - (System.nanoTime() - making.begun());
            return making.found().get(left, TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException _) {
            return last();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return last();
        }
    }

    /** When the document was last asked for, in milliseconds since 1970. */
    long used() {
        return used;
    }

    /** The memory that the edition takes, in bytes, roughly. */
    long size() {
        var here = placed;
        return OVERHEAD + (here != null && here.found() instanceof Edition edition ? edition.size() : 0);
    }

    /**
     * Has the next edition made. However fast changes come, only one is under way; the changes that it misses are in
     * the next.
     */
    private synchronized void makeAhead() {
        var here = placed;
        long change = changes.get();
        if (address.isMadeAhead() && wanted && making == null && here != null && here.change() < change) {
            wanted = false;
            making(change);
        }
    }

    private synchronized Making making(long change) {
        var here = placed;
        if (here != null && here.change() >= change) {
            return new Making(here.change(), System.nanoTime(), CompletableFuture.completedFuture(here.found()));
        }
        if (making != null && making.change() >= change) {
            return making;
        }
        var begun = new Making(change, System.nanoTime(), new CompletableFuture<>());
        making = begun;
        makers.execute(() -> make(change, begun.found()));
        return begun;
    }

    private void make(long change, CompletableFuture<EditionLookup> awaited) {
        seen = 0;
        try {
            var found = maker.get();
            place(change, found);
            outdateIfOlder(change, found, seen);
            awaited.complete(found);
        } catch (Throwable e) {
            noteFailure(change, e);
            awaited.completeExceptionally(e);
        }
        makeAhead();
    }

    private synchronized void place(long change, EditionLookup found) {
        endMaking(change);
        var here = placed;
        if (here == null || here.change() <= change) {
            if (found instanceof Edition edition) {
                edition.follow(here == null ? List.of() : past(here.found(), edition));
            }
            placed = new Placed(change, found);
            if (failure != null) {
                failure = null;
                log.info("{} can be made again", address.path());
            }
        }
    }

    private synchronized void noteFailure(long change, Throwable problem) {
        endMaking(change);
        if (failure == null && JdbcFailure.isOfTheStore(problem)) {
            log.warn(
                    "{} cannot be made; until it can, its last edition is served: {}",
                    address.path(),
                    JdbcFailure.reason(problem));
        } else if (failure == null) {
            log.warn("{} cannot be made; until it can, its last edition is served", address.path(), problem);
        }
        failure = new Failure(change, System.nanoTime());
    }

    private void endMaking(long change) {
        if (making != null && making.change() == change) {
            making = null;
        }
    }

    private static List<PastEdition> past(EditionLookup before, Edition now) {
        return before instanceof Edition edition
                ? Stream.concat(Stream.of(edition.contents()), edition.past().stream())
                        .filter(past ->
                                !past.fingerprint().equals(now.contents().fingerprint()))
                        .limit(MEMORY)
                        .toList()
                : List.of();
    }

    private boolean hasJustFailed(long change) {
        var last = failure;
        return last != null && last.change() == change && System.nanoTime() - last.at() < RESPITE.toNanos();
    }

    private EditionLookup last() {
        var here = placed;
        return here == null ? EditionLookup.nothing(Absence.UNREACHABLE) : here.found();
    }
}
