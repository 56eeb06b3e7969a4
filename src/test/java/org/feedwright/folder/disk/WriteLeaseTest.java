package org.feedwright.folder.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(LINUX)
class WriteLeaseTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("with 🦊.md"), "text");
    }

    @Test
    void isTrueWhileThisProcessWrites() throws IOException {
        assertThat(WriteLease.test(file)).isFalse();
        try (var _ = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            assertThat(WriteLease.test(file)).isTrue();
        }
        assertThat(WriteLease.test(file)).isFalse();
    }

    @Test
    void isTrueWhileAnotherProcessWrites() throws Exception {
        var process = new ProcessBuilder("sh", "-c", "exec 3>>\"$0\"; echo open; read _", file.toString()).start();
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("open");
            assertThat(WriteLease.test(file)).isTrue();
            process.getOutputStream().close();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroy();
        }
        assertThat(WriteLease.test(file)).isFalse();
    }

    @Test
    void isFalseForReadersAndForWhatCannotBeWritten() throws IOException {
        try (var _ = Files.newInputStream(file)) {
            assertThat(WriteLease.test(file)).isFalse();
        }
        assertThat(WriteLease.test(folder)).isFalse();
        assertThat(WriteLease.test(folder.resolve("missing"))).isFalse();
    }

    @Test
    void neverDisturbsAWriter() throws Exception {
        var done = new AtomicBoolean();
        var asking = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                WriteLease.test(file);
            }
        });
        try {
            for (int i = 0; i < 2_000; i++) {
                Files.writeString(file, "text " + i);
            }
            var other = new ProcessBuilder(
                            "sh",
                            "-c",
                            "i=0; while [ $i -lt 500 ]; do echo $i > \"$0\" || exit 1; i=$((i+1)); done",
                            file.toString())
                    .start();
            assertThat(other.waitFor(Duration.ofSeconds(30))).isTrue();
            assertThat(other.exitValue()).isZero();
        } finally {
            done.set(true);
        }
        asking.get(10, TimeUnit.SECONDS);
        assertThat(Files.readString(file)).isEqualTo("499\n");
        assertThat(WriteLease.test(file)).isFalse();
    }
}
