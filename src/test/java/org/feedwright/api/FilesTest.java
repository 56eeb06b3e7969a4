package org.feedwright.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;
import static org.feedwright.api.ApiService.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.upload.Receiving;
import org.feedwright.upload.Receiving.Kept;
import org.feedwright.upload.UploadRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Files that are sent to the API: what articles make of them, what readers get, and what is not taken. */
class FilesTest extends ApiFeedTest {
    private static final int LARGEST = 3 << 20; // bytes
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

    @Override
    String[] settings() {
        return new String[] {"--feedwright.uploads.max-file-size=3MB", "--feedwright.uploads.max-unfinished=3"};
    }

    @BeforeEach
    void forgetUploads() {
        service.jdbc().sql("delete from upload where digest is null").update();
    }

    private HttpResponse<String> send(String name, String content, String... fields) {
        return service.sendBytes("PUT", api + "/media/" + name, content.getBytes(UTF_8), fields);
    }

    private HttpResponse<String> article(String slug, String json) {
        return service.put(api + "/articles/" + slug, "{\"title\": \"One\", " + json + "}");
    }

    /** Gets what is at a whole address, as a reader does. */
    private HttpResponse<String> read(String address, String... fields) {
        return service.get(URI.create(address).getRawPath(), with(fields, "Authorization", ""));
    }

    private static String address(HttpResponse<String> answer) {
        return json(answer).get("address").stringValue();
    }

    private String shown(String pointer) {
        return json(service.get("/feeds/" + feed + ".json", "Authorization", ""))
                .at(pointer)
                .asString();
    }

    private int unfinished() {
        return service.jdbc()
                .sql("select count(*) from upload where digest is null")
                .query(Integer.class)
                .single();
    }

