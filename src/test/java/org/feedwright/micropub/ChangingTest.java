package org.feedwright.micropub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.json;

import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Posts that apps change, delete and bring back. */
class ChangingTest extends WritingApp {
    @Nested
    class Updating {
        /** [400] */
        @Test
        void replacesAProperty() {
            String url = created(create("\"content\": [\"This text should be replaced.\"]"));
            isDone(update(url, "\"replace\": {\"content\": [\"This is the updated text.\"]}"));
            assertThat(page(url)).contains("This is the updated text.").doesNotContain("should be replaced");
        }

        /** [401] */
        @Test
        void addsAValueToAProperty() {
            String url = created(create("\"content\": [\"x\"], \"category\": [\"test1\"]"));
            isDone(update(url, "\"add\": {\"category\": [\"test2\"]}"));
            assertThat(source(url).get("category").toString()).isEqualTo("[\"test1\",\"test2\"]");
        }

        /** [402] */
        @Test
        void addsAValueToAPropertyThatWasNotThere() {
            String url = created(create("\"content\": [\"x\"]"));
            isDone(update(url, "\"add\": {\"category\": [\"test1\"]}"));
            assertThat(source(url).get("category").toString()).isEqualTo("[\"test1\"]");
        }

        /** [403] */
        @Test
        void removesAValueOfAProperty() {
            String url = created(create("\"content\": [\"x\"], \"category\": [\"test1\", \"test2\"]"));
            isDone(update(url, "\"delete\": {\"category\": [\"test2\"]}"));
            assertThat(source(url).get("category").toString()).isEqualTo("[\"test1\"]");
        }

        /** [404] */
        @Test
        void removesAProperty() {
            String url = created(create("\"content\": [\"x\"], \"category\": [\"test1\", \"test2\"]"));
            isDone(update(url, "\"delete\": [\"category\"]"));
            assertThat(source(url).has("category")).isFalse();
            assertThat(item().has("tags")).isFalse();
        }

        /** [405] */
        @Test
        void refusesWhatIsNoList() {
            String url = created(create("\"content\": [\"Micropub update test #405.\"]"));
            for (String change : List.of(
                    "\"replace\": \"This is not a valid update request.\"",
                    "\"replace\": {\"content\": \"no list\"}",
                    "\"delete\": \"category\"",
                    "\"add\": {}",
                    "\"replace\": {\"mp-slug\": [\"other\"]}")) {
                var answer = update(url, change);
                assertThat(answer.statusCode()).as(change).isEqualTo(400);
                assertThat(error(answer)).isEqualTo("invalid_request");
            }
            assertThat(page(url)).contains("Micropub update test #405.");
        }

        @Test
        void changesPicturesAndRecordings() {
            String url = created(create("\"content\": [\"x\"], \"photo\": [\"https://e.example/1.jpg\","
                    + " \"https://e.example/2.jpg\"], \"audio\": [\"https://e.example/talk.mp3\"]"));
            isDone(update(
                    url,
                    "\"delete\": {\"photo\": [\"https://e.example/1.jpg\"]},"
                            + " \"add\": {\"photo\": [{\"value\": \"https://e.example/3.jpg\", \"alt\": \"Three\"}]}"));
            assertThat(source(url).get("photo").toString())
                    .isEqualTo(
                            "[\"https://e.example/2.jpg\",{\"value\":\"https://e.example/3.jpg\",\"alt\":\"Three\"}]");
            assertThat(source(url).get("audio").toString()).isEqualTo("[\"https://e.example/talk.mp3\"]");
        }

