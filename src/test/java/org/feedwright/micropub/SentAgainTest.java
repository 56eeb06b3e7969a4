package org.feedwright.micropub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.json;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts that an app sends again because it has seen no answer, with an {@code Idempotency-Key}; and the list of posts. */
@SuppressWarnings("NullAway.Init") // JUnit sets it before each test
class SentAgainTest extends WritingApp {
    private static final String RAIN = "{\"type\": [\"h-entry\"], \"properties\": {\"content\": [\"Rain\"]}}";

    private String key;

    @BeforeEach
    void chooseAKey() {
        key = '"' + UUID.randomUUID().toString() + '"';
    }

    private HttpResponse<String> again(String json) {
        return service.send("POST", "/micropub", json, "Idempotency-Key", key);
    }

    private int posts() {
        return json(service.get("/feeds/" + feed + ".json", "Authorization", ""))
                .get("items")
                .size();
    }

    private int files() {
        return service.jdbc()
                .sql("select count(*) from upload where feed = :feed")
                .param("feed", feed)
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> multipart(String boundary, String content) {
        String parts = (text("h", "entry") + text("content", content) + file("photo", "rain.jpg") + "--b--\r\n")
                .replace("--b", "--" + boundary);
        return service.sendBytes(
                "POST",
                "/micropub",
                parts.getBytes(UTF_8),
                "Content-Type",
                "multipart/form-data; boundary=" + boundary,
                "Idempotency-Key",
                key);
    }

    @Test
    void createsAPostOnce() {
        var first = again(RAIN);
        var second = again(RAIN);

        assertThat(created(second)).isEqualTo(created(first));
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(posts()).isEqualTo(1);
        post(RAIN);
        assertThat(posts()).as("without a key it is another post").isEqualTo(2);
    }

    @Test
    void createsAPostOfAFormOnce() {
        String content = "h=entry&content=Rain";
        var first = form(content, "Idempotency-Key", key);
        var second = form(content, "Idempotency-Key", key);

        assertThat(created(second)).isEqualTo(created(first));
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void createsAPostWithAPictureOnceAndKeepsThePictureOnce() {
        var first = multipart("one", "Rain");
        var second = multipart("two", "Rain");

        assertThat(created(second)).isEqualTo(created(first));
        assertThat(posts()).isEqualTo(1);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void refusesAnotherPostWithTheSameKeyInTheFormOfMicropub() {
        again(RAIN);
        var other = again(RAIN.replace("Rain", "Sun"));
        var picture = multipart("one", "Rain");

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(error(other)).isEqualTo("invalid_request");
        assertThat(picture.statusCode()).isEqualTo(400);
        assertThat(files()).as("its picture is not kept").isZero();
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void answersARefusedPostAlike() {
        var first = again("{\"type\": [\"h-entry\"], \"properties\": {}}");
        var second = again("{\"type\": [\"h-entry\"], \"properties\": {}}");

        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(service.send("POST", "/micropub", RAIN, "Idempotency-Key", "\"\"")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void listsThePostsThatAnAppMayChangeNewestFirst() {
        String old = created(create("\"content\": [\"Old\"], \"published\": [\"2026-01-01T00:00:00Z\"]"));
        String draft = created(create("\"content\": [\"Draft\"], \"post-status\": [\"draft\"],"
                + " \"published\": [\"2026-03-01T00:00:00Z\"]"));
        String middle = created(create(
                "\"name\": [\"Middle\"], \"category\": [\"a\"]," + " \"published\": [\"2026-02-01T00:00:00Z\"]"));
        String gone = created(create("\"content\": [\"Gone\"]"));
        isDone(form("action=delete&url=" + gone));

        var first = json(query("q=source&limit=2"));
        var second =
                json(query("q=source&limit=2&after=" + first.at("/paging/after").stringValue()));

        assertThat(first.get("items").values())
                .extracting(item -> item.at("/properties/url/0").stringValue())
                .containsExactly(draft, middle);
        assertThat(first.at("/items/0/type/0").stringValue()).isEqualTo("h-entry");
        assertThat(first.at("/items/0/properties/post-status/0").stringValue()).isEqualTo("draft");
        assertThat(first.at("/items/1/properties/category/0").stringValue()).isEqualTo("a");
        assertThat(second.get("items").values())
                .extracting(item -> item.at("/properties/url/0").stringValue())
                .containsExactly(old);
        assertThat(second.has("paging")).isFalse();
        assertThat(json(query("q=source&limit=2&offset=2")).get("items")).isEqualTo(second.get("items"));
        var names = json(query("q=source&properties%5B%5D=name&limit=2"));
        assertThat(names.at("/items/1/properties").propertyNames()).containsExactly("name", "url");
        assertThat(query("q=source&limit=x").statusCode()).isEqualTo(400);
    }

    @Test
    void listsNoPostsOfFeedsInWhichAnAppMayNotPublish() {
        create("\"content\": [\"Mine\"]");
        String mine = feed;
        makeAFeed();
        create("\"content\": [\"Other\"]");

        assertThat(json(query("q=source")).get("items").size()).isEqualTo(1);
        assertThat(query("q=source&mp-destination=" + mine).statusCode()).isEqualTo(401);
        service.use(service.publisher(mine, feed));
        assertThat(json(query("q=source")).get("items").size()).isEqualTo(2);
        assertThat(json(query("q=source&mp-destination=" + mine)).get("items").size())
                .isEqualTo(1);
    }
}
