package org.feedwright.micropub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.feedwright.api.ApiService;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * A writing app, and the service on which its author publishes. In brackets behind tests: the number of the case in
 * micropub.rocks' suite for servers.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests on each database
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class WritingApp {
    private static final AtomicInteger feeds = new AtomicInteger();
    static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    @Parameter
    Database database;

    @TempDir
    static Path directory;

    ApiService service;
    String feed;
    String token;

    @BeforeParameterizedClassInvocation
    void start() throws IOException {
        service = ApiService.start(
                directory.resolve(database.name()),
                database,
                "--feedwright.access.failed-tries=1000",
                "--feedwright.page.micropub=true");
    }

    @AfterParameterizedClassInvocation
    void stop() {
        service.close();
    }

    @BeforeEach
    void makeAFeed() {
        service.clock().set(ApiService.START);
        feed = "feed-" + feeds.incrementAndGet();
        service.use(service.administrator());
        service.feed(feed);
        token = service.publisher(feed);
        service.use(token);
    }

    HttpResponse<String> form(String content, String... fields) {
        var all = Stream.concat(Stream.of(fields), Stream.of("Content-Type", FORM));
        return service.send("POST", "/micropub", content, all.toArray(String[]::new));
    }

    HttpResponse<String> post(String json) {
        return service.send("POST", "/micropub", json);
    }

    HttpResponse<String> create(String properties) {
        return post("{\"type\": [\"h-entry\"], \"properties\": {" + properties + "}}");
    }

    static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(field(answer, "Location")).startsWith("https://feeds.example.org/articles/");
        return field(answer, "Location");
    }

    HttpResponse<String> update(String url, String change) {
        return post("{\"action\": \"update\", \"url\": \"" + url + "\", " + change + "}");
    }

    static void isDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
    }

    HttpResponse<String> query(String query) {
        return service.get("/micropub?" + query);
    }

    JsonNode source(String url, String... more) {
        var answer = query("q=source&url=" + URLEncoder.encode(url, UTF_8) + String.join("", more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("properties");
    }

    String page(String url) {
        return service.get(URI.create(url).getRawPath(), "Authorization", "").body();
    }

    int status(String url) {
        return service.get(URI.create(url).getRawPath(), "Authorization", "").statusCode();
    }

    /** The newest item of the feed. */
    JsonNode item() {
        return json(service.get("/feeds/" + feed + ".json", "Authorization", ""))
                .at("/items/0");
    }

    static String error(HttpResponse<String> answer) {
        return json(answer).path("error").asString("");
    }

    static String text(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    static String file(String property, String name) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + property + "\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type(name) + "\r\n\r\nThe content of " + name + "\r\n";
    }

    static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "mp3" -> "audio/mpeg";
            case "png" -> "image/png";
            case "gif" -> "image/gif";
            default -> "image/jpeg";
        };
    }

    HttpResponse<String> multipart(String... parts) {
        boolean isPath = parts[0].startsWith("/");
        String content = String.join("", List.of(parts).subList(isPath ? 1 : 0, parts.length)) + "--b--\r\n";
        return service.sendBytes(
                "POST",
                isPath ? parts[0] : "/micropub",
                content.getBytes(UTF_8),
                "Content-Type",
                "multipart/form-data; boundary=b");
    }
}
