package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.feedwright.testing.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Without a proxy: the service speaks TLS and HTTP/2 itself, with the certificate that is there just now. */
@Timeout(90)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "server.http2.enabled=true",
            "server.ssl.bundle=web",
            "spring.ssl.bundle.pem.web.reload-on-update=true",
            "spring.ssl.bundle.watch.file.quiet-period=200ms",
            "management.server.ssl.enabled=false",
            "feedwright.connection.grace=1s",
            "feedwright.connection.min-rate=250KB"
        })
class TlsTest extends PublishedFeedTest {
    /** Longer than a request may take to come in. */
    private static final Duration TOO_SLOW = Duration.ofMillis(1500);

    private static final Path certificates = directory();
    private static final SSLContext tls = context();

    @DynamicPropertySource
    static void certificates(DynamicPropertyRegistry registry) {
        registry.add(
                "spring.ssl.bundle.pem.web.keystore.certificate",
                () -> certificates.resolve("cert.pem").toString());
        registry.add(
                "spring.ssl.bundle.pem.web.keystore.private-key",
                () -> certificates.resolve("key.pem").toString());
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("feedwright-tls");
            Certificates.make(directory, "localhost");
            return directory;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context() {
        try {
            return Certificates.trustingAll();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private final HttpClient client = HttpClient.newBuilder().sslContext(tls).build();

    @ParameterizedTest
    @CsvSource({
        "/feeds/%s.atom, 200, gzip, ''",
        "/feeds/%s.atom, 200, br, ''",
        "/feeds/%s.rss, 200, identity, ''",
        "/feeds/%s.atom, 304, gzip, *",
        "/feeds/%s.atom/, 301, gzip, ''",
        "/feeds/%s, 200, gzip, ''",
        "/feeds/nothing.atom, 404, gzip, ''",
        "/robots.txt, 200, gzip, ''",
    })
    void answersOverHttp2AsOverHttp1(String path, int status, String coding, String known) throws Exception {
        for (String method : List.of("GET", "HEAD")) {
            var two = ask(Version.HTTP_2, method, path.formatted(feed), coding, known);
            var one = ask(Version.HTTP_1_1, method, path.formatted(feed), coding, known);

            assertThat(two.version()).isEqualTo(Version.HTTP_2);
            assertThat(one.version()).isEqualTo(Version.HTTP_1_1);
            assertThat(two.statusCode()).isEqualTo(one.statusCode()).isEqualTo(status);
            assertThat(fieldsOf(two)).isEqualTo(fieldsOf(one));
            assertThat(two.body()).isEqualTo(one.body());
        }
    }

    @Test
    void answersManyPollsOnOneConnection() throws Exception {
        for (int i = 0; i < 300; i++) {
            assertThat(ask(Version.HTTP_2, "GET", atom, "gzip", "*").statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void keepsAConnectionOnWhichRequestsComeForLongerThanOneMayTake() throws Exception {
        try (var socket = connect("http/1.1")) {
            for (int i = 0; i < 8; i++) {
                assertThat(poll(socket)).contains("304");
                Thread.sleep(TOO_SLOW.dividedBy(3));
            }
        }
    }

    @Test
    void endsAConnectionOnWhichAHeadComesTooSlowly() throws Exception {
        try (var socket = connect("http/1.1")) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            assertEndsWhile(() -> socket.getOutputStream().write('x'));
        }
    }

    @Test
    void endsAConnectionOnWhichAHandshakeComesTooSlowly() throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc});
            assertEndsWhile(() -> socket.getOutputStream().write(3));
        }
    }

    @Test
    void endsAConnectionOnWhichAFrameComesTooSlowly() throws Exception {
        try (var socket = connect("h2")) {
            socket.getOutputStream().write(Frames.opening());
            assertEndsWhile(() -> socket.getOutputStream().write(0));
        }
    }

    /** The other streams of the connection may be read well. */
    @Test
    void endsOnlyTheStreamThatIsReadTooSlowly() throws Exception {
        for (int i = 0; i < 3; i++) {
            publisher.publish(feed, "large-" + i, clock.instant().minusSeconds(60), "Much to say. ".repeat(20_000));
        }
        try (var socket = connect("h2")) {
            socket.setSoTimeout(20_000);
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            socket.getOutputStream().write(Frames.opening());
            socket.getOutputStream().write(Frames.get(1, atom)); // more than a reader takes that never says "go on"
            var content = new ByteArrayOutputStream();
            assertThat(Frames.awaitEnd(in, 1, content)).as(content::toString).isEqualTo(Frames.RESET);
            assertThat(content.size()).isEqualTo(65_535); // of which the stream's window is made at first
            socket.getOutputStream().write(Frames.get(3, atom, "if-none-match", "*"));
            assertThat(Frames.awaitEnd(in, 3, content)).isNotEqualTo(Frames.RESET);
        }
    }

    @Test
    void givesNewConnectionsTheNewCertificate(CapturedOutput output) throws Exception {
        try (var before = connect("http/1.1")) {
            var old = certificate(before);
            Certificates.make(certificates, "localhost");

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                try (var after = connect("http/1.1")) {
                    assertThat(certificate(after)).isNotEqualTo(old);
                    assertThat(poll(after)).contains("304");
                }
            });
            assertThat(output).contains("The certificate of the bundle web was read anew and is valid until ");
        }
    }

    @Test
    void keepsTheCertificateWhereTheNewOneCannotBeUsed(CapturedOutput output) throws Exception {
        assertKeeps("-----BEGIN CERTIFICATE-----\nnonsense\n".getBytes(StandardCharsets.US_ASCII), output);
    }

    @Test
    void keepsTheCertificateWhereTheNewOneHasAnotherKey(CapturedOutput output, @TempDir Path other) throws Exception {
        Certificates.make(other, "localhost");
        assertKeeps(Files.readAllBytes(other.resolve("cert.pem")), output);
    }

    private void assertKeeps(byte[] unusable, CapturedOutput output) throws Exception {
        byte[] good = Files.readAllBytes(certificates.resolve("cert.pem"));
        try {
            Files.write(certificates.resolve("cert.pem"), unusable);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(output).contains("cannot be used, and the one before stays"));
            try (var socket = connect("http/1.1")) {
                assertThat(poll(socket)).contains("304");
            }
        } finally {
            Files.write(certificates.resolve("cert.pem"), good);
        }
    }

    @Test
    void isUnderstoodByCurl() throws IOException {
        var curl = new ProcessBuilder(
                        "curl",
                        "-sk",
                        "--http2",
                        "-o",
                        "/dev/null",
                        "-w",
                        "%{http_version} %{http_code}",
                        "https://localhost:" + port + atom)
                .start();

        assertThat(new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("2 200");
    }

    private HttpResponse<byte[]> ask(Version version, String method, String path, String coding, String known)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .version(version)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept-Encoding", coding);
        if (!known.isEmpty()) {
            request.header("If-None-Match", known);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static Map<String, List<String>> fieldsOf(HttpResponse<?> answer) {
        var fields = new HashMap<>(answer.headers().map());
        fields.keySet().removeAll(List.of(":status", "date"));
        return fields;
    }

    private SSLSocket connect(String protocol) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", port);
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        assertThat(socket.getApplicationProtocol()).isEqualTo(protocol);
        return socket;
    }

    private static X509Certificate certificate(SSLSocket socket) throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    private String poll(Socket socket) throws IOException {
        socket.getOutputStream()
                .write(("GET " + atom + " HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new IOException("the connection was ended");
            }
            head.write(octet);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** Whether a connection is refused at last while a byte is written to it now and then. */
    private static void assertEndsWhile(Writing writing) {
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    try {
                        writing.write();
                        return false;
                    } catch (IOException _) {
                        return true;
                    }
                });
    }
}
