package org.feedwright.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What tells, without reading it, that a file is as it was.
 *
 * @param size in bytes
 * @param modified the file's time in nanoseconds since the epoch; it decides nothing but whether to read
 */
record Stamp(long size, long modified) {
    static Stamp of(Path path) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }
}
