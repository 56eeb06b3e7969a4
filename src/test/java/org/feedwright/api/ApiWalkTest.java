package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.testing.Database;
import org.feedwright.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sequences of requests, made from a seed, against a model: what was acknowledged is there exactly once, ids never
 * change and are never given again, and nothing hidden is seen.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests on each database
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(Lifecycle.PER_CLASS)
class ApiWalkTest {
    private static final int WALKS = Integer.getInteger("histories", 12);
    private static final int STEPS = 25;

    @Parameter
    Database database;

    @TempDir
    static Path directory;

    private ApiService service;

    /** The articles that are there, by slug; of a draft nothing may be seen. */
    private final Map<String, Known> model = new TreeMap<>();

    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private String articles = "";
    private int titles;

    private record Known(String title, boolean isDraft) {}

    @BeforeParameterizedClassInvocation
    void start() throws IOException {
        given.clear();
        service = ApiService.start(directory.resolve("walk-" + database), database);
        service.use(service.administrator());
    }

    @AfterParameterizedClassInvocation
    void stop() {
        service.close();
    }

    @Test
    @ExtendWith(Seeded.class)
    void keepsWhatItHasAcknowledged(RandomGenerator random) {
        for (int walk = 0; walk < WALKS; walk++) {
            String feed = "walk-" + walk;
            service.feed(feed);
            articles = "/api/v1/feeds/" + feed + "/articles";
            model.clear();
            ids.clear();
            for (int step = 0; step < STEPS; step++) {
                step(random);
                assertThat(service.polled(feed))
                        .containsExactlyInAnyOrderElementsOf(model.values().stream()
                                .filter(known -> !known.isDraft())
                                .map(Known::title)
                                .toList());
            }
        }
    }

    private void step(RandomGenerator random) {
        String slug = "a-" + random.nextInt(6);
        switch (random.nextInt(8)) {
            case 0, 1 -> put(slug, random.nextInt(4) == 0, "");
            case 2 -> put(slug, false, '"' + UUID.randomUUID().toString() + '"');
            case 3 -> patch(slug);
            case 4 -> delete(slug);
            case 5 -> refused(slug);
            case 6 -> batch(random);
            default -> service.clock().advance(Duration.ofMinutes(random.nextInt(600)));
        }
    }

    private String article(String title, boolean isDraft) {
        return "\"title\": \"" + title + "\", \"draft\": " + isDraft + ", \"body\": {\"text\": \"" + title + "\"}";
    }

    private void put(String slug, boolean isDraft, String key) {
        String title = "T " + titles++;
        String json = "{" + article(title, isDraft) + "}";
        var answer = service.put(articles + "/" + slug, json, "Idempotency-Key", key);
        assertThat(answer.statusCode()).isEqualTo(model.containsKey(slug) ? 200 : 201);
        know(slug, title, isDraft, json(answer).at("/stored/id").asString());
        if (!key.isEmpty()) {
            assertThat(service.put(articles + "/" + slug, json, "Idempotency-Key", key)
                            .body())
                    .isEqualTo(answer.body());
        }
    }

    private void know(String slug, String title, boolean isDraft, String id) {
        if (model.containsKey(slug)) {
            assertThat(id).isEqualTo(ids.get(slug));
        } else {
            assertThat(given.add(id)).as("a new id %s", id).isTrue();
            ids.put(slug, id);
        }
        model.put(slug, new Known(title, isDraft));
    }

    private void patch(String slug) {
        var answer = service.patch(articles + "/" + slug, "{\"draft\": null}");
        assertThat(answer.statusCode() == 200).isEqualTo(model.containsKey(slug));
        model.computeIfPresent(slug, (_, known) -> new Known(known.title(), false));
    }

    private void delete(String slug) {
        var answer = service.send("DELETE", articles + "/" + slug, null);
        assertThat(answer.statusCode() == 204).isEqualTo(model.remove(slug) != null);
    }

    /** What is refused changes nothing. */
    private void refused(String slug) {
        assertThat(service.put(articles + "/" + slug, "{" + article(" ", false) + "}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(service.put(articles + "/" + slug, "{" + article("x", false) + "}", "If-Match", "\"x\"")
                        .statusCode())
                .isEqualTo(412);
        var found = service.get(articles + "/" + slug);
        assertThat(found.statusCode() == 200).isEqualTo(model.containsKey(slug));
        if (found.statusCode() == 200) {
            assertThat(service.put(articles + "/" + slug, found.body(), "If-Match", field(found, "ETag"))
                            .body())
                    .isEqualTo(found.body());
        }
    }

    private void batch(RandomGenerator random) {
        var slugs = Stream.generate(() -> "a-" + random.nextInt(6)).limit(3).collect(Collectors.toSet());
        var titled = new TreeMap<String, String>();
        slugs.forEach(slug -> titled.put(slug, "T " + titles++));
        String json = titled.entrySet().stream()
                .map(each -> "{\"slug\": \"" + each.getKey() + "\", " + article(each.getValue(), false) + "}")
                .collect(Collectors.joining(", ", "{\"articles\": [", "]}"));
        var answer = service.send("POST", articles, json);
        assertThat(answer.statusCode()).isEqualTo(200);
        json(answer)
                .get("articles")
                .values()
                .forEach(written -> know(
                        written.get("slug").asString(),
                        written.get("title").asString(),
                        false,
                        written.get("id").asString()));
    }
}
