package org.feedwright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDirectoryTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.987Z");

    @TempDir
    private Path directory;

    @Test
    void namesBackupsAfterTheTime() throws IOException {
        assertThat(new BackupDirectory(directory.resolve("a/b"), 2).next(NOW))
                .isEqualTo(directory.resolve("a/b/feedwright-20261128T120000Z.zip"));
        assertThat(directory.resolve("a/b")).isDirectory();
    }

    @Test
    void removesTheOldestOnesAndNothingElse() throws IOException {
        var others = List.of(
                "notes.txt",
                "feedwright.zip",
                "feedwright-20251231T235959Z.zip.bak",
                "my-feedwright-20251231T235959Z.zip");
        var backups = List.of(
                "feedwright-20251231T235959Z.zip",
                "feedwright-20261128T115959Z.zip",
                "feedwright-20261128T120000Z.zip");
        for (String name : others) {
            Files.createFile(directory.resolve(name));
        }
        for (String name : backups) {
            Files.createFile(directory.resolve(name));
        }

        assertThat(new BackupDirectory(directory, 3).removeOldest()).isEmpty();
        assertThat(new BackupDirectory(directory, 2).removeOldest())
                .containsExactly(directory.resolve(backups.getFirst()));
        assertThat(new BackupDirectory(directory, 2).removeOldest()).isEmpty();
        assertThat(names()).containsAll(others).containsAll(backups.subList(1, 3));
    }

    @Test
    void removesWhatKilledBackupsLeft() throws IOException {
        Files.createFile(directory.resolve(".feedwright-20251231T235959Z.zip.partial"));
        Files.createFile(directory.resolve(".other.zip.partial"));

        new BackupDirectory(directory, 2).next(NOW);

        assertThat(names()).containsExactly(".other.zip.partial");
    }

    @Test
    void isRefusedWhereAFileIsInItsPlace() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new BackupDirectory(file, 2).next(NOW))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("is no directory");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
