package org.feedwright;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.feedwright.testing.WebServer;

/** Someone who asks with curl, over HTTP/2. */
record CurlReader(int port, String host, String path) {
    /** The address from which it asks. */
    static final String ADDRESS = "127.0.0.2";

    /** Waits for the proxy's certificate, which Caddy makes only after it has begun to listen. */
    static CurlReader of(WebServer proxy, String host, String path) {
        var reader = new CurlReader(proxy.port(), host, path);
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(60))
                .until(() -> reader.ask("/robots.txt").status() > 0);
        return reader;
    }

    String base() {
        return "https://" + host + path;
    }

    Heard ask(String path, String... fields) throws IOException {
        return ask(List.of("--include"), path, fields);
    }

    Heard head(String path, String... fields) throws IOException {
        return ask(List.of("--head"), path, fields);
    }

    private Heard ask(List<String> how, String below, String... fields) throws IOException {
        var command = new ArrayList<>(List.of(
                "curl",
                "-sk",
                "--http2",
                "--max-time",
                "20",
                "--interface",
                ADDRESS,
                "--resolve",
                host + ":" + port + ":127.0.0.1"));
        command.addAll(how);
        for (String field : fields) {
            command.addAll(List.of("-H", field));
        }
        command.add("https://" + host + ":" + port + path + below);
        var curl = new ProcessBuilder(command).start();
        return Heard.of(curl.getInputStream().readAllBytes());
    }

    /** An answer as curl prints it. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two
    record Heard(int status, Map<String, String> fields, byte[] body) {
        static Heard of(byte[] printed) {
            String text = new String(printed, ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            assertThat(end).as(text).isPositive();
            var lines = List.of(text.substring(0, end).split("\r\n"));
            assertThat(lines.getFirst()).startsWith("HTTP/2 ");
            var fields = new LinkedHashMap<String, String>();
            for (String line : lines.subList(1, lines.size())) {
                var parts = line.split(": ", 2);
                fields.merge(parts[0].toLowerCase(Locale.ROOT), parts[1], (first, second) -> first + ", " + second);
            }
            return new Heard(
                    Integer.parseInt(lines.getFirst().split(" ", -1)[1]),
                    fields,
                    text.substring(end + 4).getBytes(ISO_8859_1));
        }

        String field(String name) {
            return Objects.requireNonNullElse(fields.get(name), "");
        }

        String location() {
            assertThat(status).isEqualTo(301);
            return field("location");
        }

        String text() {
            return new String(body, UTF_8);
        }
    }
}
