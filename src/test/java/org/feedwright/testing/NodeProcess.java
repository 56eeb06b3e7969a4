package org.feedwright.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The service in a process of its own, which can be killed as a power cut would, and be started again. */
public final class NodeProcess implements AutoCloseable {
    private final int port = freePort();
    private final String name;
    private final Path directory;
    private final List<String> settings;
    private Process process;

    /**
     * Starts it.
     *
     * @param directory where its log is written
     * @param settings beside its name and its ports
     */
    public NodeProcess(String name, Path directory, List<String> settings) {
        this.name = name;
        this.directory = directory;
        this.settings = List.copyOf(settings);
        this.process = start();
    }

    private Process start() {
        var arguments = new ArrayList<>(
                List.of("--server.port=" + port, "--management.server.port=-1", "--feedwright.node.name=" + name));
        arguments.addAll(settings);
        try {
            return FeedwrightProcess.of(arguments, "-XX:+UseSerialGC", "-Xmx256m")
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve(name + ".log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public String name() {
        return name;
    }

    /** What a reader is answered. */
    public HttpResponse<String> get(String path) {
        return new Requests(port).send(BodyHandlers.ofString(), "GET", path);
    }

    /** Waits until a feed is served. A start that has failed is tried again, as whatever supervises a service does. */
    public NodeProcess awaitFeed(String path) {
        await().ignoreExceptions()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(3))
                .until(() -> {
                    if (!process.isAlive()) {
                        restart();
                    }
                    return get(path).statusCode() == 200;
                });
        return this;
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void restart() {
        process = start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
