package org.feedwright.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A directory that holds the newest backups, named after the time at which they were made. */
public final class BackupDirectory {
    private static final Pattern NAME = Pattern.compile("feedwright-\\d{8}T\\d{6}Z\\.zip");
    private static final Pattern DRAFT = Pattern.compile("\\." + NAME + "\\.partial");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final int most;

    /** @param most how many backups stay */
    public BackupDirectory(Path directory, int most) {
        this.directory = directory;
        this.most = most;
    }

    /**
     * The place of the next backup. The directory is made if it is not there, and what killed backups have left in it
     * is removed: no later one has its name, and writes over it.
     *
     * @throws BackupRefused if it cannot be
     */
    public Path next(Instant now) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new BackupRefused(directory + " is no directory; name one, or a name that is free");
        }
        Files.createDirectories(directory);
        for (Path draft : files(DRAFT)) {
            BackupFile.removeLeft(draft);
        }
        return directory.resolve("feedwright-" + TIME.format(now) + ".zip");
    }

    /**
     * Removes the oldest backups, if there are too many, and nothing else; to be called when a new one is complete.
     *
     * @return those that were removed
     */
    public List<Path> removeOldest() throws IOException {
        var old = files(NAME).stream()
                .sorted(Comparator.reverseOrder())
                .skip(most)
                .toList();
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
        return old;
    }

    private List<Path> files(Pattern name) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }
}
