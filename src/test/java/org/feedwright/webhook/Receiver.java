package org.feedwright.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that is told, on this machine: it keeps what comes, and answers each path as it is told to. */
final class Receiver implements AutoCloseable {
    static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String SECRET = "whsec_" + KEY;

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** One request. */
    record Request(String path, String id, String timestamp, String signature, String body, Instant received) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String type() {
            return json().get("type").stringValue();
        }

        String title() {
            return json().at("/data/title").stringValue("");
        }

        String line() {
            return type() + " " + (title().isEmpty() ? json().at("/data/id").stringValue("") : title());
        }

        /** Computes the signature anew, as the receiver of a webhook does. */
        void assertSigned() {
            assertThat(signature).isEqualTo("v1," + signed(id + "." + timestamp + "." + body));
            assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                    .isBetween(received.minus(Duration.ofSeconds(30)), received.plusSeconds(1));
        }
    }

    /** How a path is answered. */
    @FunctionalInterface
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    static String signed(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Answer status(int status, String... fields) {
        return exchange -> {
            for (int i = 0; i < fields.length; i += 2) {
                exchange.getResponseHeaders().add(fields[i], fields[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** No answer, as long as there is a receiver. */
    Answer silence() {
        return _ -> {
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var fields = exchange.getRequestHeaders();
        assertThat(exchange.getRequestMethod()).isEqualTo("POST");
        assertThat(fields.getFirst("Content-Type")).isEqualTo("application/json");
        String path = exchange.getRequestURI().toString();
        requests.add(new Request(
                path,
                fields.getFirst("webhook-id"),
                fields.getFirst("webhook-timestamp"),
                fields.getFirst("webhook-signature"),
                body,
                Instant.now()));
        try (exchange) {
            answers.getOrDefault(path, status(204)).give(exchange);
        }
    }

    void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** What has come to a path, in its order. */
    List<Request> at(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** The same, each as its type and its title or id. */
    List<String> lines(String path) {
        return at(path).stream().map(Request::line).toList();
    }

    void forget() {
        requests.clear();
        answers.clear();
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
    }
}
