package org.feedwright.folder.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;

/**
 * Reads files in their order, as many at once as there are processors, while those read before are stored.
 *
 * <p>Files are handed out in parts that fit into memory and are stored in one transaction: many files, because
 * each transaction waits for the disk. A file that takes long keeps none of them waiting.
 */
public final class ReadAhead implements AutoCloseable {
    private static final int MOST = 250;
    private static final long LARGEST = 2_000_000; // bytes

    /** Parts that are read, or waiting to be read, while another one is stored. */
    private static final int PARTS = 2;

    private final List<Map.Entry<FolderPath, FileStamp>> files;
    private final Function<Map.Entry<FolderPath, FileStamp>, TimedReading<Reading>> reader;
    private final Function<TimedReading<Reading>, Reading> result;
    private final Queue<List<TimedReading<Reading>>> ahead = new ArrayDeque<>();
    private int begun;

    /**
     * @param files with what tells their size
     * @param reader begins to read one
     * @param result waits for what comes of it
     */
    ReadAhead(
            List<Map.Entry<FolderPath, FileStamp>> files,
            Function<Map.Entry<FolderPath, FileStamp>, TimedReading<Reading>> reader,
            Function<TimedReading<Reading>, Reading> result) {
        this.files = files;
        this.reader = reader;
        this.result = result;
        for (int i = 0; i < PARTS; i++) {
            begin();
        }
    }

    /** The outcomes of the next files; an empty list after the last. */
    public List<Reading> next() {
        var part = ahead.poll();
        if (part == null) {
            return List.of();
        }
        var readings = part.stream().map(result).toList();
        begin();
        return readings;
    }

    /** Whether nothing is left to be read. */
    public boolean isAtEnd() {
        return ahead.isEmpty();
    }

    private void begin() {
        var part = new ArrayList<TimedReading<Reading>>();
        long size = 0;
        while (begun < files.size() && part.size() < MOST && size < LARGEST) {
            var file = files.get(begun++);
            size += file.getValue().size();
            part.add(reader.apply(file));
        }
        if (!part.isEmpty()) {
            ahead.add(part);
        }
    }

    /** Leaves what has not been begun; nobody waits for the rest. */
    @Override
    public void close() {
        ahead.forEach(part -> part.forEach(TimedReading::cancel));
    }
}
