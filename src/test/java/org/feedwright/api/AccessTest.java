package org.feedwright.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.feedwright.access.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who may use the API, beside what {@link ApiSecurityTest} asks. */
@SuppressWarnings("NullAway.Init") // it is set before the tests
@ExtendWith(OutputCaptureExtension.class)
class AccessTest extends GuardedApiTest {
    private HttpResponse<String> veryFirst;

    @Override
    void prepare() {
        veryFirst = service.put("/api/v1/feeds/news", RAIN, "Authorization", "Bearer anything");
        super.prepare();
    }

    @Test
    void saysHowToMakeATokenWhileThereIsNone() {
        assertThat(veryFirst.statusCode()).isEqualTo(403);
        assertThat(veryFirst.body()).contains("No token has been made yet").contains("feedwright token new");
    }

    @Test
    void refusesARevokedTokenFromTheNextRequestOn() {
        String token = service.publisher("news");
        service.use(token);
        assertThat(put("news").statusCode()).isBetween(200, 201);

        assertThat(service.bean(Tokens.class).revoke(token.split("_", -1)[1])).isTrue();

        assertThat(put("news").statusCode()).isEqualTo(401);
    }

    /** "case-insensitive token to identify the authentication scheme" (RFC 9110 §11.1). */
    @Test
    void takesTheSchemeInAnyLetters() {
        String token = service.publisher("news");

        for (String scheme : List.of("bearer", "BEARER", "Bearer ")) {
            assertThat(service.get("/api/v1/feeds/news", "Authorization", scheme + " " + token)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(service.get("/api/v1/feeds/news", "Authorization", "Basic " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    /** Nothing changes by it, and a browser shows the page no answer that it may not have. */
    @Test
    void letsPagesOfOtherSitesAskWhatChangesNothing() {
        service.use(service.publisher("news"));

        for (String method : List.of("GET", "HEAD")) {
            var answer = service.send(method, "/api/v1/feeds/news", null, "Origin", "https://other.example.net");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
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
        assertThat(field(waiting, "Retry-After")).isEqualTo("61");
        service.clock().advance(Duration.ofMillis(59_001));
        assertThat(field(put("news"), "Retry-After"))
                .as("whoever waits as long may come")
                .isEqualTo("1");
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

    /** A browser lets a page send and read the fields that it is told of, and no others. */
    @Test
    void letsPagesOfNamedSitesSendFilesInParts() {
        String file = "/api/v1/feeds/news/media/talk.mp3";
        var leave = service.send("OPTIONS", file, null, "Origin", ALLOWED, "Access-Control-Request-Method", "PUT");
        assertThat(field(leave, "Access-Control-Allow-Headers").split(", ", -1))
                .contains("Upload-Complete", "Upload-Length", "Upload-Offset");

        service.use(service.publisher("news"));
        var begun = service.put(file, "abc", "Content-Type", "audio/mpeg", "Upload-Complete", "?0", "Origin", ALLOWED);
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(field(begun, "Access-Control-Expose-Headers").split(", ", -1))
                .contains("Location", "Upload-Complete", "Upload-Limit", "Upload-Offset");
    }

    /** An id brings an article back, whose address then leads to where it is. */
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
