package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are sent more than once, or at the same time. */
@SuppressWarnings("NullAway.Init") // JUnit sets it before each test
class IdempotencyTest extends ApiTest {
    private static final String RAIN = "{\"title\": \"Rain\", \"body\": {\"text\": \"x\"}}";
    private static final String PATH = "/api/v1/feeds/news/articles/";

    private String key;

    @Override
    void prepare() {
        super.prepare();
        service.feed("news");
    }

    @BeforeEach
    void chooseAKey() {
        key = '"' + UUID.randomUUID().toString() + '"';
    }

    private HttpResponse<String> put(String slug, String json) {
        return service.put(PATH + slug, json, "Idempotency-Key", key);
    }

    @Test
    void answersTheSameRequestAlikeAndDoesNothing() {
        var first = put("again", RAIN);
        assertThat(first.statusCode()).isEqualTo(201);
        service.send("DELETE", PATH + "again", null);

        var second = put("again", RAIN);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(field(second, "ETag")).isEqualTo(field(first, "ETag"));
        assertThat(field(second, "Location")).isEqualTo(field(first, "Location"));
        assertThat(service.get(PATH + "again").statusCode()).isEqualTo(410);
    }

    @Test
    void knowsAKeyForADay() {
        service.clock().set(ApiService.START);
        var first = put("day", RAIN);

        service.clock().advance(Duration.ofDays(1));
        assertThat(put("day", RAIN).statusCode()).isEqualTo(201);
        assertThat(put("day", RAIN).body()).isEqualTo(first.body());
        service.clock().advance(Duration.ofMillis(1));
        assertThat(put("day", RAIN).statusCode()).isEqualTo(200);
        service.clock().set(ApiService.START);
    }

    @Test
    void knowsTheAnswerAcrossARestart() throws IOException {
        try (var other = ApiService.start(directory.resolve("kept-" + database), database)) {
            other.use(other.administrator());
            other.feed("news");
            var first = other.put(PATH + "kept", RAIN, "Idempotency-Key", key);
            try (var again = other.restart()) {
                assertThat(again.put(PATH + "kept", RAIN, "Idempotency-Key", key)
                                .body())
                        .isEqualTo(first.body());
            }
        }
    }

    /** Whoever reads the store, or a backup of it, cannot open a draft by an answer that is kept. */
    @Test
    void keepsNoSecretAddressAndAnswersWithItAllTheSame() {
        String draft = RAIN.replace("}}", "}, \"draft\": true}");
        var first = put("draft", draft);
        String address = ApiService.json(first).at("/stored/preview").stringValue();
        String batch = "{\"articles\": [" + draft.replaceFirst("\\{", "{\"slug\": \"many\", ") + "]}";
        String other = '"' + UUID.randomUUID().toString() + '"';
        var many = service.send("POST", "/api/v1/feeds/news/articles", batch, "Idempotency-Key", other);
        String addressOfMany = ApiService.json(many).at("/articles/0/preview").stringValue();

        var kept = service.jdbc()
                .sql("select answer from api_request")
                .query(String.class)
                .list();
        assertThat(kept).noneMatch(answer -> answer.contains(address) || answer.contains(addressOfMany));
        assertThat(kept).noneMatch(answer -> answer.contains("/preview/"));

        assertThat(put("draft", draft).body()).isEqualTo(first.body());
        assertThat(service.send("POST", "/api/v1/feeds/news/articles", batch, "Idempotency-Key", other)
                        .body())
                .isEqualTo(many.body());
        assertThat(service.get(URI.create(address).getRawPath(), "Authorization", "")
                        .statusCode())
                .isEqualTo(200);
    }

    /** What somebody writes where secret addresses stand would otherwise become one. */
    @Test
    void makesNoSecretAddressOfWhatSomebodyWrote() {
        String written = "{\"title\": \"Rain\", \"preview\": \"unsigned:AAAA\","
                + " \"articles\": [{\"preview\": \"unsigned:AAAA\"}], \"stored\": {\"preview\": \"unsigned:AAAA\"}}";
        var first = put("forged", written);
        var second = put("forged", written);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.body())
                .isEqualTo(first.body())
                .contains("unsigned:AAAA")
                .doesNotContain("/preview/");
    }

    @Test
    void refusesAnotherRequestWithTheSameKey() {
        put("one", RAIN);

        assertThat(put("one", RAIN.replace("Rain", "Sun")).statusCode()).isEqualTo(422);
        assertThat(put("two", RAIN).statusCode()).isEqualTo(422);
        assertThat(service.get(PATH + "two").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsKeysOfOthersApart() {
        put("mine", RAIN);
        String mine = service.administrator();
        assertThat(service.put(PATH + "theirs", RAIN, "Idempotency-Key", key, "Authorization", "Bearer " + mine)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void forgetsAKeyAfterADay() {
        put("day", RAIN);
        service.send("DELETE", PATH + "day", null);
        service.clock().advance(Duration.ofHours(25));

        assertThat(put("day", RAIN).statusCode()).isEqualTo(201);
        assertThat(service.get(PATH + "day").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThat(service.put(PATH + "x", RAIN, "Idempotency-Key", "\"\"").statusCode())
                .isEqualTo(400);
        assertThat(service.put(PATH + "x", RAIN, "Idempotency-Key", "\"" + "k".repeat(256) + "\"")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersAWrongRequestAlikeToo() {
        var first = put("wrong", "{\"body\": {\"text\": \"x\"}}");
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(put("wrong", "{\"body\": {\"text\": \"x\"}}").body()).isEqualTo(first.body());
    }

    @Test
    void doesWhatManySendAtTheSameTimeOnce() throws Exception {
        var answers = together(i -> put("once", RAIN));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    }

    @Test
    void createsAnArticleOnceHoweverManyWantToBeTheFirst() throws Exception {
        var answers =
                together(i -> service.put(PATH + "first", RAIN.replace("Rain", "Rain " + i), "If-None-Match", "*"));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 412);
    }

    @Test
    void losesNoneOfTheChangesThatAreMadeAtTheSameTime() throws Exception {
        service.put(PATH + "shared", RAIN);

        var answers = together(
                i -> service.patch(PATH + "shared", "{\"categories\": null, \"x-key-" + i + "\": \"" + i + "\"}"));

        long done =
                answers.stream().filter(answer -> answer.statusCode() == 200).count();
        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsAnyOf(200)
                .doesNotContain(500, 503);
        String found = service.get(PATH + "shared").body();
        assertThat(IntStream.range(0, 8).filter(i -> found.contains("\"x-key-" + i + "\":")))
                .hasSize((int) done);
    }

    private interface Sending {
        HttpResponse<String> send(int number) throws Exception;
    }

    private static List<HttpResponse<String>> together(Sending sending) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<Callable<HttpResponse<String>>> tasks = IntStream.range(0, 8).mapToObj(i -> () -> sending.send(i));
            var answers = new ArrayList<HttpResponse<String>>();
            for (var answer : threads.invokeAll(tasks.toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
