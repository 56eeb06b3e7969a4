package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of feeds that are defined through the API, where every change has to say which state it knows. */
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests on each database
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(Lifecycle.PER_CLASS)
class FeedsTest {
    private static final AtomicInteger names = new AtomicInteger();

    @Parameter
    Database database;

    @TempDir
    static Path directory;

    private ApiService service;
    private String name;
    private String feed;

    @BeforeParameterizedClassInvocation
    void start() throws IOException {
        service = ApiService.start(
                directory.resolve("feeds-" + database), database, "--feedwright.api.require-if-match=true");
        service.use(service.administrator());
    }

    @AfterParameterizedClassInvocation
    void stop() {
        service.close();
    }

    @BeforeEach
    void chooseAName() {
        name = "feed-" + names.incrementAndGet();
        feed = "/api/v1/feeds/" + name;
    }

    @Test
    void isThereForReadersAtOnce() {
        assertThat(service.polled(name)).containsExactly("404");

        var answer = service.put(feed, "{\"title\": \"Notes\", \"home\": \"https://example.org/\", \"window\": 5}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(field(answer, "Location")).isEqualTo("https://feeds.example.org" + feed);
        assertThat(json(answer).at("/stored/atom").asString())
                .isEqualTo("https://feeds.example.org/feeds/" + name + ".atom");
        assertThat(service.polled(name)).isEmpty();
        assertThat(service.get(feed).body()).isEqualTo(answer.body());
        assertThat(service.get(feed, "If-None-Match", field(answer, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(service.get("/api/v1/feeds").body()).contains("\"" + name + "\"");
    }

    @Test
    void namesTheKeyOfEachProblem() {
        var answer =
                service.put(feed, "{\"titel\": \"Notes\", \"window\": 0, \"authors\": {\"a\": {\"name\": \"A\"}}}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("errors").values().stream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactlyInAnyOrder("#", "#/titel", "#/window");
        assertThat(answer.body()).contains("did you mean 'title'?");
        assertThat(service.polled(name)).containsExactly("404");
        assertThat(service.put("/api/v1/feeds/No-Name", "{\"title\": \"x\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void changesNothingUnlessTheStateIsKnown() {
        var first = service.put(feed, "{\"title\": \"One\"}");
        assertThat(service.put(feed, "{\"title\": \"Two\"}").statusCode()).isEqualTo(428);
        assertThat(service.put(feed, "{\"title\": \"Two\"}", "If-Match", "\"x\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(service.put(feed, "{\"title\": \"Two\"}", "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(412);
        assertThat(service.send("DELETE", feed, null).statusCode()).isEqualTo(428);
        assertThat(json(service.get(feed)).get("title").asString()).isEqualTo("One");

        var second = service.put(feed, "{\"title\": \"Two\"}", "If-Match", field(first, "ETag"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second).at("/stored/id")).isEqualTo(json(first).at("/stored/id"));

        String article = feed + "/articles/rain";
        var rain = service.put(article, "{\"title\": \"Rain\"}");
        assertThat(rain.statusCode()).isEqualTo(201);
        assertThat(service.put(article, "{\"title\": \"Sun\"}").statusCode()).isEqualTo(428);
        assertThat(service.patch(article, "{\"title\": \"Sun\"}").statusCode()).isEqualTo(428);
        assertThat(service.send("DELETE", article, null).statusCode()).isEqualTo(428);
        assertThat(service.send("POST", feed + "/articles", "{\"articles\": [{\"slug\": \"rain\", \"title\": \"S\"}]}")
                        .statusCode())
                .isEqualTo(428);
        assertThat(service.patch(article, "{\"title\": \"Sun\"}", "If-Match", field(rain, "ETag"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.polled(name)).containsExactly("Sun");
    }

    @Test
    void endsAndLivesAgainUnderTheSameId() {
        var first = service.put(feed, "{\"title\": \"One\"}");
        service.put(feed + "/articles/rain", "{\"title\": \"Rain\"}");
        assertThat(service.send("DELETE", feed, null, "If-Match", field(first, "ETag"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(service.polled(name)).containsExactly("410");

        var again = service.put(feed, "{\"title\": \"One\"}");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(json(again).at("/stored/id")).isEqualTo(json(first).at("/stored/id"));
        assertThat(service.polled(name)).containsExactly("Rain");
    }

    @Test
    void doesNotTakeTheNameOfAFeedThatIsThere() {
        service.put(feed, "{\"title\": \"One\"}");

        var answer = service.put(feed + "-2", "{\"title\": \"Two\", \"formerly\": [\"" + name + "\"]}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("#/formerly");
    }
}
