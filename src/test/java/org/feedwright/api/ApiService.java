package org.feedwright.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.feedwright.Feedwright;
import org.feedwright.access.Scopes;
import org.feedwright.access.Tokens;
import org.feedwright.feed.FirstLook;
import org.feedwright.testing.Database;
import org.feedwright.testing.Postgres;
import org.feedwright.testing.SettableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with its API, on a folder and a store of its own. */
public final class ApiService implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-06-01T12:00:00.437Z");
    public static final JsonMapper JSON = JsonMapper.shared();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ConfigurableApplicationContext context;
    private final SettableClock clock;
    private final Path folder;
    private final List<String> arguments;

    /** What every request is sent with that says nothing else. */
    private String token = "";

    private volatile boolean isLost;

    private ApiService(Path folder, SettableClock clock, List<String> arguments) {
        this.folder = folder;
        this.clock = clock;
        this.arguments = arguments;
        this.context = new SpringApplicationBuilder(Feedwright.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(SettableClock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(arguments.toArray(String[]::new));
        while (context.getBean(FirstLook.class).mayBringMore()) {
            Thread.onSpinWait();
        }
    }

    public static ApiService start(Path directory, Database database, String... settings) throws IOException {
        var folder = Files.createDirectories(directory.resolve("feeds"));
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=-1",
                "--feedwright.base-url=https://feeds.example.org",
                "--feedwright.folder=" + folder,
                "--feedwright.data=" + directory.resolve("data")));
        if (database == Database.POSTGRES) {
            arguments.add("--spring.datasource.url=" + Postgres.freshDatabase());
            arguments.add("--spring.datasource.hikari.connection-timeout=20000");
        }
        for (String setting : settings) {
            arguments.removeIf(usual -> usual.startsWith(setting.replaceFirst("=.*", "=")));
            arguments.add(setting);
        }
        return new ApiService(folder, new SettableClock(START), arguments);
    }

    /** Ends the service, and starts it again on the same store. */
    public ApiService restart() {
        close();
        var again = new ApiService(folder, clock, arguments);
        again.token = token;
        return again;
    }

    /**
     * Loses the service at this moment, as a power cut does.
     *
     * @param directory where what is left of the store is put
     * @return what starts another service on what is left
     */
    Supplier<ApiService> lose(Path directory) throws IOException {
        isLost = true;
        var left = LostStore.take(arguments, directory);
        close();
        return () -> {
            var again = new ApiService(folder, clock, left);
            again.token = token;
            return again;
        };
    }

    /** Whether it has been lost: what it answers from then on counts for nothing. */
    boolean isLost() {
        return isLost;
    }

    /** The settings by which a command finds the same folder and store. */
    List<String> settings() {
        return arguments.stream()
                .filter(setting -> !setting.startsWith("--server.") && !setting.startsWith("--management."))
                .toList();
    }

    Path folder() {
        return folder;
    }

    public SettableClock clock() {
        return clock;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Every address that a controller has. */
    List<String> addresses() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .sorted()
                .toList();
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Makes a token that may publish in these feeds. */
    public String publisher(String... feeds) {
        return bean(Tokens.class).make("a publisher", new Scopes(false, false, Set.of(feeds)));
    }

    public String reader() {
        return bean(Tokens.class).make("a reader", new Scopes(true, false, Set.of()));
    }

    public String administrator() {
        return bean(Tokens.class).make("an administrator", new Scopes(false, true, Set.of()));
    }

    /** Sends everything with this token that says nothing else. */
    public void use(String token) {
        this.token = token;
    }

    /** Makes a feed through the API. */
    public void feed(String name) {
        var answer = put("/api/v1/feeds/" + name, "{\"title\": \"The " + name + "\", \"authority\": \"example.org\"}");
        if (answer.statusCode() > 201) {
            throw new AssertionError(answer.body());
        }
    }

    public HttpResponse<String> get(String path, String... fields) {
        return send("GET", path, null, fields);
    }

    public HttpResponse<String> put(String path, String json, String... fields) {
        return send("PUT", path, json, fields);
    }

    public HttpResponse<String> patch(String path, String json, String... fields) {
        return send("PATCH", path, json, with(fields, "Content-Type", "application/merge-patch+json"));
    }

    static String[] with(String[] fields, String... more) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    public HttpResponse<String> send(String method, String path, @Nullable String content, String... fields) {
        var body = content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content, UTF_8);
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                        .method(method, body),
                content != null,
                fields);
    }

    /** Sends bytes as they are. */
    public HttpResponse<String> sendBytes(String method, String path, byte[] content, String... fields) {
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                        .method(method, BodyPublishers.ofByteArray(content)),
                false,
                fields);
    }

    /** Sends the next part of an upload. */
    HttpResponse<String> append(String upload, String content, long offset, boolean isLast) {
        return sendBytes("PATCH", upload, content.getBytes(UTF_8), uploadPart(offset, isLast ? "?1" : "?0"));
    }

    /** The fields of a part of an upload. */
    static String[] uploadPart(long offset, String isComplete) {
        return new String[] {
            "Content-Type",
            "application/partial-upload",
            "Upload-Offset",
            String.valueOf(offset),
            "Upload-Complete",
            isComplete
        };
    }

    private HttpResponse<String> send(HttpRequest.Builder request, boolean hasContent, String... fields) {
        var named = List.of(fields);
        if (!token.isEmpty() && !named.contains("Authorization")) {
            request.header("Authorization", "Bearer " + token);
        }
        if (hasContent && !named.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < fields.length; i += 2) {
            if (!fields[i + 1].isEmpty()) {
                request.header(fields[i], fields[i + 1]);
            }
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    public static String field(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The titles that the next poll of a feed shows, newest first. */
    public List<String> polled(String feed) {
        var answer = get("/feeds/" + feed + ".json", "Authorization", "");
        if (answer.statusCode() != 200) {
            return List.of(String.valueOf(answer.statusCode()));
        }
        return json(answer).get("items").values().stream()
                .map(item -> item.get("title").stringValue())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
