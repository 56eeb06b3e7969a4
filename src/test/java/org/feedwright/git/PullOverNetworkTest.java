package org.feedwright.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feedwright.testing.FeedwrightProcess;
import org.feedwright.testing.Requests;
import org.feedwright.testing.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories that are not public are pulled from real servers, and nobody learns by what. */
@SuppressWarnings("NullAway.Init") // started before the tests
class PullOverNetworkTest {
    private static final String TOKEN = "t0p-s3cret-t0ken";
    private static final String LOGIN =
            Base64.getEncoder().encodeToString((GitServer.USER + ":" + TOKEN).getBytes(UTF_8));
    private static final String REPOSITORY = "/authors/.git";

    @TempDir
    private static Path directory;

    private static Repository repository;
    private static String commit;
    private static GitServer https;
    private static SshServer ssh;

    @TempDir
    private Path own;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        repository = new Repository(directory.resolve("authors"));
        repository.feed("news");
        repository.article("news/rain.md", "Rain");
        commit = repository.commit();
        https = new GitServer(directory, directory.resolve("https"));
        ssh = new SshServer(directory.resolve("ssh"));
    }

    @AfterAll
    static void stop() {
        https.close();
        ssh.close();
    }

    @BeforeEach
    void admit() {
        https.admit(TOKEN);
        https.commands().clear();
    }

    private Pull pull(String url, @Nullable String password, Map<String, String> variables) {
        var settings = new GitSettings(
                url,
                "main",
                null,
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                password == null ? null : GitServer.USER,
                password,
                null);
        var environment = new HashMap<>(System.getenv());
        environment.putAll(variables);
        return new Pull(settings, own.resolve("data/git"), own.resolve("feeds"), environment);
    }

    private Pull overHttps(String path, @Nullable String password) {
        return pull(
                https.address(path),
                password,
                Map.of("GIT_SSL_CAINFO", https.certificate().toString()));
    }

    private Pull overSsh(String key, String known) {
        return pull(
                ssh.address(directory.resolve("authors")), null, Map.of("GIT_SSH_COMMAND", ssh.command(key, known)));
    }

    private void hasPulled() {
        assertThat(own.resolve("feeds/news/rain.md")).content().contains("Rain");
    }

    private void failsWith(Pull pull, String message, String remedy) {
        assertThatThrownBy(pull::run).isInstanceOfSatisfying(GitFailed.class, failure -> {
            assertThat(failure).hasMessageContaining(message).hasMessageNotContainingAny(TOKEN, LOGIN);
            assertThat(failure.remedy()).contains(remedy);
        });
        assertThat(own.resolve("feeds")).doesNotExist();
    }

    @Test
    void pullsOverHttpsWithATokenThatNoListOfProcessesShows() throws IOException, InterruptedException {
        assertThat(overHttps(REPOSITORY, TOKEN).run()).isEqualTo(commit);

        hasPulled();
        assertThat(https.commands())
                .anyMatch(command -> command.contains("fetch") && command.contains(https.address(REPOSITORY)))
                .noneMatch(command -> command.contains(TOKEN) || command.contains(LOGIN));
    }

    @Test
    void saysWhatToDoWhereATokenIsWrongOrMissing() {
        failsWith(overHttps(REPOSITORY, "wr0ng"), "could not read Username", "feedwright.git.username and password");
        failsWith(overHttps(REPOSITORY, null), "could not read Username", "feedwright.git.username and password");
    }

    @Test
    void showsNoTokenThatAServerRepeats() {
        failsWith(overHttps("/repeating/authors/.git", TOKEN), "git says", "");
    }

    @Test
    void followsNoRedirectWithAToken() {
        failsWith(overHttps("/moved" + REPOSITORY, TOKEN), "302", "set the address to which it leads");
        assertThat(https.commands())
                .as("what is behind the redirect was not asked")
                .isEmpty();
    }

    @Test
    void believesNoCertificateThatTheMachineDoesNotKnow() {
        failsWith(pull(https.address(REPOSITORY), TOKEN, Map.of()), "certificate", "GIT_SSL_CAINFO");
    }

    @Test
    void pullsOverSshWithAKey() throws IOException, InterruptedException {
        assertThat(overSsh("user", "known").run()).isEqualTo(commit);

        hasPulled();
        assertThat(ssh.log()).contains("Accepted publickey");
    }

    @Test
    void saysWhatToDoWhereAKeyOfSshIsNotKnown() {
        failsWith(overSsh("stranger", "known"), "Permission denied", "a key for SSH");
        failsWith(overSsh("user", "nobody"), "Host key verification failed", "known_hosts");
    }

    /** The service in a process of its own, whose token is taken from it while it runs. */
    @Test
    void tellsNoSecretOnTheLogOrToTheOperator() throws IOException {
        int port = WebServer.freePort();
        int management = WebServer.freePort();
        var service = FeedwrightProcess.of(List.of(
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--feedwright.folder=" + own.resolve("feeds"),
                "--feedwright.data=" + own.resolve("data"),
                "--feedwright.git.url=" + https.address(REPOSITORY),
                "--feedwright.git.username=" + GitServer.USER,
                "--feedwright.git.interval=1s"));
        service.environment().put("FEEDWRIGHT_GIT_PASSWORD", TOKEN);
        service.environment().put("GIT_SSL_CAINFO", https.certificate().toString());
        var process = service.redirectOutput(own.resolve("log").toFile()).start();
        try {
            until(port, "/feeds/news.atom", "Rain");
            https.admit("another");
            until(management, "/actuator/health/git", "DOWN");

            String health = get(management, "/actuator/health/git");
            String page = get(management, "/");
            String log = Files.readString(own.resolve("log"));
            assertThat(health).contains("could not read Username");
            assertThat(page).contains("could not read Username");
            assertThat(log).contains("could not read Username", "The folder is what the repository has at " + commit);
            for (String shown : List.of(health, page, log)) {
                assertThat(shown).doesNotContain(TOKEN, LOGIN);
            }
            assertThat(https.commands()).noneMatch(command -> command.contains(TOKEN) || command.contains(LOGIN));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String get(int port, String path) {
        return new String(new Requests(port).get(path).body(), UTF_8);
    }

    private static void until(int port, String path, String part) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> get(port, path).contains(part));
    }
}
