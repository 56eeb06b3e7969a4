package org.feedwright.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The API while the store has no room left. SQLite says so of a file that has reached its largest size as it does of a
 * full disk (SQLITE_FULL).
 */
@SuppressWarnings("NullAway.Init") // JUnit sets them before each test
class FullDiskTest {
    private static final int PAGES = 1500; // of 4096 bytes
    private static final String MEDIA = "/api/v1/feeds/news/media/";
    private static final String PART = "x".repeat(1 << 20);

    @TempDir
    private Path directory;

    private String database;
    private ApiService service;
    private DescribedService described;

    @BeforeEach
    void start() throws IOException {
        database = "jdbc:sqlite:"
                + Files.createDirectories(directory.resolve("data")).resolve("feedwright.db");
        service = ApiService.start(
                directory,
                Database.SQLITE,
                "--spring.datasource.url=" + database + "?journal_mode=WAL&busy_timeout=1000&max_page_count=" + PAGES);
        service.use(service.administrator());
        service.feed("news");
        described = new DescribedService(service);
        service.put("/api/v1/feeds/news/articles/before", "{\"title\": \"Before\"}");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void elsewhere(String sql) throws SQLException {
        try (var other = DriverManager.getConnection(database);
                var statement = other.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
            statement.execute(sql);
        }
    }

    private void fill() throws SQLException {
        elsewhere("create table filling as select zeroblob(4096 * %d) as zeros".formatted(PAGES));
    }

    private HttpResponse<String> send(String method, String path, String content, String... fields) {
        return service.sendBytes(method, path, content.getBytes(UTF_8), fields);
    }

    private void isFull(String method, String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
        assertThat(json(answer).get("detail").stringValue()).contains("is full", "make room");
        assertThat(field(answer, "Retry-After")).isEqualTo("60");
        described.check(method, path, answer);
    }

    @Test
    void goesOnFromWhatWasAcknowledgedOnceThereIsRoom() throws SQLException {
        var begun = send("PUT", MEDIA + "talk.mp3", PART, "Upload-Complete", "?0");
        String upload = URI.create(field(begun, "Location")).getRawPath();
        fill();

        isFull("PATCH", "/api/v1/feeds/{feed}/uploads/{id}", service.append(upload, PART, 1 << 20, true));
        isFull("PUT", "/api/v1/feeds/{feed}/media/{name}", send("PUT", MEDIA + "photo.png", PART));
        isFull(
                "PUT",
                "/api/v1/feeds/{feed}/articles/{slug}",
                service.put(
                        "/api/v1/feeds/news/articles/new",
                        "{\"title\": \"New\", \"body\": {\"text\": \"" + PART.substring(0, 500_000) + "\"}}"));

        assertThat(field(service.send("HEAD", upload, null), "Upload-Offset")).isEqualTo("1048576");
        assertThat(json(service.get("/api/v1/feeds/news/media")).get("media").size())
                .as("nothing half of it is seen")
                .isZero();
        assertThat(service.polled("news")).containsExactly("Before");
        assertThat(service.get("/api/v1/feeds/news/articles/before").statusCode())
                .isEqualTo(200);

        elsewhere("drop table filling");

        var last = service.append(upload, PART, 1 << 20, true);
        assertThat(last.statusCode()).isEqualTo(201);
        String address = json(last).get("address").stringValue();
        assertThat(service.get(URI.create(address).getRawPath(), "Authorization", "")
                        .body())
                .isEqualTo(PART + PART);
        assertThat(service.put("/api/v1/feeds/news/articles/new", "{\"title\": \"New\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(service.polled("news")).contains("New");
    }

    @Test
    void keepsNothingOfAFileForWhichThereIsNoRoom() {
        isFull("PUT", "/api/v1/feeds/{feed}/media/{name}", send("PUT", MEDIA + "film.mp4", PART.repeat(8)));

        assertThat(service.jdbc()
                        .sql("select count(*) from upload_part")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(send("PUT", MEDIA + "photo.png", PART).statusCode()).isEqualTo(201);
    }
}
