package org.feedwright.edition;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All shelves, bounded by the memory that what is on them takes.
 *
 * <p>When there is too much, what nobody has asked for longest goes first. Subscription documents, which
 * readers poll, go only when nothing else is left: whoever walks through a million other addresses cannot
 * push them out.
 */
final class EditionCache {
    private static final Comparator<Kept> FIRST_TO_GO = Comparator.comparing(Kept::rank)
            .thenComparingLong(kept -> kept.shelf().used());

    private final long capacity;
    private final ConcurrentHashMap<String, Kept> shelves = new ConcurrentHashMap<>();

    /** What documents are there for; the first to be given up comes first. */
    enum Rank {
        /** Read once by who comes by: archives, categories, authors, searches. */
        PASSING,
        /** Polled: a feed's newest entries. */
        SUBSCRIPTION
    }

    private record Kept(Rank rank, CachedEdition shelf) {}

    /** @param capacity in bytes */
    EditionCache(long capacity) {
        this.capacity = capacity;
    }

    /** The shelf at this path; null if there is none. */
    @Nullable
    CachedEdition at(String path) {
        var kept = shelves.get(path);
        return kept == null ? null : kept.shelf();
    }

    /** The shelf at this path, put up if there is none. */
    CachedEdition at(String path, Rank rank, Supplier<CachedEdition> maker) {
        var kept = shelves.get(path);
        if (kept == null) {
            kept = shelves.computeIfAbsent(path, _ -> new Kept(rank, maker.get()));
        }
        return kept.shelf();
    }

    Stream<CachedEdition> all() {
        return shelves.values().stream().map(Kept::shelf);
    }

    /** Takes a shelf down. */
    void remove(String path, CachedEdition shelf) {
        shelves.computeIfPresent(path, (_, kept) -> kept.shelf() == shelf ? null : kept);
    }

    /** Takes shelves down until the rest fits. */
    synchronized void trim() {
        long excess = size() - capacity;
        if (excess <= 0) {
            return;
        }
        var candidates = shelves.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(FIRST_TO_GO))
                .toList();
        for (var candidate : candidates) {
            if (excess <= 0) {
                return;
            }
            if (shelves.remove(candidate.getKey(), candidate.getValue())) {
                excess -= candidate.getValue().shelf().size();
            }
        }
    }

    /** The memory that is taken, in bytes. */
    long size() {
        return shelves.values().stream().mapToLong(kept -> kept.shelf().size()).sum();
    }
}
