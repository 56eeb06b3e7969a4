package org.feedwright.micropub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.json;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import org.feedwright.api.ApiService;
import org.junit.jupiter.api.Test;

/** Posts that apps create. */
class CreatingTest extends WritingApp {
    /** [100] */
    @Test
    void takesAPostAsAForm() {
        String url = created(form("h=entry&content=Micropub+test+of+creating+a+basic+h-entry"));
        assertThat(url).endsWith("/" + feed + "/micropub-test-of-creating-a-basic");
        assertThat(page(url)).contains("Micropub test of creating a basic h-entry");
        assertThat(source(url).at("/content/0").asString()).isEqualTo("Micropub test of creating a basic h-entry");
    }

    /** [101] */
    @Test
    void takesSeveralCategoriesOfAForm() {
        String url = created(form("h=entry&content=Hello&category[]=test1&category[]=test2"));
        assertThat(source(url).get("category").toString()).isEqualTo("[\"test1\",\"test2\"]");
        assertThat(item().get("tags").toString()).isEqualTo("[\"test1\",\"test2\"]");
    }

    /** [104] */
    @Test
    void takesThePictureAtAnAddressInAForm() {
        String photo = "https://photos.example.com/sunset.jpg";
        String url = created(form("h=entry&content=Hello&photo=" + URLEncoder.encode(photo, UTF_8)));
        assertThat(page(url)).contains("src=\"" + photo + "\"");
        assertThat(item().get("image").asString()).isEqualTo(photo);
        assertThat(item().get("content_html").asString()).contains("Hello", "src=\"" + photo + "\"");
    }

    /** [107] */
    @Test
    void takesOneCategoryWithoutBrackets() {
        String url = created(form("h=entry&content=Hello&category=test1"));
        assertThat(source(url).get("category").toString()).isEqualTo("[\"test1\"]");
    }

    /** [200] */
    @Test
    void takesAPostAsJson() {
        String url = created(create("\"content\": [\"Micropub test of creating an h-entry with a JSON request\"]"));
        assertThat(page(url)).contains("Micropub test of creating an h-entry with a JSON request");
    }

    /** [201] */
    @Test
    void takesSeveralCategoriesAsJson() {
        String url = created(create("\"content\": [\"Hello\"], \"category\": [\"test1\", \"test2\"]"));
        assertThat(source(url).get("category").toString()).isEqualTo("[\"test1\",\"test2\"]");
    }

    /** [202] */
    @Test
    void showsHtmlAsHtml() {
        String html = "<p>This post has <b>bold</b> and <i>italic</i> text.</p>";
        String url = created(create("\"content\": [{\"html\": \"" + html + "\"}]"));
        assertThat(page(url)).contains("<b>bold</b> and <i>italic</i>");
        assertThat(source(url).at("/content/0/html").asString()).isEqualTo(html);
    }

    /** [203] */
    @Test
    void takesThePictureAtAnAddressAsJson() {
        String url = created(create("\"content\": [\"x\"], \"photo\": [\"https://photos.example.com/sunset.jpg\"]"));
        assertThat(page(url)).contains("src=\"https://photos.example.com/sunset.jpg\"");
    }

    /** [204] What is not shown is kept, and its author is told. */
    @Test
    void keepsANestedObject() {
        String card = "{\"type\": [\"h-card\"], \"properties\": {\"name\": [\"Los Gorditos\"], \"latitude\": [45.52]}}";
        var answer = create("\"published\": [\"2017-05-31T12:03:36-07:00\"], \"content\": [\"Lunch meeting\"],"
                + " \"checkin\": [" + card + "]");
        String url = created(answer);
        assertThat(source(url).get("checkin")).isEqualTo(ApiService.JSON.readTree("[" + card + "]"));
        assertThat(source(url).at("/published/0").asString()).isEqualTo("2017-05-31T12:03:36-07:00");
        assertThat(json(answer).at("/warnings/0/detail").asString()).startsWith("'checkin' is kept");
        assertThat(item().get("date_published").asString()).startsWith("2017-05-31T19:03:36");
    }

