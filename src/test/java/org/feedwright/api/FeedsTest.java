package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of feeds that are defined through the API, where every change has to say which state it knows. */
@SuppressWarnings("NullAway.Init") // JUnit sets them before each test
class FeedsTest extends ApiTest {
    private static final AtomicInteger names = new AtomicInteger();

    private String name;
    private String feed;

    @Override
    String[] settings() {
        return new String[] {"--feedwright.api.require-if-match=true"};
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
