package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of articles that are sent to the API, over real HTTP and on both databases. */
class ArticlesTest extends ApiFeedTest {
    private static String article(String title, String... more) {
        return "{\"title\": \"" + title + "\", \"published\": \"2026-05-30\", "
                + String.join("", more)
                + "\"body\": {\"markdown\": \"The *body* of " + title + "\"}}";
    }

    private HttpResponse<String> put(String slug, String json, String... fields) {
        return service.put(articles + "/" + slug, json, fields);
    }

    private HttpResponse<String> get(String slug, String... fields) {
        return service.get(articles + "/" + slug, fields);
    }

    @Test
    void showsWhatWasCreatedInTheNextPoll() {
        assertThat(service.polled(feed)).isEmpty();

        var answer = put("rain", article("Rain"));

        assertThat(service.polled(feed)).containsExactly("Rain");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(field(answer, "Location")).isEqualTo("https://feeds.example.org" + articles + "/rain");
        assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(json(answer).at("/stored/state").asString()).isEqualTo("published");
        assertThat(json(answer).at("/stored/id").asString()).isEqualTo("tag:example.org,2026-05-30:" + feed + "/rain");
        assertThat(service.get("/articles/" + feed + "/rain").body()).contains("The <em>body</em> of Rain");
    }

    @Test
    void revisesUnderTheSameIdAndIsIdempotent() {
        var first = put("rain", article("Rain"));
        var second = put("rain", article("Rain"));
        var third = put("rain", article("More rain"));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(field(second, "ETag")).isEqualTo(field(first, "ETag"));
        assertThat(json(third).at("/stored/id")).isEqualTo(json(first).at("/stored/id"));
        assertThat(field(third, "ETag")).isNotEqualTo(field(first, "ETag"));
        assertThat(service.polled(feed)).containsExactly("More rain");
    }

    @Test
    void answersWhatWasWrittenSoThatItCanBeSentBack() {
        var written = put("rain", article("Rain", "\"highlights\": [\"It rained\"], "));

        var found = get("rain");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).isEqualTo(written.body());
        assertThat(json(found).at("/body/markdown").asString()).isEqualTo("The *body* of Rain");
        assertThat(json(found).at("/highlights/0").asString()).isEqualTo("It rained");
        assertThat(get("rain", "If-None-Match", field(found, "ETag")).statusCode())
                .isEqualTo(304);

