package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every answer is in the access log, whoever gave it, with its status and its bytes. */
class AccessLogTest extends PublishedFeedTest {
    private static final String BEFORE = "200 0 \"of the start before\"";
    private static final Path log = directory().resolve("access.log");

    @DynamicPropertySource
    static void log(DynamicPropertyRegistry registry) {
        registry.add("server.jetty.accesslog.enabled", () -> "true");
        registry.add("server.jetty.accesslog.filename", () -> log.toString());
        registry.add("server.jetty.accesslog.custom-format", () -> "%s %O \"%r\"");
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("feedwright-log");
            Files.writeString(directory.resolve("access.log"), BEFORE + "\n");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void hasALineForEachAnswer() throws IOException {
        String page = "/feeds/" + feed;
        var answers = new ArrayList<String>();
        String tag = field(http.get(atom), "ETag");
        answers.add("200 GET " + atom);
        for (int i = 0; i < 3; i++) { // the same bytes each time
            answers.add(ask("GET", atom));
            answers.add(ask("GET", atom, "If-None-Match", tag));
            answers.add(ask("HEAD", atom));
        }
        for (String path : List.of(
                page,
                page + "/",
                "//feeds/" + feed + ".atom",
                "/",
                "/feeds.opml",
                "/nothing",
                "/feeds/nothing.atom",
                "/articles/" + feed + "/first",
                "/media/" + feed + "/nothing.png",
                "/robots.txt",
                "/a%2Fb")) {
            answers.add(ask("GET", path));
        }
        answers.add(ask("GET", atom, "If-Match", "\"x\""));
        answers.add(ask("POST", atom));
        answers.add(ask("OPTIONS", atom));
        answers.add(ask("TRACE", "/"));
        answers.add(ask("GET", atom, "Sec-Fetch-Dest", "document"));
        answers.add(raw("GET /feeds/x.atom HTTP/1.1\r\nHost: a b\r\n\r\n"));
        answers.add(raw("GET /feeds/x.atom HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"));
        answers.add(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        answers.add(raw("HELLO\r\n\r\n"));

        await().untilAsserted(() -> assertThat(lines()).hasSameSizeAs(answers));
        var lines = lines();
        assertThat(lines)
                .extracting(AccessLogTest::withoutBytes)
                .containsAll(
                        answers.stream().filter(answer -> answer.contains(" ")).toList());
        assertThat(lines)
                .extracting(line -> line.substring(0, 3))
                .containsExactlyInAnyOrderElementsOf(
                        answers.stream().map(answer -> answer.substring(0, 3)).toList());
        long length = http.get(atom).body().length;
        assertThat(lines.getFirst().split(" ", -1)[1])
                .as("bytes of %s", lines.getFirst())
                .satisfies(bytes -> assertThat(Long.parseLong(bytes)).isGreaterThanOrEqualTo(length));
    }

    /** Behind what was there before the start. */
    private static List<String> lines() throws IOException {
        var all = Files.readAllLines(log);
        assertThat(all.getFirst()).isEqualTo(BEFORE);
        return all.subList(1, all.size());
    }

    private static String withoutBytes(String line) {
        return line.replaceFirst(" [0-9]+ \"", " ").replaceFirst(" HTTP/1.[01]\"$", "");
    }

    private String ask(String method, String path, String... fields) {
        return http.send(method, path, fields).statusCode() + " " + method + " " + path;
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ", -1)[1];
        }
    }
}