    @Test
    void servesWhatAnArticleNamesAsAFileBesideIt() {
        var sent = send("img/photo.png", ALPHABET, "Content-Type", "image/png");
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(field(sent, "Location")).endsWith(api + "/media/img/photo.png");
        article("one", "\"image\": \"img/photo.png\", \"body\": {\"markdown\": \"![a](img/photo.png)\"}");

        assertThat(shown("/items/0/image")).isEqualTo(address(sent));
        assertThat(shown("/items/0/content_html")).contains("src=\"" + address(sent) + "\"");
        var read = read(address(sent));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(ALPHABET);
        assertThat(field(read, "Content-Type")).isEqualTo("image/png");
        assertThat(field(read, "Content-Length")).isEqualTo("26");
        assertThat(field(read, "Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(field(read, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(field(read, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(read.headers().map()).doesNotContainKeys("x-robots-tag", "content-security-policy");
        assertThat(read(address(sent), "If-None-Match", field(read, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(read(address(sent), "If-Match", "\"other\"").statusCode()).isEqualTo(412);
    }

    @Test
    void servesPartsOfALargeRecording() {
        String content = ALPHABET.repeat(60_000); // more than one transaction and one reading take
        var sent = send("talk.mp3", content);
        article("one", "\"enclosures\": [\"talk.mp3\"]");

        assertThat(shown("/items/0/attachments/0/size_in_bytes")).isEqualTo(String.valueOf(content.length()));
        assertThat(shown("/items/0/attachments/0/mime_type")).isEqualTo("audio/mpeg");
        assertThat(read(address(sent)).body()).isEqualTo(content);
        var part = read(address(sent), "Range", "bytes=1300000-1300003");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(content.substring(1_300_000, 1_300_004));
        assertThat(field(part, "Content-Range")).isEqualTo("bytes 1300000-1300003/" + content.length());
        assertThat(read(address(sent), "Range", "bytes=0-1,1300000-1300001").body())
                .contains("bytes 0-1/" + content.length(), "bytes 1300000-1300001/" + content.length());
        assertThat(read(address(sent), "Range", "bytes=9999999-").statusCode()).isEqualTo(416);
    }

    @Test
    void servesWhatActsInABrowserInASandbox() {
        var sent = send("page.html", "<script>alert(1)</script>");
        assertThat(field(read(address(sent)), "Content-Security-Policy")).startsWith("sandbox");
    }

    @Test
    void holdsBackAnArticleWhoseRecordingHasNotCome() {
        var refused = article("one", "\"enclosures\": [\"talk.mp3\"]");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).at("/errors/0/detail").asString())
                .isEqualTo("the enclosure 'talk.mp3' has not been uploaded");

        send("talk.mp3", ALPHABET);
        assertThat(article("one", "\"enclosures\": [\"talk.mp3\"]").statusCode())
                .isEqualTo(201);
    }

    @Test
    void warnsOfAPictureThatHasNotCome() {
        var answer = article("one", "\"body\": {\"markdown\": \"x\\n\\n![a](photo.png)\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(json(answer).at("/stored/warnings/0/detail").asString())
                .isEqualTo("it names a file that has not been uploaded: photo.png");
        assertThat(json(answer).at("/stored/warnings/0/line").asInt()).isEqualTo(3);
    }

    @Test
    void showsWhatNoReaderIsShownOnlyToWhoKnowsItsAddress() {
        var sent = send("photo.png", ALPHABET);
        article("one", "\"draft\": true, \"image\": \"photo.png\"");

        assertThat(address(sent)).matches(".*/media/" + feed + "/[a-z2-7]{26}/photo\\.png");
        assertThat(read("https://x/media/" + feed + "/photo.png").statusCode()).isEqualTo(404);
        var read = read(address(sent));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(field(read, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(field(read, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(read(address(sent).replace(feed, "other")).statusCode()).isEqualTo(404);
    }

    @Test
    void takesItsFileBackWithAWithdrawnArticle() {
        var sent = send("photo.png", ALPHABET);
        article("one", "\"image\": \"photo.png\"");
        service.send("DELETE", api + "/articles/one", null);

        assertThat(read(address(sent)).statusCode()).isEqualTo(410);
    }

    @Test
    void takesTheSameTwiceAsOneFile() {
        var first = send("photo.png", ALPHABET);
        var second = send("photo.png", ALPHABET);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(json(service.get(api + "/media")).get("media").size()).isEqualTo(1);
    }

    @Test
    void givesOtherContentAnotherAddressWhichArticlesThenHave() {
        var first = send("talk.mp3", ALPHABET);
        article("one", "\"enclosures\": [\"talk.mp3\"]");

        var second = send("talk.mp3", ALPHABET + ALPHABET);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(address(second)).isNotEqualTo(address(first));
        assertThat(shown("/items/0/attachments/0/url")).isEqualTo(address(second));
        assertThat(shown("/items/0/attachments/0/size_in_bytes")).isEqualTo("52");
        assertThat(read(address(first)).statusCode()).isEqualTo(404);
        assertThat(read(address(second)).body()).isEqualTo(ALPHABET + ALPHABET);
    }

    @Test
    void removesNoFileThatAnArticleHas() {
        send("photo.png", ALPHABET);
        article("one", "\"image\": \"photo.png\", \"draft\": true");

        var used = service.send("DELETE", api + "/media/photo.png", null);
        assertThat(used.statusCode()).isEqualTo(409);
        assertThat(json(used).get("detail").stringValue()).contains("the article one");

        article("one", "\"draft\": true");
        assertThat(service.send("DELETE", api + "/media/photo.png", null).statusCode())
                .isEqualTo(204);
        assertThat(service.get(api + "/media/photo.png").statusCode()).isEqualTo(404);
        assertThat(service.send("DELETE", api + "/media/photo.png", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void listsFilesPartByPart() {
        for (String name : new String[] {"b.png", "a/é ü.png", "c.png"}) {
            send(URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("%2F", "/"), name);
        }

        var first = json(service.get(api + "/media?limit=2"));
        assertThat(first.at("/media/0/name").asString()).isEqualTo("a/é ü.png");
        assertThat(first.at("/media/1/name").asString()).isEqualTo("b.png");
        var next = URI.create(first.get("next").stringValue());
        var second = json(service.get(next.getRawPath() + "?" + next.getRawQuery()));
        assertThat(second.at("/media/0/name").asString()).isEqualTo("c.png");
        assertThat(second.has("next")).isFalse();
        var found = service.get(URI.create(first.at("/media/0/self").asString()).getRawPath());
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(json(found).get("length").asInt()).isEqualTo("a/é ü.png".getBytes(UTF_8).length);
    }

    /** PostgreSQL refuses to look for a text with a NUL in it. */
    @Test
    void hasNothingThatIsNamedWithANul() {
        assertThat(service.get(api + "/media?after=%00").statusCode()).isEqualTo(400);
        assertThat(service.get("/nothing?q=%00", "Authorization", "").statusCode())
                .isEqualTo(404);
        assertThat(service.get("/?p=%00", "Authorization", "").statusCode()).isEqualTo(200);
    }

    @Test
    void knowsANameInWhicheverFormItsLettersAreWritten() {
        send("u%CC%88.png", ALPHABET); // as a Mac's disk has it
        article("one", "\"image\": \"\u00fc.png\"");
        assertThat(shown("/items/0/image")).endsWith("/%C3%BC.png");
        assertThat(read(shown("/items/0/image")).body()).isEqualTo(ALPHABET);
    }

    @Test
    void takesOnlyNamesThatAnArticleCanWrite() {
        for (String name : new String[] {
            ".hidden", "a/.git/x.png", "a%25b.png", "a%5Cb.png", "%20a.png", "a%00b.png", "http:x.png", "x".repeat(201)
        }) {
            assertThat(send(name, ALPHABET).statusCode()).as(name).isIn(400, 422);
        }
        for (String name : new String[] {"../x.png", "a/../../x.png", "%2e%2e/x.png", "a%2Fb.png"}) {
            assertThat(send(name, ALPHABET).statusCode()).as(name).isNotEqualTo(201);
        }
        assertThat(json(service.get(api + "/media")).get("media").size()).isZero();
        for (String name : new String[] {"Episode%20%231.mp3", "a%3Fb.png", "CON.png", "feed.yaml", "\u65e5.png"}) {
            assertThat(send(name, ALPHABET).statusCode()).as(name).isEqualTo(201);
        }
    }

    @Test
    void saysWhyAFileIsNotTaken() {
        assertThat(send("photo.png", "").statusCode()).isEqualTo(422);
        assertThat(send("photo.png", ALPHABET, "Content-Type", "audio/mpeg").statusCode())
                .isEqualTo(415);
        assertThat(send("photo.png", ALPHABET, "Content-Range", "bytes 0-25/99").statusCode())
                .isEqualTo(400);
        assertThat(send("photo.png", ALPHABET, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(415);
        assertThat(send("photo.png", "x".repeat(LARGEST + 1)).statusCode()).isEqualTo(413);
        assertThat(send("photo.png", ALPHABET, "If-Match", "\"x\"").statusCode())
                .isEqualTo(412);
        send("photo.png", ALPHABET);
        assertThat(send("photo.png", "other", "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        assertThat(send("photo.png", "other", "If-Match", field(service.get(api + "/media/photo.png"), "ETag"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(unfinished()).isZero();
        assertThat(service.send("POST", api + "/media/photo.png", "x").statusCode())
                .isEqualTo(405);
    }

    /** A file that was removed and sent again has another address. */
    @Test
    void knowsAStateByItsTag() {
        String photo = api + "/media/photo.png";
        String tag = field(send("photo.png", ALPHABET), "ETag");
        assertThat(service.get(photo, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(service.get(photo, "If-Match", tag).statusCode()).isEqualTo(200);
        assertThat(service.get(photo, "If-Match", "\"other\"").statusCode()).isEqualTo(412);

        service.send("DELETE", photo, null, "If-Match", tag);
        send("photo.png", ALPHABET);
        assertThat(service.get(photo, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void takesFilesOnlyFromWhoMayPublishInTheFeed() {
        String mine = service.publisher(feed);
        String other = service.publisher("other");
        String reader = service.reader();
        send("photo.png", ALPHABET);

        assertThat(send("mine.png", ALPHABET, "Authorization", "Bearer " + mine).statusCode())
                .isEqualTo(201);
        assertThat(send("x.png", ALPHABET, "Authorization", "Bearer " + other).statusCode())
                .isEqualTo(403);
        assertThat(send("x.png", ALPHABET, "Authorization", "Bearer " + reader).statusCode())
                .isEqualTo(403);
        assertThat(send("x.png", ALPHABET, "Authorization", "").statusCode()).isEqualTo(401);
        assertThat(service.get(api + "/media", "Authorization", "Bearer " + reader)
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get(api + "/media/photo.png", "Authorization", "Bearer " + other)
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> form(String... parts) {
        String body = String.join("", parts) + "--b--\r\n";
        return service.sendBytes(
                "POST", api + "/media", body.getBytes(UTF_8), "Content-Type", "multipart/form-data; boundary=b");
    }

    private static String part(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + name
                + "\"\r\nContent-Type: image/png\r\n\r\n" + content + "\r\n";
    }

    @Test
    void takesSeveralFilesOfAFormOrNone() {
        var refused = form(part("a.png", "a"), part("b.png", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(service.get(api + "/media")).get("media").size()).isZero();
        assertThat(unfinished()).isZero();

        var taken = form(part("C:\\\\a.png", "a"), part("b.png", "b"));
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(json(taken).at("/media/0/name").asString()).isEqualTo("a.png");
        assertThat(read(json(taken).at("/media/1/address").asString()).body()).isEqualTo("b");
        assertThat(form(part("a.png", "x".repeat(LARGEST + 1))).statusCode()).isEqualTo(413);
        assertThat(form().statusCode()).isEqualTo(400);
        assertThat(service.send("POST", api + "/media", "{}").statusCode()).isEqualTo(415);
    }

    /** As phones do, which call every picture the same. */
    @Test
    void takesNoFormWhoseFilesWouldTakeEachOthersPlace() {
        var refused = form(part("image.png", "a"), part("other.png", "b"), part("dir/image.png", "c"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("detail").stringValue())
                .isEqualTo(
                        "The form has two files named 'image.png', and one would take the place of the other. Give each"
                                + " a name of its own.");
        assertThat(json(service.get(api + "/media")).get("media").size()).isZero();
    }

    /** When a request ends, Jetty asks for its parts once more. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void hasDoneWithAFormThatIsCutOffOnceItIsRefused(CapturedOutput output) throws IOException {
        String form = part("a.png", "without an end");
        try (var socket = new Socket("localhost", service.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST " + api + "/media HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + service.publisher(feed) + "\r\nContent-Type: multipart/form-data; boundary=b"
                                    + "\r\nConnection: close\r\nContent-Length: " + form.length() + "\r\n\r\n"
                                    + form)
                            .getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("}");
        }
        assertThat(output).doesNotContain("Exception");
    }

    private String begin(String name) {
        var begun = send(name, "abc", "Upload-Complete", "?0", "Upload-Length", "26");
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(field(begun, "Upload-Limit")).isEqualTo("max-size=" + LARGEST + ", max-age=86400");
        return URI.create(field(begun, "Location")).getRawPath();
    }

    @Test
    void goesOnWithAnUploadAlsoAfterARestart() {
        String upload = begin("talk.mp3");
        assertThat(service.get(api + "/media/talk.mp3").statusCode()).isEqualTo(404);
        assertThat(service.append(upload, "defg", 3, false).statusCode()).isEqualTo(204);
        service = service.restart();

        var state = service.send("HEAD", upload, null);
        assertThat(state.statusCode()).isEqualTo(204);
        assertThat(field(state, "Upload-Offset")).isEqualTo("7");
        assertThat(field(state, "Upload-Complete")).isEqualTo("?0");
        assertThat(field(state, "Upload-Length")).isEqualTo("26");
        assertThat(field(state, "Cache-Control")).isEqualTo("no-store");

        var last = service.append(upload, ALPHABET.substring(7), 7, true);
        assertThat(last.statusCode()).isEqualTo(201);
        assertThat(field(last, "Upload-Complete")).isEqualTo("?1");
        assertThat(read(address(last)).body()).isEqualTo(ALPHABET);
        assertThat(field(service.send("HEAD", upload, null), "Upload-Complete")).isEqualTo("?1");
        assertThat(service.append(upload, "x", 26, true).statusCode()).isEqualTo(409);
    }

    /** Such as one that waited too long for the answer, and asked again while the first was still at work. */
    @Test
    void keepsAFileThatTwoRequestsFinishAtOnce() throws IOException {
        String path = begin("talk.mp3");
        service.append(path, ALPHABET.substring(3), 3, false);
        var receiving = service.bean(Receiving.class);
        var name = new FeedName(feed);
        var upload = receiving
                .unfinished(name, path.substring(path.lastIndexOf('/') + 1))
                .orElseThrow();

        var kept = receiving.finish(List.of(upload), _ -> {}).getFirst();
        assertThat(receiving.finish(List.of(upload), _ -> {})).containsExactly(new Kept(kept.file(), false));
        String address =
                json(service.get(api + "/media/talk.mp3")).get("address").stringValue();
        assertThat(read(address).body()).isEqualTo(ALPHABET);

        var other = receiving.receive(name, "talk.mp3", null, new ByteArrayInputStream(new byte[] {'x'}));
        receiving.finish(List.of(other), _ -> {});
        assertThatThrownBy(() -> receiving.finish(List.of(upload), _ -> {})).isInstanceOf(UploadRefused.class);
        assertThat(receiving.cancel(upload)).isFalse();
        assertThat(read(address).body()).as("whoever has it goes on to have it").isEqualTo(ALPHABET);
    }

    @Test
    void knowsAnUploadInItsFeedOnly() {
        String upload = begin("talk.mp3");
        String elsewhere = upload.replace("/" + feed + "/", "/other/");
        assertThat(service.send("HEAD", elsewhere, null).statusCode()).isEqualTo(404);
        assertThat(service.append(elsewhere, ALPHABET.substring(3), 3, true).statusCode())
                .isEqualTo(404);

        String address = address(service.append(upload, ALPHABET.substring(3), 3, true));
        assertThat(service.send("HEAD", elsewhere, null).statusCode()).isEqualTo(404);
        assertThat(read(address.replace("/" + feed + "/", "/other/")).statusCode())
                .isEqualTo(404);
        assertThat(read(address).statusCode()).isEqualTo(200);
    }

    @Test
    void goesWithItsFeedToAnotherName() {
        String address = address(send("photo.png", ALPHABET));
        article("one", "\"body\": \"![](photo.png)\"");
        String renamed = feed + "-renamed";

        service.bean(FeedLifecycle.class).rename(new FeedName(feed), new FeedName(renamed));

        assertThat(json(service.get(api.replace(feed, renamed) + "/media/photo.png"))
                        .get("length")
                        .asInt())
                .isEqualTo(26);
        assertThat(read(address.replace("/" + feed + "/", "/" + renamed + "/")).body())
                .isEqualTo(ALPHABET);
    }

    @Test
    void saysWhereTheNextBytesBegin() {
        String upload = begin("talk.mp3");
        assertThat(service.sendBytes(
                                "PATCH",
                                upload,
                                "x".getBytes(UTF_8),
                                with(ApiService.uploadPart(3, "?0"), "Upload-Length", "27"))
                        .statusCode())
                .as("26 were announced")
                .isEqualTo(400);

        var wrong = service.append(upload, "xyz", 5, false);
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(field(wrong, "Upload-Offset")).isEqualTo("3");
        assertThat(service.append(upload, "x", 3, true).statusCode()).isEqualTo(400); // 26 bytes were announced
        assertThat(field(service.send("HEAD", upload, null), "Upload-Offset")).isEqualTo("3");
        String other = begin("talk.mp3");
        assertThat(service.send("PATCH", other, "x", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(service.send("DELETE", other, null).statusCode()).isEqualTo(204);
        assertThat(service.send("HEAD", other, null).statusCode()).isEqualTo(404);
        assertThat(send("large.mp3", "x", "Upload-Complete", "?0", "Upload-Length", String.valueOf(LARGEST + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void takesAFileOfTheLargestSize() {
        assertThat(send("largest.bin", "x".repeat(LARGEST)).statusCode()).isEqualTo(201);
        assertThat(send("larger.bin", "x".repeat(LARGEST + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesAFileOfWhichBytesAreMissing() {
        var sent = send("short.txt", ALPHABET, "Upload-Length", "30", "Upload-Complete", "?1");

        assertThat(sent.statusCode()).isEqualTo(400);
        assertThat(unfinished()).isZero();
    }

    @Test
    void servesAFileUnderItsOwnNameOnly() {
        var sent = send("photo.png", ALPHABET);
        article("one", "\"image\": \"photo.png\"");

        assertThat(read(address(sent)).statusCode()).isEqualTo(200);
        assertThat(read(address(sent).replace("photo.png", "other.png")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsFewUploadsWaitAndNoneForLong() {
        String first = begin("1.mp3");
        begin("2.mp3");
        begin("3.mp3");
        var waiting = send("4.mp3", ALPHABET);
        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(field(waiting, "Retry-After")).isEqualTo("60");

        service.clock().advance(Duration.ofHours(25));
        assertThat(send("4.mp3", ALPHABET).statusCode()).isEqualTo(201);
        assertThat(service.send("HEAD", first, null).statusCode()).isEqualTo(404);
        assertThat(service.jdbc()
                        .sql("select count(*) from upload_part where upload not in (select id from upload)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Not of a first part either, of which nobody has been told where the others go. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Upload-Complete: ?0\r\n"})
    void keepsNothingOfWhatIsCutOff(String first) throws IOException {
        String token = service.publisher(feed);
        try (var socket = new Socket("localhost", service.port())) {
            socket.getOutputStream()
                    .write(("PUT " + api + "/media/talk.mp3 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + token + "\r\n" + first + "Content-Length: 1000\r\n\r\nabc")
                            .getBytes(UTF_8));
            await().until(() -> unfinished() == 1);
        }
        await().until(() -> unfinished() == 0);
        assertThat(service.get(api + "/media/talk.mp3").statusCode()).isEqualTo(404);
    }
}
