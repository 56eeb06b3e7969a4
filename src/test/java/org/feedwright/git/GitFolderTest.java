package org.feedwright.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.feedwright.Feedwright;
import org.feedwright.testing.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A service whose folder comes from a repository, which calls it when something was pushed. */
@SuppressWarnings("NullAway.Init") // started before the tests
class GitFolderTest {
    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SECRET = "whsec_" + KEY;
    private static final String PUSHED = "{\"ref\": \"refs/heads/main\"}";

    @TempDir
    private static Path directory;

    private static Repository repository;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws IOException {
        repository = new Repository(directory.resolve("authors"));
        repository.feed("news");
        repository.article("news/rain.md", "Rain");
        Files.writeString(directory.resolve("secret.md"), "---\ntitle: Out of it\npublished: 2026-06-01\n---\nText\n");
        Files.createSymbolicLink(repository.path("news/link.md"), directory.resolve("secret.md"));
        repository.commit();
        service = SpringApplication.run(
                Feedwright.class,
                "--server.port=0",
                "--management.server.port=0",
                "--feedwright.base-url=https://feeds.example.org",
                "--feedwright.folder=" + directory.resolve("feeds"),
                "--feedwright.data=" + directory.resolve("data"),
                "--feedwright.git.url=" + repository.address(),
                "--feedwright.git.interval=1h",
                "--feedwright.git.webhook-secret=" + SECRET);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static int port(String name) {
        return service.getEnvironment().getRequiredProperty(name, Integer.class);
    }

    private static int status(String path) {
        return new Requests(port("local.server.port")).get(path).statusCode();
    }

    private static String feed() {
        var answer = new Requests(port("local.server.port")).get("/feeds/news.atom");
        assertThat(answer.statusCode())
                .as("never 404 before the first files are there")
                .isIn(200, 503);
        return new String(answer.body(), UTF_8);
    }

    private static void awaitFeed(String part) {
        await().atMost(Duration.ofSeconds(30)).until(() -> feed().contains(part));
    }

    private static String health() {
        return new String(
                new Requests(port("local.management.port"))
                        .get("/actuator/health/git")
                        .body(),
                UTF_8);
    }

    private static int call(String... fields) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port("local.server.port") + "/hooks/git"))
                .POST(BodyPublishers.ofString(PUSHED));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .statusCode();
    }

    private static byte[] code(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code() {
        return HexFormat.of().formatHex(code(SECRET.getBytes(UTF_8), PUSHED));
    }

    private static String standard(long timestamp) {
        return "v1,"
                + Base64.getEncoder()
                        .encodeToString(code(Base64.getDecoder().decode(KEY), "msg_1." + timestamp + "." + PUSHED));
    }

    @Test
    void publishesWhatIsPushedAndCalledFor() throws IOException, InterruptedException {
        awaitFeed("Rain");

        repository.article("news/sun.md", "Sun");
        String commit = repository.commit();
        assertThat(call("X-Hub-Signature-256", "sha256=" + code())).isEqualTo(202);
        awaitFeed("Sun");
        assertThat(health()).contains("\"status\":\"UP\"", commit);

        Files.delete(repository.path("news/sun.md"));
        repository.commit();
        assertThat(call("X-Forgejo-Signature", code())).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> status("/articles/news/sun") == 410);
    }

    @Test
    void followsNoLinkThatLeadsOut() {
        awaitFeed("Rain");

        assertThat(feed()).doesNotContain("Out of it");
        assertThat(Files.isSymbolicLink(directory.resolve("feeds/news/link.md")))
                .isTrue();
    }

    @Test
    void knowsTheSignaturesOfServersOfGit() throws IOException, InterruptedException {
        long now = Instant.now().getEpochSecond();

        assertThat(call("X-Gitea-Signature", code())).isEqualTo(202);
        assertThat(call("X-Gitlab-Token", SECRET)).isEqualTo(202);
        assertThat(call("webhook-id", "msg_1", "webhook-timestamp", "" + now, "webhook-signature", standard(now)))
                .isEqualTo(202);
    }

    @Test
    void heedsNobodyElse() throws IOException, InterruptedException {
        long old = Instant.now().minus(Duration.ofMinutes(10)).getEpochSecond();
        String wrong = HexFormat.of().formatHex(code("another".getBytes(UTF_8), PUSHED));

        assertThat(call()).isEqualTo(403);
        assertThat(call("X-Hub-Signature-256", "sha256=" + wrong)).isEqualTo(403);
        assertThat(call("X-Hub-Signature-256", "sha256=")).isEqualTo(403);
        assertThat(call("X-Hub-Signature-256", "nonsense")).isEqualTo(403);
        assertThat(call("X-Hub-Signature-256", "sha256=" + wrong, "X-Gitlab-Token", SECRET))
                .isEqualTo(403);
        assertThat(call("X-Gitlab-Token", SECRET.substring(1))).isEqualTo(403);
        assertThat(call("webhook-id", "msg_1", "webhook-timestamp", "" + old, "webhook-signature", standard(old)))
                .as("an old call that somebody sends again")
                .isEqualTo(403);
        assertThat(status("/hooks/git")).isEqualTo(405);
    }

    @Test
    void keepsWhatIsPublishedWhileTheRepositoryIsAway() throws IOException, InterruptedException {
        awaitFeed("Rain");
        Files.move(repository.path(".git"), directory.resolve("away"));
        try {
            call("X-Hub-Signature-256", "sha256=" + code());
            await().atMost(Duration.ofSeconds(30)).until(() -> health().contains("DOWN"));

            assertThat(health())
                    .contains(
                            "\"problem\":\"The repository cannot be pulled", "\"remedy\":\"look at feedwright.git.url");
            assertThat(feed()).contains("Rain");
            assertThat(new String(
                            new Requests(port("local.management.port")).get("/").body(), UTF_8))
                    .contains("The repository cannot be pulled", "look at feedwright.git.url");
        } finally {
            Files.move(directory.resolve("away"), repository.path(".git"));
        }
        call("X-Hub-Signature-256", "sha256=" + code());
        await().atMost(Duration.ofSeconds(30)).until(() -> health().contains("UP"));
    }
}
