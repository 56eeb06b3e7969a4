package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.with;
import static org.feedwright.api.DescribedService.DESCRIPTION;
import static org.feedwright.api.DescribedService.at;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API's description says of files what the running service answers. */
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests
class OpenApiMediaTest {
    private static final String MEDIA = "/api/v1/feeds/{feed}/media";
    private static final String FILE = MEDIA + "/{name}";
    private static final String UPLOAD = "/api/v1/feeds/{feed}/uploads/{id}";
    static final Set<String> PATHS = Set.of(MEDIA, FILE, UPLOAD);

    private static final String TOO_LARGE = "x".repeat(1001);
    private static final String[] BYTES = {"Content-Type", "application/octet-stream"};
    private static final String[] FORM = {"Content-Type", "multipart/form-data; boundary=b"};

    @TempDir
    static Path directory;

    private static ApiService service;

    private final DescribedService described = new DescribedService(service);

    @BeforeAll
    static void start() throws IOException {
        service = ApiService.start(
                directory,
                Database.SQLITE,
                "--feedwright.uploads.max-file-size=1000B",
                "--feedwright.uploads.max-unfinished=2",
                "--feedwright.api.require-if-match=true",
                "--feedwright.access.failed-tries=1");
        service.use(service.administrator());
        service.feed("notes");
        service.feed("ended");
        String ended = "/api/v1/feeds/ended";
        service.send("DELETE", ended, null, "If-Match", field(service.get(ended), "ETag"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void answersInEveryOperationWithEveryStatusAsIsDescribed() {
        everywhere();
        inAFeedThatHasEnded();
        takesForms();
        storesFiles();
        listsAndRemovesFiles();
        goesOnWithUploads();
        endsUploads();

        described.hasAnsweredWithEveryStatusOf(PATHS);
    }

    private void everywhere() {
        service.get("/api/v1/feeds", "Authorization", "Bearer wrong", "X-Forwarded-For", "192.0.2.9");
        for (String path : PATHS) {
            for (String method : DESCRIPTION.methods(path)) {
                described.ask(401, method, path, "notes", "rain.png", null, "Authorization", "");
                described.ask(429, method, path, "notes", "rain.png", null, "X-Forwarded-For", "192.0.2.9");
                String other = "Bearer " + service.publisher("x");
                described.ask(403, method, path, "notes", "rain.png", null, "Authorization", other);
                described.ask(404, method, path, "nothing", "rain.png", null);
                described.ask(404, method, path, "No_Feed", "rain.png", null);
            }
        }
        described.ask(404, "GET", FILE, "notes", ".no-name", null);
        described.ask(404, "DELETE", FILE, "notes", ".no-name", null);
    }

    private void inAFeedThatHasEnded() {
        described.ask(409, "POST", MEDIA, "ended", "", form(part("rain.png", "x")), FORM);
        described.ask(409, "PUT", FILE, "ended", "rain.png", "x", BYTES);
        described.ask(409, "PATCH", UPLOAD, "ended", "x", "x", ApiService.uploadPart(0, "?1"));
        described.ask(404, "GET", FILE, "ended", "rain.png", null);
        described.ask(404, "DELETE", UPLOAD, "ended", "x", null);
    }

    private static String form(String... parts) {
        return String.join("", parts) + "--b--\r\n";
    }

    private static String part(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n";
    }

    private void takesForms() {
        String two = form(part("a.png", "a"), part("b.png", "b"));
        described.ask(412, "POST", MEDIA, "notes", "", two, with(FORM, "If-Match", "\"x\""));
        described.ask(201, "POST", MEDIA, "notes", "", two, FORM);
        described.ask(428, "POST", MEDIA, "notes", "", two, FORM);
        described.ask(412, "POST", MEDIA, "notes", "", two, with(FORM, "If-None-Match", "*"));
        described.ask(400, "POST", MEDIA, "notes", "", form(), FORM);
        described.ask(413, "POST", MEDIA, "notes", "", form(part("c.png", TOO_LARGE)), FORM);
        described.ask(415, "POST", MEDIA, "notes", "", "{}");
        described.ask(422, "POST", MEDIA, "notes", "", form(part("c.png", "")), FORM);
    }

    private void storesFiles() {
        String made = field(described.ask(201, "PUT", FILE, "notes", "img/rain.png", "x", BYTES), "ETag");
        described.ask(200, "GET", FILE, "notes", "img/rain.png", null);
        described.ask(304, "GET", FILE, "notes", "img/rain.png", null, "If-None-Match", made);
        described.ask(412, "GET", FILE, "notes", "img/rain.png", null, "If-Match", "\"x\"");
        described.ask(428, "PUT", FILE, "notes", "img/rain.png", "y", BYTES);
        described.ask(412, "PUT", FILE, "notes", "img/rain.png", "y", with(BYTES, "If-Match", "\"x\""));
        described.ask(200, "PUT", FILE, "notes", "img/rain.png", "y", with(BYTES, "If-Match", made));
        described.ask(201, "PUT", FILE, "notes", "rain.png", "x", "Content-Type", "image/x-png");
        described.ask(400, "PUT", FILE, "notes", "sun.png", "x", with(BYTES, "Content-Range", "bytes 0-0/9"));
        described.ask(413, "PUT", FILE, "notes", "sun.png", TOO_LARGE, BYTES);
        described.ask(415, "PUT", FILE, "notes", "sun.png", "x", "Content-Type", "audio/mpeg");
        described.ask(422, "PUT", FILE, "notes", "sun.png", "", BYTES);
        described.ask(422, "PUT", FILE, "notes", ".no-name", "x", BYTES);
        assertThat(service.send("PUT", at(FILE, "notes", "img%2Fsun.png"), "x", BYTES)
                        .statusCode())
                .isEqualTo(400); // as the parameter's description says
    }

    private void listsAndRemovesFiles() {
        described.ask(200, "GET", MEDIA, "notes", "", null);
        described.askAt(200, "GET", MEDIA, at(MEDIA, "notes", "") + "?limit=1", null);
        described.askAt(400, "GET", MEDIA, at(MEDIA, "notes", "") + "?limit=0", null);
        String made = field(service.get(at(FILE, "notes", "a.png")), "ETag");
        described.ask(428, "DELETE", FILE, "notes", "a.png", null);
        described.ask(412, "DELETE", FILE, "notes", "a.png", null, "If-Match", "\"x\"");
        service.put("/api/v1/feeds/notes/articles/one", "{\"title\": \"One\", \"image\": \"a.png\"}");
        described.ask(409, "DELETE", FILE, "notes", "a.png", null, "If-Match", made);
        String other = field(service.get(at(FILE, "notes", "b.png")), "ETag");
        described.ask(204, "DELETE", FILE, "notes", "b.png", null, "If-Match", other);
    }

    /** The answer has no content, which a description cannot say of one answer of several with the same status. */
    private String begin(String name, String content, String... fields) {
        var begun = service.send(
                "PUT", at(FILE, "notes", name), content, with(with(BYTES, fields), "Upload-Complete", "?0"));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        assertThat(begun.body()).isEmpty();
        assertThat(begun.headers().map())
                .containsKeys("location", "upload-complete", "upload-offset", "upload-limit")
                .doesNotContainKey("etag");
        return field(begun, "Location").replaceFirst(".*/", "");
    }

    private void goesOnWithUploads() {
        String upload = begin("talk.mp3", "abc");
        described.ask(204, "GET", UPLOAD, "notes", upload, null);
        described.ask(204, "PATCH", UPLOAD, "notes", upload, "d", ApiService.uploadPart(3, "?0"));
        described.ask(400, "PATCH", UPLOAD, "notes", upload, "e", "Content-Type", "application/partial-upload");
        described.ask(409, "PATCH", UPLOAD, "notes", upload, "e", ApiService.uploadPart(3, "?0"));
        described.ask(413, "PATCH", UPLOAD, "notes", upload, TOO_LARGE, ApiService.uploadPart(4, "?0"));
        described.ask(415, "PATCH", UPLOAD, "notes", upload, "e", "Content-Type", "text/plain");
        described.ask(
                415,
                "PATCH",
                UPLOAD,
                "notes",
                upload,
                "e",
                with(ApiService.uploadPart(4, "?0"), "Content-Encoding", "gzip"));
        var made = described.ask(201, "PATCH", UPLOAD, "notes", upload, "e", ApiService.uploadPart(4, "?1"));
        described.ask(204, "GET", UPLOAD, "notes", upload, null);
        described.ask(409, "PATCH", UPLOAD, "notes", upload, "f", ApiService.uploadPart(5, "?1"));
        described.ask(409, "DELETE", UPLOAD, "notes", upload, null);
        String again = begin("talk.mp3", "abc", "If-Match", field(made, "ETag"));
        described.ask(200, "PATCH", UPLOAD, "notes", again, "xyz", ApiService.uploadPart(3, "?1"));
    }

    private void endsUploads() {
        String empty = begin("1.mp3", "");
        described.ask(422, "PATCH", UPLOAD, "notes", empty, "", ApiService.uploadPart(0, "?1"));
        String first = begin("2.mp3", "x");
        begin("3.mp3", "x");
        described.ask(429, "PUT", FILE, "notes", "4.mp3", "x", BYTES);
        described.ask(429, "POST", MEDIA, "notes", "", form(part("4.mp3", "x")), FORM);
        described.ask(204, "DELETE", UPLOAD, "notes", first, null);
        described.ask(404, "GET", UPLOAD, "notes", first, null);
    }
}
