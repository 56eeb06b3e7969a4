package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.feedwright.access.Tokens;
import org.feedwright.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who may use the API. In brackets: OWASP's API Security Top 10 of 2023. */
@SuppressWarnings("NullAway.Init") // JUnit sets them before the tests on each database
@ParameterizedClass
@EnumSource(Database.class)
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class AccessTest {
    private static final String RAIN = "{\"title\": \"Rain\", \"body\": {\"text\": \"x\"}}";
    private static final String ALLOWED = "https://editor.example.org";

    @Parameter
    Database database;

    @TempDir
    static Path directory;

    private ApiService service;
    private HttpResponse<String> veryFirst;

    @BeforeParameterizedClassInvocation
    void start() throws IOException {
        service = ApiService.start(
                directory.resolve("access-" + database),
                database,
                "--feedwright.access.origins=" + ALLOWED,
                "--feedwright.access.failed-tries=4");
        veryFirst = service.put("/api/v1/feeds/news", RAIN, "Authorization", "Bearer anything");
        service.use(service.administrator());
        service.feed("news");
        service.feed("other");
        service.put(
                "/api/v1/feeds/other/articles/secret", "{\"title\": \"S\", \"draft\": true, \"id\": \"urn:x:secret\"}");
    }

    @AfterParameterizedClassInvocation
    void stop() {
        service.close();
    }

    @BeforeEach
    void waitOutEarlierTries() {
        service.clock().advance(Duration.ofMinutes(2));
        service.use("");
    }

    private HttpResponse<String> put(String feed) {
        return service.put("/api/v1/feeds/" + feed + "/articles/rain", RAIN);
    }

    @Test
    void saysHowToMakeATokenWhileThereIsNone() {
        assertThat(veryFirst.statusCode()).isEqualTo(403);
        assertThat(veryFirst.body()).contains("No token has been made yet").contains("feedwright token new");
    }

    /** [API2: broken authentication] */
    @Test
    void asksForATokenAndRefusesAWrongOne() {
        var without = put("news");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(field(without, "WWW-Authenticate")).isEqualTo("Bearer realm=\"Feedwright\"");
        assertThat(field(without, "Content-Type")).isEqualTo("application/problem+json");

        String right = service.publisher("news");
        service.use(right.substring(0, right.length() - 1) + (right.endsWith("A") ? "B" : "A"));
        var wrong = put("news");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(field(wrong, "WWW-Authenticate")).isEqualTo("Bearer realm=\"Feedwright\", error=\"invalid_token\"");
        assertThat(service.get("/api/v1/feeds", "Authorization", "Basic " + right)
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.get("/api/v1/feeds?access_token=" + right).statusCode())
                .isEqualTo(401);

        service.use(right);
        assertThat(put("news").statusCode()).isBetween(200, 201);
    }

    @Test
    void refusesARevokedTokenFromTheNextRequestOn() {
        String token = service.publisher("news");
        service.use(token);
        assertThat(put("news").statusCode()).isBetween(200, 201);

        assertThat(service.bean(Tokens.class).revoke(token.split("_", -1)[1])).isTrue();

        assertThat(put("news").statusCode()).isEqualTo(401);
    }

    @Test
    void letsNobodyTryManyTokens() {
        service.use("fw_aaaaaaaa_" + "x".repeat(43));
        for (int i = 0; i < 4; i++) {
            assertThat(put("news").statusCode()).isEqualTo(401);
        }
        service.use(service.publisher("news"));

        var waiting = put("news");
        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(field(waiting, "Retry-After"))).isBetween(1, 61);
        assertThat(service.get("/feeds/news.atom", "Authorization", "").statusCode())
                .isEqualTo(200);

        service.clock().advance(Duration.ofSeconds(61));
        assertThat(put("news").statusCode()).isBetween(200, 201);
    }

    /** A trusted proxy names the client at the end; what stands before, the client has written. */
    @Test
    void countsTriesByTheNetworkOfTheClientBehindAProxy() {
        service.use("fw_aaaaaaaa_" + "x".repeat(43));
        for (int i = 0; i < 4; i++) {
            assertThat(from("192.0.2.7, 2001:db8::" + i)).isEqualTo(401);
        }

        assertThat(from("2001:db8::9")).isEqualTo(429);
        assertThat(from("192.0.2.7, 2001:db8::9")).isEqualTo(429);
        assertThat(from("192.0.2.7")).isEqualTo(401);
        assertThat(from("2001:db8::9, 192.0.2.7")).isEqualTo(401);
        assertThat(from("2001:db8:0:1::9")).isEqualTo(401);
        assertThat(put("news").statusCode()).isEqualTo(401);
    }

    private int from(String client) {
        return service.get("/api/v1/feeds", "X-Forwarded-For", client).statusCode();
    }

    /** [API1: broken object level authorization] */
    @Test
    void publishesInNamedFeedsOnly() {
        service.use(service.publisher("news"));

        assertThat(put("news").statusCode()).isBetween(200, 201);
        var other = put("other");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(field(other, "WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"")
                .contains("scope=\"publish:other\"");
        assertThat(put("not-there").statusCode()).isEqualTo(403);
        assertThat(service.get("/api/v1/feeds/other/articles/secret").statusCode())
                .isEqualTo(403);
        assertThat(service.get("/api/v1/feeds/other/articles").statusCode()).isEqualTo(403);
        assertThat(service.get("/api/v1/feeds").body()).contains("\"news\"").doesNotContain("\"other\"");
        assertThat(service.send("DELETE", "/api/v1/feeds/other/articles/secret", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.put("/api/v1/feeds/news/articles/x", "{\"title\": \"X\", \"id\": \"urn:x:secret\"}")
                        .body())
                .contains("another article has this id")
                .doesNotContain("other/secret");
    }

    /** [API1] An id brings an article back, whose address then leads to where it is. */
    @Test
    void bringsNothingBackFromAFeedThatIsNotItsOwn() {
        String gone = "/api/v1/feeds/other/articles/gone";
        String article = "{\"title\": \"Gone\", \"id\": \"urn:x:gone\", \"published\": \"2026-05-30\"}";
        service.use(service.administrator());
        service.put(gone, article);
        service.send("DELETE", gone, null);

        service.use(service.publisher("news"));
        var taken = service.put("/api/v1/feeds/news/articles/taken", article);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("another article has this id").doesNotContain("other/gone");
        assertThat(service.get("/articles/other/gone", "Authorization", "").statusCode())
                .isEqualTo(410);

        service.use(service.publisher("news", "other"));
        assertThat(service.put("/api/v1/feeds/news/articles/taken", article).statusCode())
                .isEqualTo(201);
    }

    /** [API5: broken function level authorization] */
    @Test
    void definesFeedsForAdministratorsOnly() {
        service.use(service.publisher("news", "*"));
        assertThat(service.put("/api/v1/feeds/news", "{\"title\": \"Mine\"}").statusCode())
                .isEqualTo(403);
        assertThat(service.send("DELETE", "/api/v1/feeds/news", null).statusCode())
                .isEqualTo(403);

        service.use(service.reader());
        assertThat(service.get("/api/v1/feeds/other/articles/secret").statusCode())
                .isEqualTo(200);
        assertThat(put("news").statusCode()).isEqualTo(403);
        assertThat(service.send("POST", "/api/v1/feeds/news/articles", "{}").statusCode())
                .isEqualTo(403);
    }

    /** [API3: broken object property level authorization] */
    @Test
    void takesNothingForStoredThatARequestSaysIs() {
        service.use(service.publisher("news"));

        var answer = service.put(
                "/api/v1/feeds/news/articles/forged",
                "{\"title\": \"A\", \"stored\": {\"id\": \"urn:x:y\", \"origin\": \"folder\", \"state\": \"draft\"}}");

        assertThat(json(answer).at("/stored/id").asString()).startsWith("tag:");
        assertThat(json(answer).at("/stored/origin").asString()).isEqualTo("api");
    }

    /** [API4: unrestricted resource consumption] */
    @Test
    void readsNoMoreThanALimit() {
        service.use(service.publisher("news"));
        String large = "{\"title\": \"" + "x".repeat(3_000_000) + "\"}";

        assertThat(service.put("/api/v1/feeds/news/articles/large", large).statusCode())
                .isEqualTo(413);
        assertThat(service.get("/api/v1/feeds/news/articles?limit=100000").statusCode())
                .isEqualTo(400);
    }

    /** [API6: unrestricted access to sensitive business flows; cross-site requests] */
    @Test
    void letsPagesOfOtherSitesPublishOnlyWhereTheyAreNamed() {
        String token = service.publisher("news");
        service.use(token);
        var path = "/api/v1/feeds/news/articles/rain";

        assertThat(service.put(path, RAIN, "Origin", "https://evil.example.org").statusCode())
                .isEqualTo(403);
        assertThat(service.put(path, RAIN, "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(service.put(path, RAIN, "Origin", "https://feeds.example.org")
                        .statusCode())
                .isBetween(200, 201);
        var allowed = service.put(path, RAIN, "Origin", ALLOWED);
        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(field(allowed, "Access-Control-Allow-Origin")).isEqualTo(ALLOWED);

        service.use("");
        var leave = service.send("OPTIONS", path, null, "Origin", ALLOWED, "Access-Control-Request-Method", "PUT");
        assertThat(leave.statusCode()).isEqualTo(204);
        assertThat(field(leave, "Access-Control-Allow-Methods")).contains("PUT");
        assertThat(field(leave, "Access-Control-Allow-Headers")).contains("Authorization");
        assertThat(leave.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        var refused = service.send(
                "OPTIONS", path, null, "Origin", "https://evil.example.org", "Access-Control-Request-Method", "PUT");
        assertThat(refused.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-allow"));
        assertThat(service.send(
                                "POST",
                                "/api/v1/feeds/news/articles",
                                "a=b",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(401);
    }

    /** [API8: security misconfiguration] */
    @Test
    void touchesNoPublicDocument() {
        for (String path : List.of("/feeds/news.atom", "/feeds/news", "/", "/feeds.opml")) {
            var answer = service.get(path, "Origin", ALLOWED);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().map())
                    .doesNotContainKeys("pragma", "expires", "set-cookie", "www-authenticate");
            assertThat(field(answer, "Cache-Control")).doesNotContain("no-store");
        }
        service.use(service.reader());
        var api = service.get("/api/v1/feeds");
        assertThat(api.headers().map()).doesNotContainKeys("set-cookie", "server");
        assertThat(field(api, "Cache-Control")).isEqualTo("no-store");
        assertThat(field(api, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    /** [API9: improper inventory management] */
    @Test
    void guardsEverySpellingOfItsAddresses() {
        for (String path : List.of(
                "/api/v1/feeds",
                "/%61pi/v1/feeds",
                "//api/v1/feeds",
                "/api//v1/feeds",
                "/api/v1/feeds;x=1",
                "/api;x=1/v1/feeds",
                "/x/../api/v1/feeds",
                "/api/v1/./feeds",
                "/api/v0/feeds",
                "/api",
                "/api/docs")) {
            assertThat(service.put(path, RAIN).statusCode()).as(path).isIn(400, 401);
            assertThat(service.get(path).body()).as(path).doesNotContain("\"news\"");
        }
    }

    @Test
    void tellsNoSecretAnywhere(CapturedOutput output) {
        String token = service.publisher("news");
        String secret = token.split("_", 3)[2];
        service.use(token);
        put("news");
        service.use("fw_aaaaaaaa_" + "z".repeat(43));
        for (int i = 0; i < 5; i++) {
            assertThat(put("news").body()).doesNotContain("zzzz");
        }

        assertThat(output.getAll()).doesNotContain(secret).doesNotContain("zzzz");
        assertThat(service.jdbc()
                        .sql("select id || name || digest || scopes from api_token")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(secret));
        assertThat(service.bean(Tokens.class).list())
                .noneMatch(each -> each.toString().contains(secret));
    }
}
