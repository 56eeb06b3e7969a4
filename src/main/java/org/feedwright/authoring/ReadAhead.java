package org.feedwright.authoring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Reads files in their order, as many at once as there are processors, while those read before are stored.
 *
 * <p>Files are handed out in parts that fit into memory and are stored in one transaction: many files, because
 * each transaction waits for the disk.
 */
final class ReadAhead implements AutoCloseable {
    private static final int MOST = 250;
    private static final long LARGEST = 2_000_000; // bytes

    /** Parts that are read, or waiting to be read, while another one is stored. */
    private static final int PARTS = 2;

    private final List<Map.Entry<String, Stamp>> files;
    private final Function<Map.Entry<String, Stamp>, Reading> reader;
    private final ExecutorService threads;
    private final Queue<List<CompletableFuture<Reading>>> ahead = new ArrayDeque<>();
    private int begun;

    /** @param files with what tells their size */
    ReadAhead(List<Map.Entry<String, Stamp>> files, Function<Map.Entry<String, Stamp>, Reading> reader) {
        this.files = files;
        this.reader = reader;
        this.threads = Executors.newFixedThreadPool(
                Math.min(Math.max(1, files.size()), Runtime.getRuntime().availableProcessors()),
                Thread.ofPlatform().name("folder-reader-", 1).daemon().factory());
        for (int i = 0; i < PARTS; i++) {
            begin();
        }
    }

    /** What the next files say; nothing after the last. */
    List<Reading> next() {
        var part = ahead.poll();
        if (part == null) {
            return List.of();
        }
        var readings = part.stream().map(CompletableFuture::join).toList();
        begin();
        return readings;
    }

    /** Whether nothing is left to be read. */
    boolean isAtEnd() {
        return ahead.isEmpty();
    }

    private void begin() {
        var part = new ArrayList<CompletableFuture<Reading>>();
        long size = 0;
        while (begun < files.size() && part.size() < MOST && size < LARGEST) {
            var file = files.get(begun++);
            size += file.getValue().size();
            part.add(CompletableFuture.supplyAsync(() -> reader.apply(file), threads));
        }
        if (!part.isEmpty()) {
            ahead.add(part);
        }
    }

    /** Waits for what has been begun. */
    @Override
    public void close() {
        threads.close();
    }
}
