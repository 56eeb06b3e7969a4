package org.feedwright.micropub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What apps ask, the files that they send before a post, and who may do all that. */
class MicropubTest extends WritingApp {
    @Test
    void isFoundOnTheFrontPageWhereThatIsSet() {
        assertThat(service.get("/", "Authorization", "").body()).contains("<link rel=\"micropub\" href=\"/micropub\">");
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
            assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
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
}
