package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.ServerConnector;
import org.feedwright.article.FeedName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Connections on which a byte moves now and then are ended; the others are not. The server's send buffers are small, for
 * what the system takes at once and keeps for a reader is sent for the server. The time limit is no measure; it ends
 * what would wait for ever, as every one of these connections did.
 */
@Timeout(60)
@TestPropertySource(properties = {"feedwright.connection.grace=1s", "feedwright.connection.min-rate=250KB"})
@Import(SlowConnectionsTest.SmallBuffers.class)
class SlowConnectionsTest extends PollingTest {
    private static final int EACH = 20;
    private static final int PAGES = 3; // which are made for each who asks
    private static final Duration TOO_SLOW = Duration.ofMillis(1000 + 1000 * 64 / 250); // for a piece of 64 KB

    @TestConfiguration(proxyBeanMethods = false)
    static class SmallBuffers {
        @Bean
        WebServerFactoryCustomizer<JettyServletWebServerFactory> smallSendBuffers() {
            return factory -> factory.addServerCustomizers(
                    server -> ((ServerConnector) server.getConnectors()[0]).setAcceptedSendBufferSize(16_384));
        }
    }

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    ServletWebServerApplicationContext context;

    private final AtomicInteger opened = new AtomicInteger();
    private FeedName feed;

    @BeforeEach
    void publishALargeFeed() {
        feed = publisher.open();
        for (int i = 0; i < 10; i++) {
            publisher.publish(feed, "large-" + i, clock.instant().minusSeconds(60), "Much to say. ".repeat(20_000));
        }
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void areEndedWhereAHeadOrContentOrAReaderIsSlow() throws Exception {
        String large = "GET /feeds/" + feed + ".atom HTTP/1.1\r\nHost: x\r\n\r\n";
        String page = "GET /articles/" + feed + "/large-0 HTTP/1.1\r\nHost: x\r\n\r\n";
        for (int i = 0; i < EACH; i++) {
            var _ = clients.submit(trickle(""));
            var _ = clients.submit(trickle("GET /feeds/" + feed + ".atom HTTP/1.1\r\nHost: x\r\nX-Slow: "));
            var _ = clients.submit(
                    trickle("POST /feeds/x.atom HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"));
            var _ = clients.submit(trickle("GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nX-Slow: "));
            var _ = clients.submit(sip(large)); // from the front cache
        }
        for (int i = 0; i < PAGES; i++) {
            var _ = clients.submit(sip(page)); // from the servlets
        }
        await().until(() -> opened.get() == 5 * EACH + PAGES);
        for (int i = 0; i < 50; i++) {
            assertThat(http.get("/feeds/" + feed + ".atom", "If-None-Match", "*")
                            .statusCode())
                    .isEqualTo(304);
        }
        // The server's own limit, for connections on which nothing at all happens, is 30 seconds.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(connections()).hasSizeLessThanOrEqualTo(2)); // this test's own
    }

    @Test
    void areKeptWhereTheyAreOnlyUnhurried() throws Exception {
        try (var socket = connect(16_384)) {
            socket.getOutputStream().write(request("/feeds/" + feed + ".atom"));
            var in = socket.getInputStream();
            long begun = System.nanoTime();
            for (int piece = 0; piece < 120; piece++) { // for three times as long as one of them may take
                assertThat(in.readNBytes(new byte[8_192], 0, 8_192)).isEqualTo(8_192);
                Thread.sleep(TOO_SLOW.dividedBy(40));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(TOO_SLOW.multipliedBy(2));
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("</feed>");
        }
    }

    @Test
    void areKeptWhereNothingComesBetweenRequests() throws Exception {
        try (var socket = connect(65_536)) {
            for (int i = 0; i < 2; i++) {
                socket.getOutputStream()
                        .write(("GET /feeds/" + feed + ".atom HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                socket.getInputStream().skipNBytes(socket.getInputStream().available());
                Thread.sleep(TOO_SLOW);
            }
        }
    }

    /** Sends this, and then a byte now and then until it is refused. */
    private Callable<Void> trickle(String beginning) {
        return () -> {
            try (var socket = connect(65_536)) {
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    socket.getOutputStream().write('G');
                    Thread.sleep(100);
                }
            }
        };
    }

    /** Asks for this and reads a byte now and then until there are no more. */
    private Callable<Void> sip(String request) {
        return () -> {
            try (var socket = connect(1_024)) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                while (socket.getInputStream().read() >= 0) {
                    Thread.sleep(100);
                }
                return null;
            }
        };
    }

    private Collection<?> connections() {
        return ((JettyWebServer) Objects.requireNonNull(context.getWebServer()))
                .getServer()
                .getConnectors()[0]
                .getConnectedEndPoints();
    }

    private static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Socket connect(int buffer) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(buffer);
        socket.connect(new InetSocketAddress("localhost", port));
        opened.incrementAndGet();
        return socket;
    }
}
