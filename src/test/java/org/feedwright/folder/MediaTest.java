package org.feedwright.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.folder.RunningFolder.article;
import static org.feedwright.folder.RunningFolder.move;
import static org.feedwright.folder.RunningFolder.save;
import static org.feedwright.folder.RunningFolder.soon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.feedwright.article.Enclosure;
import org.feedwright.entry.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files beside articles: what an editor does with them, and what a player, a browser and a stranger get. */
class MediaTest extends EditingTest {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

    private HttpResponse<String> get(String file, String... headers) {
        return service.send("GET", "/media/" + feed + "/" + file, headers);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private Enclosure enclosure() {
        return service.entries(feed).getFirst().enclosures().getFirst();
    }

    private void publishTalk() throws IOException {
        var talk = directory.resolve("talk.mp3");
        save(talk, ALPHABET);
        // What was written within this second has no date yet.
        Files.setLastModifiedTime(talk, FileTime.from(service.clock().instant().minusSeconds(60)));
        save(directory.resolve("one.md"), article("One", "Body.", "enclosures: [talk.mp3]"));
        service.awaitTitles(feed, "One");
    }

    @Test
    void saysNoDateOfAFileThatMayStillChangeWithinItsSecond() throws IOException {
        publishTalk();
        Files.setLastModifiedTime(
                directory.resolve("talk.mp3"),
                FileTime.from(service.clock().instant().plusSeconds(60)));

        var response = get("talk.mp3");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Last-Modified")).isEmpty();
        assertThat(response.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void sendsAFileUnderTheConditionsThatAreSet() throws IOException {
        publishTalk();
        String tag = header(get("talk.mp3"), "ETag");

        assertThat(get("talk.mp3", "If-Match", tag).statusCode()).isEqualTo(200);
        assertThat(get("talk.mp3", "If-Match", tag, "Range", "bytes=0-3").statusCode())
                .isEqualTo(206);
        var refused = get("talk.mp3", "If-Match", "\"x\"", "Range", "bytes=0-3");
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.body()).contains("\"instance\":\"/media/" + feed + "/talk.mp3\"");
        assertThat(header(refused, "Cache-Control")).isEqualTo("no-cache");
        assertThat(get("talk.mp3", "If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(412);
        assertThat(get("talk.mp3", "If-Unmodified-Since", header(get("talk.mp3"), "Last-Modified"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("nothing.mp3", "If-Match", "\"x\"").statusCode()).isEqualTo(404);
    }

    @Test
    void leadsFromASlashAtTheEnd() throws IOException {
        publishTalk();
        assertThat(header(get("talk.mp3/"), "Location")).endsWith("/media/" + feed + "/talk.mp3");
    }

    @Test
    void keepsNobodyFromRememberingThatThereIsNothing() {
        assertThat(service.get("/media/nothing/here.png").headers().allValues("Cache-Control"))
                .containsExactly("no-cache");
    }

    @Nested
    class Asking {
        @BeforeEach
        void publish() throws IOException {
            publishTalk();
        }

        @Test
        void answersWithTheFileItsTypeAndItsValidators() throws IOException {
            var response = get("talk.mp3");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(ALPHABET);
            assertThat(header(response, "Content-Type")).isEqualTo("audio/mpeg");
            assertThat(header(response, "Content-Length")).isEqualTo("26");
            assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
            assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=300");
            assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(header(response, "ETag")).matches("\"[0-9a-f]+-[0-9a-f]+\"");
            assertThat(header(response, "Content-Security-Policy")).isEmpty();
            assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
            var modified =
                    Files.getLastModifiedTime(directory.resolve("talk.mp3")).toInstant();
            assertThat(ZonedDateTime.parse(header(response, "Last-Modified"), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .isEqualTo(modified.truncatedTo(ChronoUnit.SECONDS));
        }

        @ParameterizedTest
        @CsvSource(
                delimiterString = " -> ",
                value = {
                    "bytes=0-4 -> abcde -> bytes 0-4/26",
                    "bytes=20- -> uvwxyz -> bytes 20-25/26",
                    "bytes=-3 -> xyz -> bytes 23-25/26",
                    "bytes=25-99 -> z -> bytes 25-25/26",
                    "bytes=-99 -> abcdefghijklmnopqrstuvwxyz -> bytes 0-25/26",
                    "bytes=0-0,99-100 -> a -> bytes 0-0/26",
                })
        void answersWithThePartThatIsAskedFor(String range, String part, String contentRange) {
            var response = get("talk.mp3", "Range", range);
            assertThat(response.statusCode()).isEqualTo(206);
            assertThat(response.body()).isEqualTo(part);
            assertThat(header(response, "Content-Range")).isEqualTo(contentRange);
            assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(part.length()));
            assertThat(header(response, "Content-Type")).isEqualTo("audio/mpeg");
            assertThat(header(response, "ETag")).isNotEmpty();
        }

        @Test
        void answersWithSeveralParts() {
            var response = get("talk.mp3", "Range", "bytes=0-1,24-");
            assertThat(response.statusCode()).isEqualTo(206);
            assertThat(header(response, "Content-Type")).startsWith("multipart/byteranges");
            assertThat(response.body())
                    .contains("Content-Range: bytes 0-1/26", "ab", "Content-Range: bytes 24-25/26", "yz");
        }

        @ParameterizedTest
        @ValueSource(strings = {"bytes=26-", "bytes=99-100,200-", "bytes=-0"})
        void refusesPartsThatAreNotThere(String range) {
            var response = get("talk.mp3", "Range", range);
            assertThat(response.statusCode()).isEqualTo(416);
            assertThat(header(response, "Content-Range")).isEqualTo("bytes */26");
            assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
            assertThat(response.body()).isEmpty();
        }

        /** A file's age counts from the answer's date, which is that of the clock by which the file is judged. */
        @ParameterizedTest
        @ValueSource(strings = {"", "bytes=0-4", "bytes=26-"})
        void statesWhenItAnswers(String range) {
            service.clock().advance(Duration.ofHours(2));

            var answer = range.isEmpty() ? get("talk.mp3") : get("talk.mp3", "Range", range);
            assertThat(ZonedDateTime.parse(header(answer, "Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .isBetween(
                            service.clock().instant().minusSeconds(60),
                            service.clock().instant());
            assertThat(answer.headers().allValues("Date")).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"bytes=5-1", "bytes=x", "bytes", "lines=1-2", "bytes=0-20,0-20,0-20", "bytes=-"})
        void sendsTheWholeWhereARangeCannotBeUnderstoodOrSavesNothing(String range) {
            var response = get("talk.mp3", "Range", range);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(ALPHABET);
        }

        /** No part of it is there, and a reader that wants to go on from where it stopped has all of it already. */
        @ParameterizedTest
        @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-1", "bytes=1-", "bytes=0-0,2-3"})
        void sendsAnEmptyFileWhole(String range) throws IOException {
            save(directory.resolve("empty.csv"), "");
            save(directory.resolve("two.md"), article("Two", "[x](empty.csv)"));
            service.awaitTitles(feed, "One", "Two");

            var response = get("empty.csv", "Range", range);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Length")).isEqualTo("0");
            assertThat(header(response, "Content-Range")).isEmpty();
            assertThat(response.body()).isEmpty();
            assertThat(service.send("HEAD", "/media/" + feed + "/empty.csv", "Range", range)
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void sendsAPartOnlyOfTheFileThatWasMeant() {
            var whole = get("talk.mp3");
            String tag = header(whole, "ETag");
            String date = header(whole, "Last-Modified");
            assertThat(get("talk.mp3", "Range", "bytes=0-4", "If-Range", tag).statusCode())
                    .isEqualTo(206);
            assertThat(get("talk.mp3", "Range", "bytes=0-4", "If-Range", date).statusCode())
                    .isEqualTo(206);
            String later = "Fri, 01 Jan 2100 00:00:00 GMT";
            for (String other :
                    new String[] {"\"x\"", "W/" + tag, "Thu, 01 Jan 2026 00:00:00 GMT", later, "no date at all"}) {
                var response = get("talk.mp3", "Range", "bytes=0-4", "If-Range", other);
                assertThat(response.statusCode()).as(other).isEqualTo(200);
                assertThat(response.body()).isEqualTo(ALPHABET);
            }
        }

        @Test
        void answersHeadLikeGetWithoutABodyAndWithoutRanges() {
            var response = service.send("HEAD", "/media/" + feed + "/talk.mp3", "Range", "bytes=0-4");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Length")).isEqualTo("26");
            assertThat(header(response, "Content-Type")).isEqualTo("audio/mpeg");
            assertThat(response.body()).isEmpty();
        }

        @Test
        void answersNotModifiedToThoseWhoHaveIt() {
            var whole = get("talk.mp3");
            String tag = header(whole, "ETag");
            for (String[] condition : new String[][] {
                {"If-None-Match", tag},
                {"If-None-Match", "\"x\", W/" + tag},
                {"If-None-Match", "*"},
                {"If-Modified-Since", header(whole, "Last-Modified")},
                {"If-None-Match", tag, "Range", "bytes=0-4"}
            }) {
                var response = get("talk.mp3", condition);
                assertThat(response.statusCode())
                        .as(String.join(" ", condition))
                        .isEqualTo(304);
                assertThat(response.body()).isEmpty();
                assertThat(header(response, "ETag")).isEqualTo(tag);
                assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=300");
            }
            assertThat(get("talk.mp3", "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
        }

        @Test
        void refusesOtherMethods() {
            var response = service.send("POST", "/media/" + feed + "/talk.mp3");
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(header(response, "Allow")).contains("GET", "HEAD");
        }
    }

    @Nested
    class Reaching {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "one.md",
                    "feed.yaml",
                    "unnamed.mp3",
                    ".hidden.mp3",
                    "..%2F..%2Fetc/passwd",
                    "%2e%2e/%2e%2e/x",
                    "link.mp3",
                    "link-to-draft.txt.mp3",
                    "sub",
                    "sub/",
                    "",
                    "talk.mp3%00"
                })
        void findsNothingThatNoArticleNames(String path) throws IOException {
            save(temporary.resolve("outside.mp3"), "secret");
            save(directory.resolve("unnamed.mp3"), "secret");
            save(directory.resolve(".hidden.mp3"), "secret");
            Files.createDirectories(directory.resolve("sub"));
            save(directory.resolve("draft.md"), article("Draft", "secret", "draft: true"));
            if (!Files.exists(directory.resolve("link.mp3"))) {
                Files.createSymbolicLink(directory.resolve("link.mp3"), temporary.resolve("outside.mp3"));
                Files.createSymbolicLink(directory.resolve("link-to-draft.txt.mp3"), directory.resolve("draft.md"));
            }
            save(directory.resolve("talk.mp3"), ALPHABET);
            save(
                    directory.resolve("one.md"),
                    article(
                            "One",
                            "![a](link.mp3) ![b](link-to-draft.txt.mp3) ![c](sub) ![d](.hidden.mp3) [e](draft.md)",
                            "enclosures: [talk.mp3]"));
            service.awaitTitles(feed, "One");
            var response = get(path);
            assertThat(response.statusCode()).isIn(400, 404);
            assertThat(response.body()).doesNotContain("secret", ALPHABET);
        }

        @Test
        void findsWhatIsNamedInAnyScript() throws IOException {
            Files.createDirectories(directory.resolve("图片"));
            save(directory.resolve("图片/Début & fin #1.png"), "png");
            save(
                    directory.resolve("one.md"),
                    article("One", "![x](<图片/Début & fin %231.png>)", "image: \"图片/Début & fin #1.png\""));
            service.awaitTitles(feed, "One");
            String address = service.entries(feed).getFirst().image();
            assertThat(address).isNotNull().startsWith("https://feeds.example.org/media/" + feed + "/%E5");
            var response = service.send("GET", URI.create(address).getRawPath());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Type")).isEqualTo("image/png");
            assertThat(service.entries(feed).getFirst().content()).contains(address);
        }

        @Test
        void keepsFilesOfDraftsToItself() throws IOException {
            save(directory.resolve("talk.mp3"), ALPHABET);
            save(directory.resolve("one.md"), article("One", "Body.", "enclosures: [talk.mp3]", "draft: true"));
            soon(() -> assertThat(service.stored(feed, "one")).isPresent());
            assertThat(get("talk.mp3").statusCode()).isEqualTo(404);
            save(directory.resolve("one.md"), article("One", "Body.", "enclosures: [talk.mp3]"));
            service.awaitTitles(feed, "One");
            assertThat(get("talk.mp3").statusCode()).isEqualTo(200);
        }

        @Test
        void letsFilesOutTogetherWithTheirScheduledArticle() throws IOException {
            save(directory.resolve("talk.mp3"), ALPHABET);
            var out = service.clock().instant().plus(Duration.ofHours(1));
            save(
                    directory.resolve("one.md"),
                    "---\ntitle: One\npublished: " + out + "\nenclosures: [talk.mp3]\n---\nBody.\n");
            soon(() -> assertThat(service.stored(feed, "one")).isPresent());
            assertThat(get("talk.mp3").statusCode()).isEqualTo(404);
            service.clock().advance(Duration.ofMinutes(59));
            assertThat(get("talk.mp3").statusCode()).isEqualTo(404);

            service.clock().advance(Duration.ofMinutes(1));
            assertThat(get("talk.mp3").statusCode()).isEqualTo(200);
            assertThat(service.titles(feed)).containsExactly("One");
        }

        @Test
        void saysThatFilesOfAWithdrawnArticleAreGone() throws IOException {
            publishTalk();
            Files.delete(directory.resolve("one.md"));
            soon(() -> assertThat(service.titles(feed)).isEmpty());
            assertThat(get("talk.mp3").statusCode()).isEqualTo(410);
            assertThat(get("talk.mp3").body()).doesNotContain(ALPHABET);
            var page = get("talk.mp3", "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(410);
            assertThat(page.body()).contains("This has been withdrawn");
        }

        @ParameterizedTest
        @CsvSource({"page.html,text/html", "drawing.svg,image/svg+xml", "data.xml,application/xml"})
        void letsNothingActOnThisSite(String name, String type) throws IOException {
            save(directory.resolve(name), "<script>alert(1)</script>");
            save(directory.resolve("one.md"), article("One", "[x](" + name + ")"));
            service.awaitTitles(feed, "One");
            var response = get(name);
            assertThat(header(response, "Content-Type")).startsWith(type);
            assertThat(header(response, "Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
            assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Nested
    class Changing {
        @Test
        void findsLengthAndTypeAndFollowsTheFile() throws IOException {
            publishTalk();
            assertThat(enclosure())
                    .isEqualTo(new Enclosure(
                            "https://feeds.example.org/media/" + feed + "/talk.mp3", "audio/mpeg", 26, null));
            var updated = service.entries(feed).getFirst().updated();
            String tag = header(get("talk.mp3"), "ETag");

            RunningFolder.replace(directory.resolve("talk.mp3"), ALPHABET + ALPHABET);
            soon(() -> assertThat(enclosure().length()).isEqualTo(52));
            assertThat(service.entries(feed).getFirst().updated()).isEqualTo(updated);
            assertThat(header(get("talk.mp3"), "ETag")).isNotEqualTo(tag);
            assertThat(get("talk.mp3").body()).hasSize(52);
        }

        @Test
        void waitsForAFileThatIsStillBeingWritten() throws IOException {
            try (var writer = Files.newBufferedWriter(directory.resolve("talk.mp3"), UTF_8)) {
                writer.write("abc");
                writer.flush();
                save(directory.resolve("one.md"), article("One", "Body.", "enclosures: [talk.mp3]"));
                service.awaitLooks();
                assertThat(service.titles(feed)).isEmpty();
                writer.write("def");
            }
            service.awaitTitles(feed, "One");
            assertThat(enclosure().length()).isEqualTo(6);
        }

        @Test
        void publishesAnArticleWhenItsRecordingComes() throws IOException {
            save(directory.resolve("one.md"), article("One", "Body.", "enclosures: [sound/talk.mp3]"));
            service.awaitProblem(feed, "one.md:4: the enclosure 'sound/talk.mp3' is not in the feed's folder");
            assertThat(service.titles(feed)).isEmpty();
            Files.createDirectories(directory.resolve("sound"));
            save(directory.resolve("sound/talk.mp3"), ALPHABET);
            service.awaitTitles(feed, "One");
            service.awaitNoProblem(feed);
        }

        @Test
        void noticesAPictureThatComesAfterItsArticle() throws IOException {
            save(directory.resolve("one.md"), article("One", "![x](images/photo.png)"));
            service.awaitTitles(feed, "One");
            assertThat(service.entries(feed).getFirst().content()).contains("/articles/" + feed + "/images/photo.png");
            Files.createDirectories(directory.resolve("images"));
            save(directory.resolve("images/photo.png"), "png");
            soon(() -> assertThat(service.entries(feed).getFirst().content())
                    .contains("\"https://feeds.example.org/media/" + feed + "/images/photo.png\""));
            assertThat(get("images/photo.png").statusCode()).isEqualTo(200);
        }

        @Test
        void noticesChangesInFoldersWithinTheFeeds() throws IOException {
            Files.createDirectories(directory.resolve("sound"));
            save(directory.resolve("sound/talk.mp3"), ALPHABET);
            save(directory.resolve("one.md"), article("One", "Body.", "enclosures: [sound/talk.mp3]"));
            service.awaitTitles(feed, "One");
            service.awaitLooks();
            Files.writeString(directory.resolve("sound/talk.mp3"), "123", StandardOpenOption.APPEND);
            soon(() -> assertThat(enclosure().length()).isEqualTo(29));
        }

        @Test
        void keepsTheAddressWhenTheArticlesFileIsRenamed() throws IOException {
            publishTalk();
            String before = enclosure().url();
            move(directory.resolve("one.md"), directory.resolve("2026-01-26-another-name.md"));
            soon(() -> assertThat(service.stored(feed, "another-name")).isPresent());
            assertThat(enclosure().url()).isEqualTo(before);
            assertThat(get("talk.mp3").statusCode()).isEqualTo(200);
        }

        @Test
        void keepsTheLastGoodArticleWhenItsRecordingIsTakenAway() throws IOException {
            publishTalk();
            Files.delete(directory.resolve("talk.mp3"));
            service.awaitProblem(feed, "one.md:4: the enclosure 'talk.mp3' is not in the feed's folder");
            assertThat(service.entries(feed)).extracting(Entry::title).containsExactly("One");
            assertThat(get("talk.mp3").statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class APodcast {
        @Test
        void isServedWithItsArtAndKeepsItsIdentity() throws IOException {
            Files.copy(Path.of("src/test/resources/corpus/podcast/art.png"), directory.resolve("art.png"));
            save(directory.resolve("ada.png"), "png");
            save(directory.resolve("feed.yaml"), """
                    title: A podcast
                    home: https://example.org/
                    language: en
                    podcast:
                      image: art.png
                      category: Technology
                      explicit: false
                      owner: a@example.org
                      people: [{name: Ada, image: ada.png}]
                    """);
            soon(() -> assertThat(service.find(feed).definition().podcast()).isNotNull());
            assertThat(get("art.png").statusCode()).isEqualTo(200);
            assertThat(get("ada.png").statusCode()).isEqualTo(200);
            assertThat(header(get("art.png"), "Content-Type")).isEqualTo("image/png");
            assertThat(service.documents(feed))
                    .contains("<itunes:image href=\"https://feeds.example.org/media/" + feed + "/art.png\" />")
                    .containsPattern("<podcast:guid>[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]");
        }
    }
}
