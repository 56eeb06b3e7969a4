package org.feedwright.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files such that nobody ever sees half of one. */
final class WrittenFile {
    private static final String DRAFT = ".importing"; // hidden, so that a service does not read it

    private WrittenFile() {}

    static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(DRAFT);
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
