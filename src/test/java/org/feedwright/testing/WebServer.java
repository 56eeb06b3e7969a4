package org.feedwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A web server in a process of its own, such as nginx, that accepts connections. */
public record WebServer(Process process, int port) implements AutoCloseable {
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts one and waits until it accepts connections.
     *
     * @param home the directory that it takes for its user's, and where its output is written
     * @param port the one on which it is configured to listen
     */
    public static WebServer start(ProcessBuilder server, Path home, int port) throws IOException {
        var output = home.resolve("output");
        server.environment().put("HOME", home.toString());
        var process =
                server.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    assertThat(process.isAlive()).as(() -> read(output)).isTrue();
                    return accepts(port);
                });
        return new WebServer(process, port);
    }

    private static boolean accepts(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
