package org.feedwright.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.api.ApiService.field;
import static org.feedwright.api.ApiService.json;
import static org.feedwright.api.ApiService.with;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One test for each item of OWASP's <a href="https://owasp.org/API-Security/editions/2023/en/0x11-t10/">API Security
 * Top 10 of 2023</a>.
 */
class ApiSecurityTest extends GuardedApiTest {
    private static final String ARTICLES = "/api/v1/feeds/news/articles/";

    /** Addresses under /api that anybody may read. */
    private static final Set<String> PUBLIC = Set.of("/api/docs");

    @Override
    String[] settings() {
        return with(super.settings(), "--feedwright.connection.grace=1s", "--feedwright.connection.min-rate=250KB");
    }

    @Test
    @DisplayName("API1:2023 Broken object level authorization")
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

    @Test
    @DisplayName("API2:2023 Broken authentication")
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
    @DisplayName("API3:2023 Broken object property level authorization")
    void takesNothingOfWhatTheServiceSaysFromARequest() {
        service.use(service.publisher("news"));
        String forged = "\"stored\": {\"id\": \"urn:x:y\", \"origin\": \"folder\", \"state\": \"draft\"},"
                + " \"state\": \"DRAFT\", \"origin\": \"folder\", \"feed\": \"other\", \"token\": \"x\", \"source\": \"x\"";

        var put = service.put(ARTICLES + "forged", "{\"title\": \"A\", " + forged + "}");
        var patch = service.patch(ARTICLES + "forged", "{\"title\": \"B\", " + forged + "}");
        var batch = service.send(
                "POST",
                "/api/v1/feeds/news/articles",
                "{\"articles\": [{\"slug\": \"forged\", \"title\": \"C\", " + forged + "}]}");

        for (var answer : List.of(put, patch, service.get(ARTICLES + "forged"))) {
            assertThat(json(answer).at("/stored/id").asString()).startsWith("tag:");
            assertThat(json(answer).at("/stored/origin").asString()).isEqualTo("api");
            assertThat(json(answer).at("/stored/state").asString()).isEqualTo("published");
        }
        assertThat(batch.statusCode()).isEqualTo(200);
        assertThat(service.polled("news")).contains("C");
        assertThat(service.polled("other")).doesNotContain("A", "B", "C");
        var minted = service.patch(ARTICLES + "forged", "{\"id\": \"urn:x:other\"}");
        assertThat(minted.statusCode()).isEqualTo(409);
        assertThat(service.put(ARTICLES + "forged", "{\"title\": \"A\", \"slug\": \"secret\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("API4:2023 Unrestricted resource consumption")
    void readsAndAnswersWithinBounds() {
        service.use(service.publisher("news"));

        assertThat(service.put(ARTICLES + "large", "{\"title\": \"" + "x".repeat(3_000_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(service.put(ARTICLES + "deep", "{\"x\": " + "[".repeat(500_000) + "]".repeat(500_000) + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.put(ARTICLES + "number", "{\"title\": \"A\", \"x\": 1e999999999}")
                        .body())
                .hasSizeLessThan(10_000);
        String keys = IntStream.range(0, 100_000)
                .mapToObj(i -> "\"k" + i + "\": 1")
                .collect(Collectors.joining(", ", "{\"title\": \"A\", ", "}"));
        long begun = System.nanoTime();
        var answer = service.put(ARTICLES + "keys", keys);
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 422);
        assertThat(json(answer).at("/stored/warnings").size()
                        + json(answer).at("/errors").size())
                .isBetween(1, 101);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        String many = IntStream.range(0, 501)
                .mapToObj(i -> "{\"slug\": \"a-" + i + "\", \"title\": \"A\"}")
                .collect(Collectors.joining(", ", "{\"articles\": [", "]}"));
        assertThat(service.send("POST", "/api/v1/feeds/news/articles", many).statusCode())
                .isEqualTo(422);
        assertThat(service.get("/api/v1/feeds/news/articles?limit=501").statusCode())
                .isEqualTo(400);
    }

    @Test
    @Timeout(60)
    @DisplayName("API4:2023 Unrestricted resource consumption: slow requests")
    void waitsForNoRequestThatComesByteByByte() throws IOException, InterruptedException {
        String token = service.publisher("news");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(100);
            socket.getOutputStream()
                    .write(("PUT " + ARTICLES + "slow HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{")
                            .getBytes(US_ASCII));
            while (isOpen(socket)) {
                socket.getOutputStream().write(' ');
            }
        }
        service.use(token);
        assertThat(service.get(ARTICLES + "slow").statusCode()).isEqualTo(404);
    }

    /** Waits a moment for an answer or the end. */
    private static boolean isOpen(Socket socket) {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    @DisplayName("API5:2023 Broken function level authorization")
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

    @Test
    @DisplayName("API6:2023 Unrestricted access to sensitive business flows")
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

        for (String reading : List.of("GET", "HEAD")) {
            assertThat(service.send(reading, path, null, "Origin", "https://evil.example.org")
                            .statusCode())
                    .isEqualTo(200);
        }

        service.use("");
        assertThat(service.send("GET", path, null, "Authorization", "bearer  " + token)
                        .statusCode())
                .isEqualTo(200);
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

    /** It stores addresses, and asks none of them. */
    @Test
    @DisplayName("API7:2023 Server side request forgery")
    void asksNoAddressThatARequestNames() throws IOException {
        try (var listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(300);
            String there = "http://127.0.0.1:" + listening.getLocalPort() + "/x";
            service.use(service.administrator());
            var feed = service.put("/api/v1/feeds/asking", """
                    {"title": "A", "home": "%1$s", "icon": "%1$s", "logo": "%1$s", "hubs": ["%1$s"],
                     "author": {"name": "A", "uri": "%1$s"}}
                    """.formatted(there));
            var article = service.put("/api/v1/feeds/asking/articles/a", """
                    {"title": "A", "link": "%1$s", "image": "%1$s.png", "authors": [{"name": "A", "uri": "%1$s"}],
                     "enclosures": [{"url": "%1$s.mp3", "type": "audio/mpeg"}],
                     "body": {"html": "<img src='%1$s'><iframe src='%1$s'></iframe><a href='%1$s'>x</a>"}}
                    """.formatted(there));
            assertThat(List.of(feed.statusCode(), article.statusCode())).containsOnly(201);
            for (String path :
                    List.of("/feeds/asking.atom", "/feeds/asking.rss", "/feeds/asking", "/articles/asking/a")) {
                assertThat(service.get(path).body()).contains(there);
            }

            assertThat(isAsked(listening)).isFalse();
        }
    }

    private static boolean isAsked(ServerSocket listening) throws IOException {
        try (var _ = listening.accept()) {
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Test
    @DisplayName("API8:2023 Security misconfiguration")
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

    @Test
    @DisplayName("API9:2023 Improper inventory management: other spellings")
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
    @DisplayName("API9:2023 Improper inventory management: forgotten addresses")
    void guardsEveryAddressThatThereIs() {
        var addresses = service.addresses();
        assertThat(addresses).contains("/api/v1/feeds/{feed}/articles/{slug}", "/api/**");
        for (String address : addresses) {
            String path = address.replace("{feed}", "news").replaceAll("\\{([^{}]|\\{[^{}]*})*}|\\*+", "x");
            for (String method : List.of("GET", "PUT", "POST", "PATCH", "DELETE")) {
                var answer = service.send(method, path, method.equals("GET") ? null : RAIN);
                if (address.startsWith("/api") && !(method.equals("GET") && PUBLIC.contains(address))) {
                    assertThat(answer.statusCode()).as("%s %s", method, path).isEqualTo(401);
                } else if (!method.equals("GET")) {
                    assertThat(answer.statusCode()).as("%s %s", method, path).isGreaterThanOrEqualTo(300);
                }
            }
        }
    }

    /** What programs send is trusted no more than what strangers write: it may have come from anywhere. */
    @Test
    @DisplayName("API10:2023 Unsafe consumption of APIs")
    void publishesNothingThatCouldRun() {
        service.use(service.publisher("news"));
        service.put(ARTICLES + "hostile", """
                {"title": "<script>evil()</script>",
                 "body": {"html": "<p onclick='evil()'>Safe</p><script>evil()</script><a href='java\tscript:evil()'>x</a>"}}
                """.replace("\t", "\\t"));

        service.use("");
        for (String path : List.of("/feeds/news.atom", "/feeds/news.rss", "/articles/news/hostile")) {
            assertThat(service.get(path).body())
                    .as(path)
                    .contains("Safe")
                    .doesNotContain("<script>evil", "onclick", "javascript:", "java\\tscript:");
        }
    }
}
