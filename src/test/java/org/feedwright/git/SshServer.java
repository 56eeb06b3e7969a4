package org.feedwright.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.feedwright.testing.WebServer;

/** OpenSSH's server, for the user of the tests, with keys of its own. */
final class SshServer implements AutoCloseable {
    private static final String USER = System.getProperty("user.name");

    private final Path directory;
    private final int port;
    private final Process server;

    /**
     * Starts it.
     *
     * @param directory for its keys and its configuration
     */
    SshServer(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.port = WebServer.freePort();
        for (String key : new String[] {"host", "user", "stranger"}) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    directory.resolve(key).toString());
        }
        Files.writeString(directory.resolve("known"), "[127.0.0.1]:" + port + " " + read("host.pub"));
        Files.writeString(directory.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                UsePAM no
                StrictModes no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin prohibit-password
                """.formatted(
                        port, directory.resolve("host"), directory.resolve("user.pub")));
        if (USER.equals("root")) {
            Files.createDirectories(Path.of("/run/sshd")); // where it locks itself in before it knows who comes
        }
        server = new ProcessBuilder(
                        "/usr/sbin/sshd",
                        "-D",
                        "-e",
                        "-f",
                        directory.resolve("sshd_config").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
    }

    private static void run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isZero();
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    /** What it has logged. */
    String log() throws IOException {
        return read("log");
    }

    String address(Path repository) {
        return "ssh://" + USER + "@127.0.0.1:" + port + repository;
    }

    /**
     * The command that connects to it, as whoever runs the service may set it in {@code GIT_SSH_COMMAND}.
     *
     * @param key {@code user}, or {@code stranger}, who is not let in
     * @param known the file of the servers' keys: {@code known}, or another one, in which there is none
     */
    String command(String key, String known) {
        return "ssh -F /dev/null -o BatchMode=yes -o IdentitiesOnly=yes -i " + directory.resolve(key)
                + " -o UserKnownHostsFile=" + directory.resolve(known);
    }

    @Override
    public void close() {
        server.destroy();
    }
}
