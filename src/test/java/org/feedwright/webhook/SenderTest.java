package org.feedwright.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.feedwright.testing.Certificates;
import org.feedwright.testing.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // made before each test
class SenderTest {
    private static final String JSON = "{\"test\": 2432232314}";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Receiver receiver;
    private Sender sender;

    @BeforeEach
    void open() {
        receiver = new Receiver();
        sender = sender("127.0.0.0/8");
    }

    @AfterEach
    void close() {
        sender.close();
        receiver.close();
    }

    private static Sender sender(String... networks) {
        return new Sender(new WebhookClient(AllowedNetworks.of(List.of(networks))), TIMEOUT, InstantSource.system());
    }

    private static Endpoint endpoint(String address) {
        return new Endpoint(
                "one",
                URI.create(address),
                List.of(Secret.of(Receiver.SECRET).orElseThrow()),
                Set.of(),
                Set.of(EventType.PUBLISHED));
    }

    private Outcome send(String path) throws InterruptedException {
        return sender.send(endpoint(receiver.address(path)), "msg_1", JSON);
    }

    private static String reason(Outcome outcome) {
        return ((Outcome.Failed) outcome).reason();
    }

    /** The example of the libraries of Standard Webhooks. */
    @Test
    void signsAsTheSchemeSays() {
        assertThat(Secret.of(Receiver.SECRET)
                        .orElseThrow()
                        .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, JSON.getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithEachSecretSoThatOneCanBeReplaced() {
        var endpoint = new Endpoint(
                "one",
                URI.create("https://example.org/"),
                List.of(
                        Secret.of(Receiver.SECRET).orElseThrow(),
                        Secret.of(Secret.made()).orElseThrow()),
                Set.of(),
                Set.of());

        assertThat(endpoint.sign("msg_1", 1, new byte[0])).matches("v1,\\S{44} v1,\\S{44}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_=!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void knowsWhatIsNoSecret(String text) {
        assertThat(Secret.of(text)).isEmpty();
    }

    /** "Random, at least 24 bytes (192 bits, 512 maximum)". */
    @ParameterizedTest
    @CsvSource({"23, false", "24, true", "64, true", "65, false"})
    void takesSecretsOfTheLengthThatTheSchemeHas(int length, boolean isTaken) {
        String text = "whsec_" + Base64.getEncoder().encodeToString(new byte[length]);

        assertThat(Secret.of(text).isPresent()).isEqualTo(isTaken);
    }

    @Test
    void saysHowLongItHasWaited() {
        assertThat(FailureWords.of(new TimeoutException(), "a", Duration.ofSeconds(15)))
                .isEqualTo("it does not answer within 15 seconds");
        assertThat(FailureWords.of(new TimeoutException(), "a", Duration.ofMillis(1_500)))
                .isEqualTo("it does not answer within 1500 ms");
    }

    @Test
    void sendsWhatIsSigned() throws InterruptedException {
        assertThat(send("/ok")).isEqualTo(new Outcome.Delivered());

        var request = receiver.at("/ok").getFirst();
        assertThat(request.id()).isEqualTo("msg_1");
        assertThat(request.body()).isEqualTo(JSON);
        request.assertSigned();
    }

    /** Others are not tried while a receiver is away. */
    @ParameterizedTest
    @CsvSource({
        "400, false",
        "403, false",
        "408, true",
        "409, false",
        "429, true",
        "500, true",
        "501, false",
        "502, true",
        "503, true",
        "504, true",
        "505, false",
    })
    void knowsByTheStatusWhetherAReceiverIsAway(int status, boolean isAway) throws InterruptedException {
        receiver.answer("/" + status, Receiver.status(status));

        assertThat(send("/" + status)).isEqualTo(new Outcome.Failed("it answers " + status, isAway, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void takesEverySuccess(int status) throws InterruptedException {
        receiver.answer("/" + status, Receiver.status(status));

        assertThat(send("/" + status)).isEqualTo(new Outcome.Delivered());
    }

    @Test
    void takesAnyStatusButSuccessForAFailure() throws InterruptedException {
        receiver.answer("/gone", Receiver.status(410));
        receiver.answer("/no", Receiver.status(401, "WWW-Authenticate", "Basic realm=\"x\""));
        receiver.answer("/none", Receiver.status(404));
        receiver.answer("/broken", Receiver.status(500));

        assertThat(send("/gone")).isEqualTo(new Outcome.Gone());
        assertThat(send("/no")).isEqualTo(new Outcome.Failed("it answers 401", false, null));
        assertThat(send("/none")).isEqualTo(new Outcome.Failed("it answers 404", false, null));
        assertThat(send("/broken")).isEqualTo(new Outcome.Failed("it answers 500", true, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) throws InterruptedException {
        receiver.answer("/moved", Receiver.status(status, "Location", receiver.address("/elsewhere")));

        assertThat(reason(send("/moved"))).startsWith("it answers " + status + ", a redirect");
        assertThat(receiver.at("/elsewhere")).isEmpty();
    }

    @Test
    void heedsWhenAReceiverWantsToBeAskedAgain() throws InterruptedException {
        receiver.answer("/busy", Receiver.status(429, "Retry-After", "90"));
        receiver.answer("/down", Receiver.status(503, "Retry-After", "Fri, 01 Jan 2100 00:00:00 GMT"));
        receiver.answer("/odd", Receiver.status(503, "Retry-After", "soon"));

        assertThat(((Outcome.Failed) send("/busy")).notBefore())
                .isBetween(Instant.now().plusSeconds(80), Instant.now().plusSeconds(91));
        assertThat(((Outcome.Failed) send("/down")).notBefore()).isEqualTo(Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(((Outcome.Failed) send("/odd")).notBefore()).isNull();
    }

    @Test
    void waitsNoLongerThanItMay() throws InterruptedException {
        receiver.answer("/silent", receiver.silence());
        try (var impatient = new Sender(
                new WebhookClient(AllowedNetworks.of(List.of("127.0.0.1"))),
                Duration.ofMillis(300),
                InstantSource.system())) {
            long begun = System.nanoTime();

            var outcome = impatient.send(endpoint(receiver.address("/silent")), "msg_1", JSON);

            assertThat(reason(outcome)).isEqualTo("it does not answer within 300 ms");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void readsNoMoreOfAnAnswerThanItMust() throws InterruptedException {
        var written = new AtomicInteger();
        var broken = new CompletableFuture<Void>();
        receiver.answer("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[10_000]);
                    written.addAndGet(10_000);
                }
            } catch (IOException e) {
                broken.complete(null);
                throw e;
            }
        });

        assertThat(send("/endless")).isEqualTo(new Outcome.Delivered());
        await().until(broken::isDone);
        assertThat(written).hasValueLessThan(20_000_000);
    }

    @Test
    void saysWhyAReceiverCannotBeAsked() throws InterruptedException, IOException {
        int free = WebServer.freePort();

        assertThat(reason(sender.send(endpoint("http://127.0.0.1:" + free + "/?token=secret"), "msg_1", JSON)))
                .isEqualTo("it refuses the connection");
        assertThat(reason(sender.send(endpoint("http://nowhere.invalid/?token=secret"), "msg_1", JSON)))
                .isEqualTo("there is no host nowhere.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"})
    void asksNoAddressThatIsNotPublicWhateverItIsCalled(String host) throws InterruptedException {
        try (var strict = sender()) {
            var outcome = strict.send(endpoint("http://" + host + ":" + receiver.port() + "/"), "msg_1", JSON);

            assertThat(reason(outcome))
                    .matches(
                            ".*which is no public address; feedwright.webhooks.allowed-networks.*|there is no host .*");
            assertThat(receiver.at("/")).isEmpty();
        }
    }

    /** A server of names that answers with a public address first, and then with this machine's own. */
    @Test
    void connectsToNothingButWhatWasJudged() throws IOException {
        var answers = new ArrayList<>(List.of(
                List.of("93.184.216.34", "127.0.0.1"), List.of("127.0.0.1"), List.of("10.0.0.1", "93.184.216.35")));
        var judged = new JudgedAddresses(
                (host, port, context, connection) -> connection.succeeded(answers.removeFirst().stream()
                        .map(address -> new InetSocketAddress(InetAddress.ofLiteral(address), port))
                        .toList()),
                AllowedNetworks.of(List.of()));

        assertThat(resolved(judged)).containsExactly("93.184.216.34");
        assertThat(resolved(judged)).containsExactly("refused: rebinding.example is 127.0.0.1");
        assertThat(resolved(judged)).containsExactly("93.184.216.35");
    }

    private static List<String> resolved(JudgedAddresses judged) {
        var result = new CompletableFuture<List<String>>();
        judged.resolve("rebinding.example", 80, Map.of(), new Promise<>() {
            @Override
            public void succeeded(List<InetSocketAddress> addresses) {
                result.complete(addresses.stream()
                        .map(address -> address.getAddress().getHostAddress())
                        .toList());
            }

            @Override
            public void failed(Throwable failure) {
                result.complete(List.of(
                        "refused: " + String.valueOf(failure.getMessage()).split(",", -1)[0]));
            }
        });
        return result.join();
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor(@TempDir Path directory)
            throws IOException, GeneralSecurityException, InterruptedException {
        Certificates.make(directory, "localhost");
        var server = serving(directory);
        try (var trusting = new Sender(trusting(directory), TIMEOUT, InstantSource.system())) {
            var endpoint = endpoint("https://localhost:" + server.getAddress().getPort() + "/");
            var another = endpoint("https://127.0.0.1:" + server.getAddress().getPort() + "/");

            assertThat(reason(sender.send(endpoint, "msg_1", JSON)))
                    .startsWith("its certificate or its TLS is not to be trusted");
            assertThat(trusting.send(endpoint, "msg_1", JSON)).isEqualTo(new Outcome.Delivered());
            assertThat(reason(trusting.send(another, "msg_1", JSON)))
                    .as("a certificate for another name")
                    .startsWith("its certificate or its TLS is not to be trusted");
        } finally {
            server.stop(0);
        }
    }

    private static HttpsServer serving(Path directory) throws IOException, GeneralSecurityException {
        char[] password = "changeit".toCharArray();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(directory.resolve("made.p12").toFile(), password), password);
        var tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static WebhookClient trusting(Path directory) {
        return new WebhookClient(AllowedNetworks.of(List.of("127.0.0.0/8"))) {
            @Override
            void configure(HttpClient made) {
                var trusted = new SslContextFactory.Client();
                trusted.setTrustStorePath(directory.resolve("made.p12").toString());
                trusted.setTrustStorePassword("changeit");
                made.setSslContextFactory(trusted);
            }
        };
    }
}
