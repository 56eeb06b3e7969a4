package org.feedwright.edition;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All cached editions, within a bound of memory.
 *
 * <p>When they take too much, those that nobody has asked for longest go first. Subscription documents, which readers
 * poll, go only when nothing else is left, so that a program that walks through a million other addresses cannot push
 * them out.
 */
final class EditionCache {
    private static final Comparator<Kept> FIRST_TO_GO = Comparator.comparing(Kept::rank)
            .thenComparingLong(kept -> kept.shelf().used());

    private final long capacity;
    private final ConcurrentHashMap<String, Kept> shelves = new ConcurrentHashMap<>();

    /** The use of documents; the first to be dropped comes first. */
    enum Rank {
        /** Documents that are read once: archives, categories, authors, searches. */
        PASSING,
        /** Documents that are polled: a feed's newest entries. */
        SUBSCRIPTION
    }

    private record Kept(Rank rank, CachedEdition shelf) {}

    /** @param capacity the bound of memory, in bytes */
    EditionCache(long capacity) {
        this.capacity = capacity;
    }

    /** The cached edition at a path; null if there is none. */
    @Nullable
    CachedEdition at(String path) {
        var kept = shelves.get(path);
        return kept == null ? null : kept.shelf();
    }

    /** The cached edition at a path; a new one is added if there is none. */
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

    /** Removes a cached edition. */
    void remove(String path, CachedEdition shelf) {
        shelves.computeIfPresent(path, (_, kept) -> kept.shelf() == shelf ? null : kept);
    }

    /** Removes cached editions until the rest fits. */
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

    /** The memory that all cached editions take, in bytes. */
    long size() {
        return shelves.values().stream().mapToLong(kept -> kept.shelf().size()).sum();
    }
}
