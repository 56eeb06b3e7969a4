package org.feedwright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A backup that somebody has changed. */
final class Tampered {
    private Tampered() {}

    /** A part of a backup; it is left out where a change gives null. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two
    record Part(String name, byte[] bytes) {}

    static Path change(Path backup, String name, UnaryOperator<@Nullable Part> change, Part... added)
            throws IOException {
        var parts = new ArrayList<Part>();
        try (var zip = new ZipFile(backup.toFile())) {
            for (var entry : zip.stream().toList()) {
                var part = change.apply(
                        new Part(entry.getName(), zip.getInputStream(entry).readAllBytes()));
                if (part != null) {
                    parts.add(part);
                }
            }
        }
        parts.addAll(List.of(added));
        var file = backup.resolveSibling(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts) {
                out.putNextEntry(new ZipEntry(part.name()));
                out.write(part.bytes());
                out.closeEntry();
            }
        }
        return file;
    }
}
