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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What writing apps do. In brackets: the number of the case in micropub.rocks' suite for servers. */
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests on each database
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(Lifecycle.PER_CLASS)
class MicropubTest {
    private static final AtomicInteger feeds = new AtomicInteger();
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    @Parameter
    Database database;

    @TempDir
    static Path directory;

    private ApiService service;
    private String feed;
    private String token;

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

    private HttpResponse<String> form(String content, String... fields) {
        var all = Stream.concat(Stream.of(fields), Stream.of("Content-Type", FORM));
        return service.send("POST", "/micropub", content, all.toArray(String[]::new));
    }

    private HttpResponse<String> post(String json) {
        return service.send("POST", "/micropub", json);
    }

    private HttpResponse<String> create(String properties) {
        return post("{\"type\": [\"h-entry\"], \"properties\": {" + properties + "}}");
    }

    private static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(field(answer, "Location")).startsWith("https://feeds.example.org/articles/");
        return field(answer, "Location");
    }

    private HttpResponse<String> update(String url, String change) {
        return post("{\"action\": \"update\", \"url\": \"" + url + "\", " + change + "}");
    }

    private static void isDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
    }

    private HttpResponse<String> query(String query) {
        return service.get("/micropub?" + query);
    }

    private JsonNode source(String url, String... more) {
        var answer = query("q=source&url=" + URLEncoder.encode(url, UTF_8) + String.join("", more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("properties");
    }

    private String page(String url) {
        return service.get(URI.create(url).getRawPath(), "Authorization", "").body();
    }

    private int status(String url) {
        return service.get(URI.create(url).getRawPath(), "Authorization", "").statusCode();
    }

    /** The newest item of the feed. */
    private JsonNode item() {
        return json(service.get("/feeds/" + feed + ".json", "Authorization", ""))
                .at("/items/0");
    }

    private static String error(HttpResponse<String> answer) {
        return json(answer).path("error").asString("");
    }

    @Nested
    class Creating {
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
            String url =
                    created(create("\"content\": [\"x\"], \"photo\": [\"https://photos.example.com/sunset.jpg\"]"));
            assertThat(page(url)).contains("src=\"https://photos.example.com/sunset.jpg\"");
        }

        /** [204] What is not shown is kept, and its author is told. */
        @Test
        void keepsANestedObject() {
            String card =
                    "{\"type\": [\"h-card\"], \"properties\": {\"name\": [\"Los Gorditos\"], \"latitude\": [45.52]}}";
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
            assertThat(page(two))
                    .contains(photos.get(0).asString(), photos.get(1).asString());
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
            assertThat(post("[]").statusCode()).isEqualTo(400);
            assertThat(post("{}").statusCode()).isEqualTo(400);
            assertThat(service.send("POST", "/micropub", "x", "Content-Type", "text/plain")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(service.send("PUT", "/micropub", "x").statusCode()).isEqualTo(405);
            assertThat(service.polled(feed)).isEmpty();
        }
    }

    @Test
    void isFoundOnTheFrontPageWhereThatIsSet() {
        assertThat(service.get("/", "Authorization", "").body()).contains("<link rel=\"micropub\" href=\"/micropub\">");
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

    @Nested
    class Asking {
        /** [600] */
        @Test
        void saysWhatThereIs() {
            var answer = query("q=config");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(field(answer, "Content-Type")).isEqualTo("application/json");
            assertThat(json(answer).get("media-endpoint").asString())
                    .isEqualTo("https://feeds.example.org/micropub/media");
            assertThat(json(answer).get("destination").toString())
                    .isEqualTo("[{\"uid\":\"" + feed + "\",\"name\":\"The " + feed + "\"}]");
            assertThat(query("q=nothing").statusCode()).isEqualTo(400);
            assertThat(query("").statusCode()).isEqualTo(400);
        }

        /** [601] */
        @Test
        void hasNowhereToSyndicateTo() {
            assertThat(query("q=syndicate-to").body()).isEqualTo("{\"syndicate-to\":[]}");
        }

        /** [602] */
        @Test
        void answersAllPropertiesOfAPost() {
            String url = created(create("\"content\": [\"Test of querying\"], \"category\": [\"foo\", \"bar\"]"));
            var answer = json(query("q=source&url=" + url));
            assertThat(answer.get("type").toString()).isEqualTo("[\"h-entry\"]");
            assertThat(answer.at("/properties/content").toString()).isEqualTo("[\"Test of querying\"]");
            assertThat(answer.at("/properties/category").toString()).isEqualTo("[\"foo\",\"bar\"]");
        }

        /** [603] */
        @Test
        void answersTheWantedPropertiesOfAPost() {
            String url = created(create("\"content\": [\"Test of querying\"], \"category\": [\"foo\", \"bar\"]"));
            assertThat(source(url, "&properties[]=content&properties[]=category")
                            .toString())
                    .isEqualTo("{\"content\":[\"Test of querying\"],\"category\":[\"foo\",\"bar\"]}");
            assertThat(source(url, "&properties=category").propertyNames()).containsExactly("category");
        }

        @Test
        void listsCategories() {
            created(create("\"content\": [\"x\"], \"category\": [\"Copper\", \"Zinc\"]"));
            assertThat(query("q=category").body()).isEqualTo("{\"categories\":[\"Copper\",\"Zinc\"]}");
            assertThat(query("q=category&filter=zi").body()).isEqualTo("{\"categories\":[\"Zinc\"]}");
        }
    }

    /** [700], [701] and [702] */
    @Test
    void keepsFilesForPostsToCome() {
        for (String name : List.of("sunset.jpg", "micropub-rocks.png", "w3c-socialwg.gif")) {
            var answer = multipart("/micropub/media", file("file", name));
            assertThat(answer.statusCode()).isEqualTo(201);
            String photo = field(answer, "Location");
            var read = service.get(URI.create(photo).getRawPath(), "Authorization", "");
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(field(read, "Content-Type")).isEqualTo(type(name));
            assertThat(read.body()).isEqualTo("The content of " + name);

            String url = created(create("\"content\": [\"x\"], \"photo\": [\"" + photo + "\"]"));
            assertThat(page(url)).contains("src=\"" + photo + "\"");
            assertThat(source(url).at("/photo/0").asString()).isEqualTo(photo);
            String api = "/api/v1/feeds/" + feed + "/media/" + photo.substring(photo.lastIndexOf('/') + 1);
            assertThat(service.send("DELETE", api, null).statusCode()).isEqualTo(409);
        }
        assertThat(multipart("/micropub/media", file("photo", "x.jpg")).statusCode())
                .isEqualTo(400);
        assertThat(multipart("/micropub/media", text("file", "x")).statusCode()).isEqualTo(400);
        assertThat(service.get("/micropub/media").statusCode()).isEqualTo(405);
        assertThat(service.get("/micropub/other").statusCode()).isEqualTo(400);
    }

    @Test
    void namesAFileByItsTypeWhereItsSenderDoesNot() {
        var answer = multipart("/micropub/media", file("file", "blob").replace("image/jpeg", "image/png"));
        assertThat(field(answer, "Location")).matches(".*/blob-[a-z2-7]{8}\\.png");
        assertThat(field(multipart("/micropub/media", file("file", "../a b?%.JPG")), "Location"))
                .matches(".*/a-b-[a-z2-7]{8}\\.JPG");
    }

    @Nested
    class Access {
        /** [800] */
        @Test
        void takesATokenInTheHeader() {
            created(form("h=entry&content=Testing"));
        }

        /** [801] and [802] */
        @Test
        void takesATokenInTheFormAndDoesNotStoreIt() {
            String url = created(form("h=entry&content=Testing+the+token&access_token=" + token, "Authorization", ""));
            assertThat(source(url).toString()).doesNotContain("access_token").doesNotContain(token);
            assertThat(source(url).at("/content/0").asString()).isEqualTo("Testing the token");
            assertThat(service.jdbc()
                            .sql("select source || warnings from api_article")
                            .query(String.class)
                            .list())
                    .noneMatch(row -> row.contains(token));
        }

        /** [803] */
        @Test
        void refusesWhoBringsNoToken() {
            var answer = form("h=entry&content=Testing", "Authorization", "");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(error(answer)).isEqualTo("unauthorized");
            assertThat(field(answer, "WWW-Authenticate")).startsWith("Bearer");
            assertThat(service.get("/micropub?q=config", "Authorization", "").statusCode())
                    .isEqualTo(401);
            assertThat(service.get("/micropub?q=config&access_token=" + token, "Authorization", "")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(form("content=x&access_token=fw_aaaaaaaa_" + "x".repeat(43), "Authorization", "")
                            .statusCode())
                    .isEqualTo(401);
        }

        /** [804] */
        @Test
        void refusesWhoMayNotPublish() {
            service.use(service.reader());
            var answer = form("h=entry&content=Testing");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(error(answer)).isEqualTo("insufficient_scope");
            assertThat(field(answer, "WWW-Authenticate")).contains("insufficient_scope");

            service.use(service.publisher("another"));
            assertThat(error(form("content=x&mp-destination=" + feed))).isEqualTo("insufficient_scope");
            assertThat(error(form("action=delete&url=https://feeds.example.org/articles/" + feed + "/x")))
                    .isEqualTo("insufficient_scope");
            assertThat(error(multipart("/micropub/media", text("mp-destination", feed), file("file", "x.jpg"))))
                    .isEqualTo("insufficient_scope");
        }

        /** [805] */
        @Test
        void refusesATokenThatComesTwice() {
            var answer = form("h=entry&content=Testing&access_token=" + token);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(error(answer)).isEqualTo("invalid_request");
            assertThat(service.polled(feed)).isEmpty();
        }

        @Test
        void publishesWhereItIsToldToAndNotByGuess() {
            service.use(service.publisher("*"));
            var guess = form("content=x");
            assertThat(guess.statusCode()).isEqualTo(400);
            assertThat(json(guess).get("error_description").asString()).contains("mp-destination");
            assertThat(created(form("content=x&mp-destination=" + feed))).contains("/" + feed + "/");
            assertThat(created(form("content=x&mp-channel=" + feed))).contains("/" + feed + "/");
            assertThat(form("content=x&mp-destination=../x").statusCode()).isEqualTo(400);
        }

        @Test
        void guardsEverySpellingOfItsAddresses() {
            service.use("");
            for (String path : List.of(
                    "/micropub",
                    "/%6dicropub",
                    "//micropub",
                    "/micropub;x=1",
                    "/x/../micropub",
                    "/micropub/media",
                    "/micropub//media")) {
                assertThat(service.send("POST", path, "content=x", "Content-Type", FORM)
                                .statusCode())
                        .as(path)
                        .isIn(400, 401);
                assertThat(service.get(path + "?q=config").body()).as(path).doesNotContain("media-endpoint");
            }
        }

        @Test
        void publishesNothingForPagesOfOtherSites() {
            assertThat(form("content=x", "Origin", "https://evil.example.org").statusCode())
                    .isEqualTo(403);
            assertThat(service.polled(feed)).isEmpty();
        }
    }

    private static String text(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String property, String name) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + property + "\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type(name) + "\r\n\r\nThe content of " + name + "\r\n";
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "mp3" -> "audio/mpeg";
            case "png" -> "image/png";
            case "gif" -> "image/gif";
            default -> "image/jpeg";
        };
    }

    private HttpResponse<String> multipart(String... parts) {
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
