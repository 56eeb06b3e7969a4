package org.feedwright.folder.disk;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * The size and the time by which a file is known to be unchanged without reading it.
 *
 * @param size in bytes
 * @param changed nanoseconds since the epoch; it decides nothing but whether to read
 */
public record FileStamp(long size, long changed) {
    /** The stamp of a link that leads nowhere. */
    public static final FileStamp NONE = new FileStamp(-1, -1);

    /** The stamp of a file of which nothing matters but that it is there. */
    static final FileStamp THERE = new FileStamp(0, -1);

    /**
     * Where there is one, the time that no program can set: two files that were written in one moment can
     * swap their names, and all else that a listing tells would stay the same.
     */
    private static final String TIME =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix") ? "unix:ctime" : "lastModifiedTime";

    /** The stamp of two files that are read as one. */
    FileStamp with(FileStamp other) {
        return new FileStamp(31 * size + other.size, Math.max(changed, other.changed));
    }

    static FileStamp of(Path path) throws IOException {
        var attributes = Files.readAttributes(path, TIME + ",size");
        var time = (FileTime) attributes.get(TIME.substring(TIME.indexOf(':') + 1));
        return new FileStamp(
                (long) requireNonNull(attributes.get("size")),
                requireNonNull(time).to(TimeUnit.NANOSECONDS));
    }
}
