package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.feedwright.testing.Chromium;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page of the API, below a path of its host, and in a real browser. */
class ApiDocsTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    private static ApiService service;
    private static String token;

    @BeforeAll
    static void start() throws IOException {
        service = ApiService.start(
                directory,
                Database.SQLITE,
                "--feedwright.base-url=https://example.org/news",
                "--feedwright.access.failed-tries=99");
        token = service.administrator();
        service.use(token);
        service.feed("notes");
        service.use("");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/docs, text/html;charset=utf-8",
        "/news/api/docs, text/html;charset=utf-8",
        "/api/docs/openapi.yaml, application/yaml",
        "/api/docs/page.js, text/javascript;charset=utf-8",
        "/api/docs/swagger-ui.css, text/css;charset=utf-8",
        "/news/api/docs/swagger-ui-bundle.js, text/javascript;charset=utf-8",
    })
    void isReadWithoutAToken(String path, String type) {
        var answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(field(answer, "Content-Type").toLowerCase(Locale.ROOT)).isEqualTo(type);
        assertThat(field(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(service.get(path, "If-None-Match", field(answer, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(service.send("HEAD", path, null).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1/feeds",
                "/api/doc",
                "/api/docs;x=1",
                "/api/docs/;x",
                "/api/docs;/../v1/feeds",
                "/api/docs/..;/v1/feeds",
                "/api/docs/openapi.json",
                "/api/docs/openapi.yaml/",
                "/api/docs/openapi.yaml;x",
                "/api/docs/swagger-ui.js",
                "/api/docs/%6fpenapi.yaml",
                "/api/%64ocs",
                "/api/DOCS",
                "/api/docs/page.html",
            })
    void letsNothingElseBeReadWithoutAToken(String path) {
        assertThat(service.get(path).statusCode()).isIn(401, 400);
    }

    @Test
    void takesATokenForOtherMethodsAndLeadsFromASlashAtItsEnd() {
        assertThat(service.send("POST", "/api/docs", "{}").statusCode()).isEqualTo(401);
        assertThat(service.send("PUT", "/api/docs/openapi.yaml", "{}").statusCode())
                .isEqualTo(401);
        assertThat(field(service.get("/api/docs/"), "Location")).isEqualTo("https://example.org/news/api/docs");
        assertThat(service.get("/api/docs/nothing.js", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(404);
    }

    /** The viewer's own page would run under no policy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webjars/swagger-ui/5.34.1/index.html",
                "/webjars/swagger-ui/index.html",
                "/META-INF/resources/webjars/swagger-ui/5.34.1/index.html",
                "/docs/page.html",
                "/docs/openapi.yaml"
            })
    void isAtNoOtherAddress(String path) {
        assertThat(service.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void runsNothingButItsOwnScripts() {
        var page = service.get("/api/docs");

        assertThat(field(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("http:", "https:", "style=", "<style")
                .doesNotContainPattern("<script>|<script(?! src=)");
    }

    @Test
    void isReadAndTriedInABrowser() {
        try (var browser = new Chromium(directory.resolve("profile"))) {
            var driver = browser.driver();
            var wait = new WebDriverWait(driver, Duration.ofSeconds(30));
            browser.show(1280, "light");
            driver.get("http://localhost:" + service.port() + "/news/api/docs");

            wait.until(_ -> driver.findElements(By.cssSelector(".opblock")).size() > 9);
            driver.findElement(By.cssSelector(".authorize")).click();
            wait.until(_ -> driver.findElement(By.cssSelector(".auth-container input")))
                    .sendKeys(token);
            driver.findElement(By.cssSelector(".auth-btn-wrapper .authorize")).click();
            driver.findElement(By.cssSelector(".auth-btn-wrapper .btn-done")).click();
            driver.findElement(By.cssSelector("#operations-feeds-listFeeds button.opblock-summary-control"))
                    .click();
            wait.until(_ -> driver.findElement(By.cssSelector("#operations-feeds-listFeeds .try-out__btn")))
                    .click();
            driver.findElement(By.cssSelector("#operations-feeds-listFeeds .execute"))
                    .click();

            wait.until(_ -> driver.findElement(By.cssSelector("#operations-feeds-listFeeds"))
                    .getText()
                    .contains("\"notes\""));
            assertThat(driver.findElement(By.cssSelector(".request-url")).getText())
                    .contains("http://localhost:" + service.port() + "/news/api/v1/feeds");
            assertThat(driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        }
    }
}
