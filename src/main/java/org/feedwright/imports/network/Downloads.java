package org.feedwright.imports.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.feedwright.http.PublicAddress;
import org.feedwright.text.HttpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Fetches from web servers, within bounds: of size, of time, and of how often a server may lead elsewhere.
 *
 * <p>A host is resolved before each request, and again after it: all its addresses must be public. Java keeps what it
 * has resolved as long as the command runs, so that the connection in between goes to one of the addresses that were
 * judged: its HTTP client cannot be told an address to connect to. Each redirect is judged anew, and no cookie or password
 * is sent.
 */
public final class Downloads implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final String AGENT = "Feedwright (import)";

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();
    private final AllowedHosts hosts;
    private final Duration patience;

    /** @param allowsPrivate whether this machine and its neighbours may be asked too */
    public Downloads(boolean allowsPrivate) {
        this(allowsPrivate ? _ -> true : PublicAddress::test, Duration.ofMinutes(2));
    }

    /** @param patience how long a file may take */
    Downloads(Predicate<InetAddress> allowed, Duration patience) {
        this.hosts = new AllowedHosts(allowed);
        this.patience = patience;
    }

    /**
     * What was fetched.
     *
     * @param address where it was found at last
     * @param body the bytes, or the path of the file that has them
     */
    public record Fetched<T>(URI address, Map<String, String> fields, T body) {}

    /** Says that a server answered with something else than what was asked for. */
    public static final class Answered extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Answered(int status) {
            super("the server answers " + status);
            this.status = status;
        }

        /** Whether nothing is there. */
        public boolean isNothing() {
            return status == 404 || status == 410;
        }
    }

    /**
     * Fetches into memory.
     *
     * @param accept the media types that are wanted, as in HTTP's {@code Accept}
     * @param most bytes
     * @throws IOException if it cannot be had, or must not be asked for; its message says why
     */
    public Fetched<byte[]> bytes(String address, String accept, long most) throws IOException {
        return fetch(address, accept, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most), most);
    }

    /**
     * Fetches into a file.
     *
     * @param most bytes; a file that is too long is left behind in part
     */
    public Fetched<Path> file(String address, Path file, long most) throws IOException {
        return fetch(address, "*/*", BodyHandlers.limiting(BodyHandlers.ofFile(file), most), most);
    }

    private <T> Fetched<T> fetch(String address, String accept, BodyHandler<T> handler, long most) throws IOException {
        var uri = uri(address);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            hosts.judge(uri);
            var response = send(uri, accept, successOnly(handler), most);
            hosts.judge(uri);
            int status = response.statusCode();
            var location = response.headers().firstValue("Location");
            if (status / 100 == 3 && location.isPresent()) {
                uri = uri(uri.resolve(uri(location.get(), uri)).toString());
            } else if (status == 200) {
                return new Fetched<>(uri, fields(response), response.body());
            } else {
                throw new Answered(status);
            }
        }
        throw new IOException("it leads from address to address more than " + MOST_REDIRECTS + " times");
    }

    /** What a server says beside a redirect or an error is not wanted, and not bounded by anything. */
    private static <T> BodyHandler<T> successOnly(BodyHandler<T> handler) {
        return info -> info.statusCode() == 200 ? handler.apply(info) : HttpResponse.BodySubscribers.replacing(null);
    }

    private static URI uri(String address) throws IOException {
        try {
            return URI.create(HttpAddress.of(address).uri());
        } catch (IllegalArgumentException e) {
            throw new IOException("'" + address + "' is no address on the web (" + e.getMessage() + ")", e);
        }
    }

    /** A location may be relative to the address that named it (RFC 9110 §10.2.2). */
    private static URI uri(String location, URI base) throws IOException {
        try {
            return base.resolve(location.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw new IOException("it leads to '" + location + "', which is no address", e);
        }
    }

    private <T> HttpResponse<T> send(URI uri, String accept, BodyHandler<T> handler, long most) throws IOException {
        var request = HttpRequest.newBuilder(uri)
                .header("User-Agent", AGENT)
                .header("Accept", accept)
                .timeout(patience)
                .build();
        var answer = client.sendAsync(request, handler);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the server takes longer than " + patience.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause(), most), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var broken = new InterruptedIOException("it was told to end");
            broken.initCause(e);
            throw broken;
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(@Nullable Throwable failure, long most) {
        String message = failure == null ? null : failure.getMessage();
        if (message != null && message.contains("body exceeds capacity")) {
            return String.format(Locale.ROOT, "it is longer than %,d bytes", most);
        }
        String kind =
                failure == null ? "for no known reason" : failure.getClass().getSimpleName();
        return "it cannot be fetched (" + kind + (message == null ? "" : ": " + message) + ")";
    }

    private static Map<String, String> fields(HttpResponse<?> response) {
        var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> fields.put(name, String.join(", ", values)));
        return fields;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