    /** An article has one text: another one is kept, and its author is told. */
    @Test
    void keepsFurtherTexts() {
        var answer = create("\"name\": [\"\"], \"content\": [\"One\", \"Two\"]");
        String url = created(answer);
        assertThat(json(answer).get("warnings").size()).isEqualTo(1);
        assertThat(json(answer).at("/warnings/0/detail").asString()).startsWith("'content' is kept");
        assertThat(source(url).get("content").toString()).isEqualTo("[\"One\",\"Two\"]");
        assertThat(source(url).has("name")).isFalse();

        assertThat(update(url, "\"add\": {\"summary\": [\"Short\"], \"content\": [\"Three\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(source(url).get("content").toString()).isEqualTo("[\"One\",\"Two\",\"Three\"]");
        isDone(update(url, "\"replace\": {\"content\": [\"Four\"]}"));
        assertThat(source(url).get("content").toString()).isEqualTo("[\"Four\"]");
        assertThat(item().get("content_html").asString()).contains("Four").doesNotContain("Two");
    }

    @Test
    void saysWhichCommandsItDoesNotFollow() {
        var answer = form("content=x&mp-syndicate-to[]=https://elsewhere.example/&mp-slug=x&mp-other=");
        created(answer);
        assertThat(json(answer).get("warnings").size()).isEqualTo(1);
        assertThat(json(answer).at("/warnings/0/detail").asString()).startsWith("'mp-syndicate-to' is not known");
        assertThat(json(create("\"content\": [\"x\"], \"mp-syndicate-to\": []"))
                        .get("warnings")
                        .size())
                .isZero();
    }

    /** [205] */
    @Test
    void showsTheTextThatReplacesAPicture() {
        String url = created(create("\"content\": [\"A sunset\"], \"photo\": [{\"value\":"
                + " \"https://photos.example.com/sunset.jpg\", \"alt\": \"Photo of a sunset\"}]"));
        assertThat(page(url)).contains("alt=\"Photo of a sunset\"");
        assertThat(source(url).at("/photo/0/alt").asString()).isEqualTo("Photo of a sunset");

        String other = created(form("content=x&photo=https://photos.example.com/y.jpg&mp-photo-alt[]=A+bird"));
        assertThat(page(other)).contains("alt=\"A bird\"");
    }

    /** [206] */
    @Test
    void showsSeveralPictures() {
        String url = created(create("\"content\": [\"Two\"], \"photo\": [\"https://photos.example.com/sunset.jpg\","
                + " \"https://photos.example.com/city-at-night.jpg\"]"));
        assertThat(page(url))
                .contains("src=\"https://photos.example.com/sunset.jpg\"")
                .contains("src=\"https://photos.example.com/city-at-night.jpg\"");
        assertThat(source(url).get("photo").size()).isEqualTo(2);
    }

    /** [300] and [301] */
    @Test
    void takesPicturesWithThePost() {
        String one = created(multipart(text("h", "entry"), text("content", "Nice sunset"), file("photo", "p.jpg")));
        String photo = source(one).at("/photo/0").asString();
        assertThat(photo).startsWith("https://feeds.example.org/media/" + feed + "/");
        assertThat(page(one)).contains("src=\"" + photo + "\"");
        assertThat(page(photo)).isEqualTo("The content of p.jpg");

        String two = created(multipart(
                text("h", "entry"), text("content", "Two"), file("photo[]", "p.jpg"), file("photo[]", "q.jpg")));
        var photos = source(two).get("photo");
        assertThat(photos.size()).isEqualTo(2);
        assertThat(page(two)).contains(photos.get(0).asString(), photos.get(1).asString());
        assertThat(page(photos.get(1).asString())).isEqualTo("The content of q.jpg");
        assertThat(source(one).at("/photo/0").asString()).isEqualTo(photo);
    }

    @Test
    void takesARecordingWithThePost() {
        created(multipart(text("name", "Talk"), text("content", "x"), file("audio", "talk.mp3")));
        assertThat(item().at("/attachments/0/mime_type").asString()).isEqualTo("audio/mpeg");
        assertThat(item().at("/attachments/0/size_in_bytes").asInt()).isEqualTo(23);
    }

    @Test
    void keepsNoPictureOfAPostThatIsNotTaken() {
        assertThat(multipart(text("content", "x"), text("published", "yesterday"), file("photo", "p.jpg"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(json(service.get("/api/v1/feeds/" + feed + "/media"))
                        .get("media")
                        .size())
                .isZero();
    }

    @Test
    void refusesFieldsThatAreTooLargeToBeHeldInMemory() {
        var answer = multipart(text("content", "x".repeat(2_000_001)), file("photo", "p.jpg"));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(error(answer)).isEqualTo("invalid_request");
    }

    @Test
    void takesTheSlugThatIsProposedAndAnotherOneWhereItIsTaken() {
        assertThat(created(form("content=x&mp-slug=My+Post"))).endsWith("/my-post");
        assertThat(created(form("content=y&mp-slug=my-post"))).endsWith("/my-post-2");
        assertThat(created(form("content=z&slug=The+Old+Word"))).endsWith("/the-old-word");
        assertThat(created(form("name=A+Title&content=y"))).endsWith("/a-title");
        assertThat(created(create("\"photo\": [\"https://photos.example.com/x.jpg\"]")))
                .endsWith("/2026-06-01-120000");
    }

    @Test
    void showsADraftToNobody() {
        String url = created(form("name=Secret&content=x&post-status=draft"));
        assertThat(status(url)).isEqualTo(404);
        assertThat(source(url).at("/post-status/0").asString()).isEqualTo("draft");

        isDone(update(url, "\"replace\": {\"post-status\": [\"published\"]}"));
        assertThat(status(url)).isEqualTo(200);
    }

    @Test
    void publishesNothingThatIsNotForEverybody() {
        var answer = form("content=x&visibility=private");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).isEqualTo("invalid_request");
        assertThat(service.polled(feed)).isEmpty();
    }

    @Test
    void refusesWhatCannotBeShown() {
        for (String content : List.of(
                "h=entry",
                "h=event&name=x",
                "h=entry&like-of=https://example.org/",
                "content=x&published=05/06/2013")) {
            var answer = form(content);
            assertThat(answer.statusCode()).as(content).isEqualTo(400);
            assertThat(error(answer)).isEqualTo("invalid_request");
        }
        assertThat(post("{\"properties\": {\"content\": \"no list\"}}").statusCode())
                .isEqualTo(400);
        assertThat(create("\"content\": []").statusCode()).isEqualTo(400);
        assertThat(create("\"content\": [\" \"], \"name\": [\"\"]").statusCode())
                .isEqualTo(400);
        assertThat(post("[]").statusCode()).isEqualTo(400);
        assertThat(post("{}").statusCode()).isEqualTo(400);
        assertThat(service.send("POST", "/micropub", "x", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.send("PUT", "/micropub", "x").statusCode()).isEqualTo(405);
        assertThat(service.polled(feed)).isEmpty();
    }

    /** A post without a title has one only in the formats that demand it. */
    @Test
    void givesANoteATitleOnlyWhereTheFormatDemandsOne() {
        String text = "The first words of a note that goes on and on for much longer than any title";
        String url = created(form("content=" + URLEncoder.encode(text, UTF_8)));

        assertThat(item().has("title")).isFalse();
        assertThat(item().get("content_html").asString()).contains(text);
        String rss = service.get("/feeds/" + feed + ".rss", "Authorization", "").body();
        assertThat(rss.substring(rss.indexOf("<item>"))).doesNotContain("<title");
        String first = "The first words of a note that goes on and on for much…";
        assertThat(service.get("/feeds/" + feed + ".atom", "Authorization", "").body())
                .contains(">" + first + "</title>");
        assertThat(page(url)).contains("<title>" + first).contains("<h1 class=\"unseen\">");
        assertThat(json(service.get("/api/v1"
                                + URI.create(url)
                                        .getRawPath()
                                        .replace("/articles/" + feed, "/feeds/" + feed + "/articles")))
                        .get("untitled")
                        .asBoolean())
                .isTrue();

        isDone(update(url, "\"replace\": {\"name\": [\"A title\"]}"));
        assertThat(item().get("title").asString()).isEqualTo("A title");
        isDone(update(url, "\"delete\": [\"name\"]"));
        assertThat(item().has("title")).isFalse();
    }

    @Test
    void givesANoteNoTitleWhereFilesNameArticles() {
        service.use(service.administrator());
        service.put(
                "/api/v1/feeds/" + feed,
                "{\"title\": \"Notes\", \"authority\": \"example.org\", \"titles\": \"names\"}");
        service.use(token);
        created(form("content=It+rained"));
        assertThat(item().has("title")).isFalse();
    }
}