        var back = put("rain", found.body(), "If-Match", field(found, "ETag"));
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).isEqualTo(found.body());
    }

    @Test
    void changesNothingUnderAConditionThatDoesNotHold() {
        assertThat(put("rain", article("Rain"), "If-Match", "\"x\"").statusCode())
                .isEqualTo(412);
        assertThat(service.polled(feed)).isEmpty();
        var first = put("rain", article("Rain"), "If-None-Match", "*");
        assertThat(first.statusCode()).isEqualTo(201);

        assertThat(put("rain", article("Sun"), "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(put("rain", article("Sun"), "If-Match", "\"x\"").statusCode())
                .isEqualTo(412);
        assertThat(put("rain", article("Sun"), "If-Match", "W/" + field(first, "ETag"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(service.patch(articles + "/rain", "{\"title\": \"Sun\"}", "If-Match", "\"x\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(service.send("DELETE", articles + "/rain", null, "If-Match", "\"x\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(service.polled(feed)).containsExactly("Rain");

        assertThat(put("rain", article("Sun"), "If-Match", field(first, "ETag")).statusCode())
                .isEqualTo(200);
        assertThat(service.polled(feed)).containsExactly("Sun");
    }

    @Test
    void readsTheBodyInThreeForms() {
        put("one", "{\"title\": \"A\", \"body\": {\"markdown\": \"# Not *<i>this</i>*\\n\\n1 < 2\"}}");
        put("two", "{\"title\": \"B\", \"body\": {\"html\": \"<p onclick=\\\"x()\\\">Safe<script>x()</script></p>\"}}");
        put("three", "{\"title\": \"C\", \"body\": {\"text\": \"Plain *text*\\n\\nand more\"}}");

        assertThat(service.get("/articles/" + feed + "/two").body())
                .contains("<p>Safe</p>")
                .doesNotContain("x()");
        assertThat(service.get("/articles/" + feed + "/three").body()).contains("<p>Plain *text*</p>");
        assertThat(service.polled(feed)).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void namesTheFieldOfEachProblem() {
        var answer = put("rain", """
                {"published": "06.05.2013", "authors": [{"name": "Ann"}, {"name": "Bob", "email": "none"}],
                 "link": "nowhere", "body": {"markdown": "x"}}
                """);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(field(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).get("errors").values().stream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactly("#", "#/published", "#/authors", "#/link");
        assertThat(answer.body()).contains("the article has no title");
        assertThat(get("rain").statusCode()).isEqualTo(404);
        assertThat(service.polled(feed)).isEmpty();
    }

    @Test
    void warnsOfWhatIsIgnoredAsForFiles() {
        var answer = put("rain", """
                {"title": "Rain", "tytle": "x", "body": {"markdown": "One\\n\\n![a picture](photo.png)"}}
                """);

        assertThat(answer.statusCode()).isEqualTo(201);
        var warnings = json(answer).at("/stored/warnings");
        assertThat(warnings.values().stream()
                        .map(warning -> warning.get("pointer").asString()))
                .containsExactly("#/tytle", "#/body/markdown");
        assertThat(warnings.at("/0/remedy").asString()).isEqualTo("did you mean 'title'?");
        assertThat(warnings.at("/1/line").asInt()).isEqualTo(3);
        assertThat(warnings.at("/1/detail").asString()).contains("photo.png");
    }

    @Test
    void refusesWhatIsNoArticle() {
        assertThat(put("rain", "{\"title\": \"A\", \"body\": \"text\"}").statusCode())
                .isEqualTo(422);
        assertThat(put("rain", "{\"title\": \"A\", \"body\": {\"text\": \"x\", \"html\": \"y\"}}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(put("rain", "{\"title\": \"A\", \"slug\": \"sun\"}").statusCode())
                .isEqualTo(422);
        assertThat(put("rain", "[]").statusCode()).isEqualTo(400);
        assertThat(put("rain", "{\"title\": \"A\"").statusCode()).isEqualTo(400);
        assertThat(put("rain", "{\"title\": \"A\", \"title\": \"B\"}").statusCode())
                .isEqualTo(400);
        assertThat(put("rain", "{\"title\": \"A\"} {}").statusCode()).isEqualTo(400);
        assertThat(put("rain", "{\"x\": " + "[".repeat(100) + "]".repeat(100) + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(put("not%20good", article("A")).statusCode()).isEqualTo(404);
        assertThat(put("rain", article("A"), "Content-Type", "text/plain").statusCode())
                .isEqualTo(415);
        assertThat(put("rain", article("A"), "Content-Encoding", "gzip").statusCode())
                .isEqualTo(415);
        assertThat(put("rain", article("x".repeat(2 * 1024 * 1024))).statusCode())
                .isEqualTo(413);
        assertThat(service.polled(feed)).isEmpty();
    }

    @Test
    void takesAnythingThatTextCanHold() {
        var answer = put(
                "odd",
                "{\"title\": \"A \\u0000\\u0001\\ud800 \\ud83d\\ude00 ]]> <b>\", \"body\": {\"markdown\": \"a \\u0007 b\"}}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(service.polled(feed)).singleElement().asString().contains("\ud83d\ude00 ]]> <b>");
        assertThat(service.get("/feeds/" + feed + ".atom").statusCode()).isEqualTo(200);
        assertThat(get("odd").statusCode()).isEqualTo(200);
    }

    @Test
    void datesAnArticleThatStatesNoDateWhenItIsPublished() {
        var answer = put("rain", "{\"title\": \"Rain\", \"body\": {\"text\": \"x\"}}");
        assertThat(json(answer).get("published").asString()).isEqualTo("2026-06-01T12:00:00Z");

        service.clock().advance(Duration.ofHours(1));
        var again = put("rain", "{\"title\": \"Rain\", \"body\": {\"text\": \"y\"}}");
        assertThat(json(again).get("published").asString()).isEqualTo("2026-06-01T12:00:00Z");
    }

    @Test
    void publishesADraftByAPatch() {
        var draft = put("rain", "{\"title\": \"Rain\", \"draft\": true, \"body\": {\"text\": \"x\"}}");
        assertThat(draft.statusCode()).isEqualTo(201);
        assertThat(json(draft).at("/stored/state").asString()).isEqualTo("draft");
        assertThat(service.polled(feed)).isEmpty();
        assertThat(service.get("/articles/" + feed + "/rain").statusCode()).isEqualTo(404);

        service.clock().advance(Duration.ofDays(1));
        var published = service.patch(articles + "/rain", "{\"draft\": null}");

        assertThat(published.statusCode()).isEqualTo(200);
        assertThat(json(published).get("published").asString()).isEqualTo("2026-06-02T12:00:00Z");
        assertThat(json(published).get("draft")).isNull();
        assertThat(service.polled(feed)).containsExactly("Rain");
        assertThat(service.patch(articles + "/sun", "{\"draft\": null}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void schedulesAnArticleAndMovesItsDate() {
        put("rain", "{\"title\": \"Rain\", \"published\": \"2026-06-02T12:00Z\", \"body\": {\"text\": \"x\"}}");
        assertThat(json(get("rain")).at("/stored/state").asString()).isEqualTo("scheduled");
        assertThat(service.polled(feed)).isEmpty();

        service.patch(articles + "/rain", "{\"published\": \"2026-06-01T13:00Z\"}");
        assertThat(service.polled(feed)).isEmpty();
        service.clock().advance(Duration.ofHours(1));

        assertThat(service.polled(feed)).containsExactly("Rain");
    }

    @Test
    void withdrawsWithAReasonAndGivesTheIdToNoOther() {
        var first = put("rain", article("Rain"));
        var deleted = service.send("DELETE", articles + "/rain?reason=It%20was%20wrong", null);

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(service.polled(feed)).isEmpty();
        assertThat(get("rain").statusCode()).isEqualTo(410);
        assertThat(get("rain").body()).contains("It was wrong");
        assertThat(service.get("/articles/" + feed + "/rain").statusCode()).isEqualTo(410);
        assertThat(service.send("DELETE", articles + "/rain", null).statusCode())
                .isEqualTo(410);

        var other = put("rain", article("Other"));
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(json(other).at("/stored/id")).isNotEqualTo(json(first).at("/stored/id"));
        service.send("DELETE", articles + "/rain", null);

        String id = json(first).at("/stored/id").asString();
        var back = put("rain", article("Rain", "\"id\": \"" + id + "\", "));
        assertThat(json(back).at("/stored/id").asString()).isEqualTo(id);
        assertThat(service.polled(feed)).containsExactly("Rain");
    }

    @Test
    void withdrawsByAKeyAndBringsBackWithoutIt() {
        var first = put("rain", article("Rain"));
        var withdrawn = put("rain", article("Rain", "\"withdrawn\": \"A mistake\", "));

        assertThat(json(withdrawn).at("/stored/state").asString()).isEqualTo("withdrawn");
        assertThat(service.polled(feed)).isEmpty();

        put("rain", article("Rain"));
        assertThat(service.polled(feed)).containsExactly("Rain");
        assertThat(json(get("rain")).at("/stored/id")).isEqualTo(json(first).at("/stored/id"));
    }

    @Test
    void anIdIsForEver() {
        put("rain", article("Rain", "\"id\": \"urn:x:1-" + feed + "\", "));
        assertThat(put("sun", article("Sun", "\"id\": \"urn:x:1-" + feed + "\", "))
                        .statusCode())
                .isEqualTo(409);
        assertThat(put("rain", article("Rain", "\"id\": \"urn:x:2-" + feed + "\", "))
                        .statusCode())
                .isEqualTo(409);
        assertThat(json(get("rain")).at("/stored/id").asString()).isEqualTo("urn:x:1-" + feed);
        assertThat(service.polled(feed)).containsExactly("Rain");
    }

    @Test
    void listsPartByPart() {
        IntStream.range(0, 7).forEach(i -> put("a-" + i, article("A " + i, i == 3 ? "\"draft\": true, " : "")));

        var first = service.get(articles + "?limit=3");
        var second = service.get(json(first).get("next").asString().replace("https://feeds.example.org", ""));
        var third = service.get(json(second).get("next").asString().replace("https://feeds.example.org", ""));

        assertThat(Stream.of(first, second, third)
                        .flatMap(part -> json(part).get("articles").values().stream())
                        .map(article -> article.get("slug").asString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("a-0 a-1 a-2 a-3 a-4 a-5 a-6");
        assertThat(json(third).get("next")).isNull();
        assertThat(json(second).at("/articles/0/state").asString()).isEqualTo("draft");
        assertThat(service.get(articles + "?limit=0").statusCode()).isEqualTo(400);
        assertThat(service.get(articles + "?limit=501").statusCode()).isEqualTo(400);
    }

    @Test
    void publishesManyAtOnceOrNone() {
        put("a-1", article("Before"));
        String many = IntStream.range(0, 30)
                .mapToObj(i -> article("A " + i, "\"slug\": \"a-" + i + "\", "))
                .collect(Collectors.joining(",", "{\"articles\": [", "]}"));
        var wrong = service.send("POST", articles, many.replace("\"title\": \"A 7\"", "\"title\": \" \""));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).at("/errors/0/pointer").asString()).isEqualTo("#/articles/7/title");
        assertThat(service.polled(feed)).containsExactly("Before");
        var one = service.send("POST", articles, "{\"articles\": [{\"slug\": \"b\", \"title\": \" \"}]}");
        assertThat(json(one).at("/errors/0/pointer").asString()).isEqualTo("#/articles/0/title");

        var answer = service.send("POST", articles, many);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("articles")).hasSize(30);
        assertThat(json(answer).at("/articles/1/isNew").asBoolean()).isFalse();
        assertThat(json(answer).at("/articles/2/isNew").asBoolean()).isTrue();
        assertThat(service.polled(feed)).contains("A 29").doesNotContain("Before");
        assertThat(service.send("POST", articles, many).statusCode()).isEqualTo(200);
        assertThat(json(service.get(articles)).get("articles")).hasSize(30);
        assertThat(service.send("POST", articles, "{\"articles\": []}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void saysWhichMethodsThereAre() {
        var answer = service.send("POST", articles + "/rain", "{}");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(field(answer, "Allow")).isEqualTo("GET, HEAD, PUT, PATCH, DELETE");
        assertThat(service.send("DELETE", "/api/v1/feeds", null).statusCode()).isEqualTo(405);
        assertThat(service.send("TRACE", articles, null).statusCode()).isEqualTo(405);
        assertThat(service.get("/api/v2/feeds").statusCode()).isEqualTo(404);
        assertThat(service.get("/api").statusCode()).isEqualTo(404);
        assertThat(service.send("HEAD", articles, null).statusCode()).isEqualTo(200);
        assertThat(service.put("/api/v1/feeds/nowhere/articles/x", article("A")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void keepsEverythingAcrossARestart() throws IOException {
        put("rain", article("Rain"));
        var before = get("rain");
        try (var other = ApiService.start(directory.resolve("restart-" + database), database)) {
            other.use(other.administrator());
            other.feed("news");
            other.put("/api/v1/feeds/news/articles/rain", article("Rain"));
            var again = other.restart();
            try (again) {
                assertThat(again.polled("news")).containsExactly("Rain");
                assertThat(again.get("/api/v1/feeds/news/articles/rain").body())
                        .isEqualTo(before.body().replace(feed, "news"));
            }
        }
    }
}
