package org.feedwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What systemd is told, by its own program. The socket that it would listen on is one of Python's. */
class ReadyNoticeTest {
    private static final String LISTEN = """
            import socket, sys
            listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            listening.bind(sys.argv[1])
            listening.settimeout(30)
            print('listening', flush=True)
            print(listening.recv(4096).decode(), flush=True)
            """;

    @TempDir
    Path directory;

    @Test
    void saysThatTheServiceIsReady() throws Exception {
        String path = directory.resolve("notify").toString();
        var systemd = new ProcessBuilder("python3", "-c", LISTEN, path)
                .redirectErrorStream(true)
                .start();
        try (var out = systemd.inputReader()) {
            assertThat(out.readLine()).isEqualTo("listening");

            ReadyNotice.give(path);

            assertThat(out.lines()).contains("READY=1");
            assertThat(systemd.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            systemd.destroyForcibly();
        }
    }

    @Test
    void goesToNobodyWhereNobodyWaits() {
        ReadyNotice.give(null);

        assertThat(ProcessHandle.current().children().flatMap(child -> child.info().command().stream()))
                .noneMatch(command -> command.endsWith("systemd-notify"));
    }
}