        /** What Micropub has no property for stays, and a text stays Markdown. */
        @Test
        void changesAnArticleOfTheApi() {
            String api = "/api/v1/feeds/" + feed + "/articles/rain";
            service.put(
                    api,
                    "{\"title\": \"Rain\", \"highlights\": [\"It rained\"], \"tags\": [\"a\"],"
                            + " \"body\": {\"markdown\": \"It *rained*.\"}}");
            String url = "https://feeds.example.org/articles/" + feed + "/rain";
            assertThat(source(url).at("/name/0").asString()).isEqualTo("Rain");
            assertThat(source(url).at("/content/0").asString()).isEqualTo("It *rained*.");

            isDone(update(url, "\"replace\": {\"content\": [\"It *snowed*.\"]}, \"add\": {\"category\": [\"b\"]}"));

            var article = json(service.get(api));
            assertThat(article.at("/body/markdown").asString()).isEqualTo("It *snowed*.");
            assertThat(article.at("/highlights/0").asString()).isEqualTo("It rained");
            assertThat(article.get("categories").toString()).isEqualTo("[\"a\",\"b\"]");
            assertThat(service.patch(api, "{\"title\": \"Snow\"}").statusCode()).isEqualTo(200);
            assertThat(source(url).at("/name/0").asString()).isEqualTo("Snow");
        }
    }

    @Nested
    class Deleting {
        /** [500] and [502] */
        @Test
        void deletesAndBringsBackByForms() {
            String url = created(form("h=entry&content=This+post+will+be+deleted"));
            String id = item().get("id").asString();
            isDone(form("action=delete&url=" + URLEncoder.encode(url, UTF_8)));
            assertThat(status(url)).isEqualTo(410);
            assertThat(service.polled(feed)).isEmpty();

            isDone(form("action=undelete&url=" + URLEncoder.encode(url, UTF_8)));
            assertThat(status(url)).isEqualTo(200);
            assertThat(item().get("id").asString()).isEqualTo(id);
        }

        /** [501] and [503] */
        @Test
        void deletesAndBringsBackByJson() {
            String url = created(create("\"content\": [\"This post will be deleted\"]"));
            isDone(post("{\"action\": \"delete\", \"url\": \"" + url + "\"}"));
            assertThat(status(url)).isEqualTo(410);
            assertThat(query("q=source&url=" + url).statusCode()).isEqualTo(400);
            assertThat(update(url, "\"replace\": {\"content\": [\"x\"]}").statusCode())
                    .isEqualTo(400);
            assertThat(created(create("\"content\": [\"This post will be deleted\"]")))
                    .isNotEqualTo(url);

            isDone(post("{\"action\": \"undelete\", \"url\": \"" + url + "\"}"));
            assertThat(page(url)).contains("This post will be deleted");
            assertThat(post("{\"action\": \"undelete\", \"url\": \"" + url + "\"}")
                            .statusCode())
                    .isEqualTo(400);
        }

        /** The API says of an article that it is not withdrawn, too. */
        @Test
        void tellsWhatIsDeletedByHowThePostIs() {
            service.put(
                    "/api/v1/feeds/" + feed + "/articles/rain",
                    "{\"title\": \"Rain\", \"withdrawn\": false, \"body\": {\"text\": \"It rained.\"}}");
            String url = "https://feeds.example.org/articles/" + feed + "/rain";
            isDone(update(url, "\"replace\": {\"content\": [\"It snowed.\"]}"));
            assertThat(page(url)).contains("It snowed.");
            assertThat(form("action=undelete&url=" + url).statusCode()).isEqualTo(400);

            isDone(form("action=delete&url=" + url));
            assertThat(status(url)).isEqualTo(410);
            isDone(form("action=undelete&url=" + url));
            assertThat(status(url)).isEqualTo(200);
        }

        @Test
        void refusesWhatIsNotThere() {
            for (String url :
                    List.of("https://feeds.example.org/articles/" + feed + "/none", "https://example.org/x", "", "x")) {
                var answer = form("action=delete&url=" + URLEncoder.encode(url, UTF_8));
                assertThat(answer.statusCode()).as(url).isEqualTo(400);
                assertThat(error(answer)).isEqualTo("invalid_request");
            }
            assertThat(form("action=explode&url=x").statusCode()).isEqualTo(400);
        }
    }
}
