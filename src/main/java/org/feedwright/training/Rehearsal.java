package org.feedwright.training;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.feedwright.access.Scopes;
import org.feedwright.access.Tokens;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The life of the service in a few seconds, on a folder, a store and ports of its own: it starts, reads articles,
 * answers polls of every kind and people, publishes changes, and ends.
 *
 * <p>Java records meanwhile what is loaded, linked and called often, and keeps it in the AOT cache from which the
 * packaged service starts (JEP 483, 514 and 515). Code that is not played here is only slower the first time.
 */
public final class Rehearsal implements AutoCloseable {
    /** Enough rounds for Java to learn which code is called often, and few enough for a build. */
    private static final int ROUNDS = 60;

    private static final int CORRECTIONS = 20;

    private static final int PATIENCE = 300; // seconds: a package is installed on small machines too

    /** A reader that gets deltas. */
    private static final String READER = "User-Agent: newsboat/2.21.0";

    private static final List<String> CODINGS = List.of("gzip", "br", "gzip, deflate, br, zstd", "identity");

    private final Path directory;
    private final ConfigurableApplicationContext service;
    private final int port;
    private final String token;

    private Rehearsal(Path directory, ConfigurableApplicationContext service) {
        this.directory = directory;
        this.service = service;
        this.port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.token = service.getBean(Tokens.class).make("rehearsal", new Scopes(false, true, Set.of()));
    }

    /**
     * Starts the service.
     *
     * @param application the class by which Spring starts the service
     */
    public static Rehearsal begin(Class<?> application) throws IOException {
        var directory = Files.createTempDirectory("feedwright-rehearsal");
        RehearsalFolder.write(directory.resolve("feeds"));
        return new Rehearsal(
                directory,
                SpringApplication.run(
                        application,
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--logging.level.org.feedwright=warn",
                        "--feedwright.base-url=http://localhost",
                        "--feedwright.folder=" + directory.resolve("feeds"),
                        "--feedwright.data=" + directory.resolve("data")));
    }

    public void play() throws IOException, InterruptedException {
        await("/feeds/rehearsal.atom", "Article 27");
        for (int round = 0; round < ROUNDS; round++) {
            pollEverything();
            if (round % 10 == 0) {
                look();
                send(round);
            }
            if (round % 20 == 0) {
                publish(round);
            }
        }
    }

    private void pollEverything() throws IOException {
        for (String format : List.of("atom", "rss", "json")) {
            String address = "/feeds/rehearsal." + format;
            for (String coding : CODINGS) {
                var answer = ask("GET", address, "Accept-Encoding: " + coding);
                String tag = field(answer, "ETag");
                String modified = field(answer, "Last-Modified");
                ask("GET", address, "Accept-Encoding: " + coding, "If-None-Match: " + tag);
                ask("GET", address, "Accept-Encoding: " + coding, "If-Modified-Since: " + modified);
                ask("HEAD", address, "Accept-Encoding: " + coding);
                ask("GET", address, "Accept-Encoding: " + coding, READER, "A-IM: feed", "If-None-Match: " + tag);
            }
        }
    }

    private void look() throws IOException {
        for (String address :
                List.of("/", "/feeds/rehearsal", "/articles/rehearsal/article-1", "/feeds/unknown.atom")) {
            ask("GET", address, "Accept: text/html", "Sec-Fetch-Dest: document");
        }
        ask("GET", "/feeds/rehearsal.atom", "Accept: text/html", "Sec-Fetch-Dest: document");
        ask("POST", "/feeds/rehearsal.atom", "Content-Length: 0");
    }

    private void publish(int number) throws IOException, InterruptedException {
        String tag = field(ask("GET", "/feeds/rehearsal.atom", "Accept-Encoding: gzip"), "ETag");
        var draft = directory.resolve("draft");
        Files.writeString(draft, RehearsalFolder.article(100 + number));
        Files.move(
                draft,
                directory.resolve("feeds/rehearsal/article-" + (100 + number) + ".md"),
                StandardCopyOption.ATOMIC_MOVE);
        await("/feeds/rehearsal.atom", "Article " + (100 + number));
        ask("GET", "/feeds/rehearsal.atom", "Accept-Encoding: br", READER, "A-IM: feed", "If-None-Match: " + tag);
    }

    /** What an editor's program does: its article is published, corrected, read, and withdrawn. */
    private void send(int number) throws IOException {
        String address = "/api/v1/feeds/rehearsal/articles/sent-" + number;
        for (int version = 0; version < CORRECTIONS; version++) {
            call("PUT", address, RehearsalFolder.sentArticle(number, version));
            ask("GET", "/feeds/rehearsal.atom", "Accept-Encoding: gzip");
        }
        call("GET", address, "");
        call("DELETE", address, "");
    }

    private void call(String method, String address, String content) throws IOException {
        String answer = exchange(
                method,
                address,
                content,
                "Authorization: Bearer " + token,
                "Content-Type: application/json",
                "Content-Length: " + content.length());
        if (!answer.startsWith("HTTP/1.1 2")) {
            throw new IOException(method + " " + address + " was answered with " + answer);
        }
    }

    private void await(String address, String text) throws IOException, InterruptedException {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!ask("GET", address).contains(text)) {
            if (System.nanoTime() > latest) {
                throw new IOException("no '" + text + "' at " + address + " within " + PATIENCE + " seconds");
            }
            Thread.sleep(20); // as a reader would: HTTP does not tell when the change is there
        }
    }

    /** Sends a request by hand, so that no HTTP client, which the service does not need, is recorded. */
    private String ask(String method, String address, String... fields) throws IOException {
        return exchange(method, address, "", fields);
    }

    private String exchange(String method, String address, String content, String... fields) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + String.join("\r\n", fields) + (fields.length == 0 ? "\r\n" : "\r\n\r\n") + content;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String field(String answer, String name) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        service.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
