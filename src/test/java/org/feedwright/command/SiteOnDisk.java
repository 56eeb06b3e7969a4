package org.feedwright.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server of a test: it serves what is put under an address, or else the files of a folder. */
final class SiteOnDisk implements AutoCloseable {
    private final HttpServer server;
    private final Path folder;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private SiteOnDisk(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static SiteOnDisk start(Path folder) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var site = new SiteOnDisk(server, folder);
        server.createContext("/", site::answer);
        server.start();
        return site;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Serves a text under a path, which may have a query. */
    void put(String path, String text) {
        pages.put(path, text);
    }

    /** The paths that were asked for, with their queries. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            Path file = folder.resolve(path.substring(1)).normalize();
            byte[] bytes = pages.containsKey(path)
                    ? pages.get(path).getBytes(UTF_8)
                    : file.startsWith(folder) && Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
