package org.feedwright.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Response;
import org.feedwright.http.HttpDate;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to receivers. A redirect is not followed, no cookie and no password is sent, no proxy is asked, and of
 * the answer the status counts, and {@code Retry-After}.
 */
final class Sender implements AutoCloseable {
    private static final long MOST_BYTES = 64 * 1024;
    private static final long GRACE = 1_000; // milliseconds beyond the timeout, in which the client says what was wrong

    private final WebhookClient clients;
    private final Duration timeout;
    private final InstantSource clock;

    Sender(WebhookClient clients, Duration timeout, InstantSource clock) {
        this.clients = clients;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * Sends one request, and waits for the answer.
     *
     * @param id the same in each attempt
     * @param json what is told
     */
    Outcome send(Endpoint endpoint, String id, String json) throws InterruptedException {
        var answer = new CompletableFuture<Outcome>();
        begin(endpoint, id, json.getBytes(UTF_8), answer);
        try {
            return answer.get(timeout.toMillis() + GRACE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return failed(new TimeoutException(), endpoint);
        } catch (ExecutionException e) {
            return failed(e.getCause(), endpoint);
        }
    }

    private void begin(Endpoint endpoint, String id, byte[] body, CompletableFuture<Outcome> answer) {
        long timestamp = clock.instant().getEpochSecond();
        var read = new AtomicLong();
        HttpClient client = clients.started();
        client.POST(endpoint.address())
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .idleTimeout(
                        timeout.toMillis() + GRACE, TimeUnit.MILLISECONDS) // else that of the client ends it before
                .headers(fields -> fields.put("webhook-id", id)
                        .put("webhook-timestamp", String.valueOf(timestamp))
                        .put("webhook-signature", endpoint.sign(id, timestamp, body)))
                .body(new BytesRequestContent("application/json", body))
                .onResponseHeaders(response -> answer.complete(outcome(response)))
                .onResponseContent((response, content) -> {
                    if (read.addAndGet(content.remaining()) > MOST_BYTES) {
                        var _ = response.abort(new IOException("nobody reads an answer as long as this"));
                    }
                })
                .send(result -> {
                    if (result.isFailed()) {
                        answer.complete(failed(result.getFailure(), endpoint));
                    }
                });
    }

    private Outcome outcome(Response response) {
        int status = response.getStatus();
        return switch (status) {
            case 410 -> new Outcome.Gone();
            case 408, 429, 500, 502, 503, 504 ->
                new Outcome.Failed(
                        "it answers " + status,
                        true,
                        notBefore(response.getHeaders().get("Retry-After")));
            default -> status / 100 == 2 ? new Outcome.Delivered() : refused(status);
        };
    }

    private static Outcome refused(int status) {
        return new Outcome.Failed(
                status / 100 == 3
                        ? "it answers " + status
                                + ", a redirect, which is not followed: set the address to which it leads"
                        : "it answers " + status,
                false,
                null);
    }

    /** Reads {@code Retry-After} (RFC 9110 §10.2.3): a number of seconds, or a date. */
    private @Nullable Instant notBefore(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        String text = retryAfter.strip();
        return text.matches("\\d{1,9}")
                ? clock.instant().plusSeconds(Long.parseLong(text))
                : HttpDate.parse(text).orElse(null);
    }

    private Outcome failed(@Nullable Throwable failure, Endpoint endpoint) {
        return new Outcome.Failed(FailureWords.of(failure, endpoint.address().getHost(), timeout), true, null);
    }

    @Override
    public void close() {
        clients.close();
    }
}
