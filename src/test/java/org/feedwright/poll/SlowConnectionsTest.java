package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.feedwright.article.FeedName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Connections on which a byte moves now and then are ended; the others are not. The time limit is no measure; it ends
 * what would wait for ever, as every one of these connections did.
 */
@Timeout(120)
@TestPropertySource(properties = {"feedwright.connection.grace=500ms", "feedwright.connection.min-rate=20KB"})
class SlowConnectionsTest extends PollingTest {
    private static final int EACH = 20;
    private static final int PAGES = 3; // which are made for each who asks

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    ServletWebServerApplicationContext context;

    private final AtomicInteger opened = new AtomicInteger();
    private FeedName feed;

    @BeforeEach
    void publishALargeFeed() {
        feed = publisher.open();
        for (int i = 0; i < 10; i++) {
            publisher.publish(feed, "large-" + i, clock.instant().minusSeconds(60), "Much to say. ".repeat(50_000));
        }
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void areEndedWhereAHeadOrContentOrAReaderIsSlow() throws Exception {
        String large = "GET /feeds/" + feed + ".atom HTTP/1.1\r\nHost: x\r\n\r\n";
        for (int i = 0; i < EACH; i++) {
            var _ = clients.submit(trickle(""));
            var _ = clients.submit(trickle("GET /feeds/" + feed + ".atom HTTP/1.1\r\nHost: x\r\nX-Slow: "));
            var _ = clients.submit(
                    trickle("POST /feeds/x.atom HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"));
            var _ = clients.submit(trickle("GET /robots.txt HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nX-Slow: "));
            var _ = clients.submit(sip(large)); // from the front cache
        }
        for (int i = 0; i < PAGES; i++) {
            var _ = clients.submit(sip(large.replace(".atom", ""))); // from the servlets
        }
        await().until(() -> opened.get() == 5 * EACH + PAGES);
        for (int i = 0; i < 50; i++) {
            assertThat(http.get("/feeds/" + feed + ".atom", "If-None-Match", "*")
                            .statusCode())
                    .isEqualTo(304);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> connections() <= 2); // this test's own
    }

    @Test
    void areKeptWhereTheyAreOnlyUnhurried() throws Exception {
        try (var socket = connect(16_384)) {
            socket.getOutputStream().write(request("/feeds/" + feed + ".atom"));
            var in = socket.getInputStream();
            long read = 0;
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < 4_000_000_000L) { // far longer than what is too slow may last
                int n = in.readNBytes(new byte[8_192], 0, 8_192);
                assertThat(n).isEqualTo(8_192);
                read += n;
                // Less than 1 MB a second. Much less would look slow to the server for seconds on end, for the system
                // tells
                // it of room in its buffer of several megabytes only when a third of that is free.
                Thread.sleep(8);
            }
            assertThat(read).isGreaterThan(100_000);
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("</feed>");
        }
    }

    @Test
    void areKeptWhereNothingComesBetweenRequests() throws Exception {
        try (var socket = connect(65_536)) {
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream()
                        .write(("GET /feeds/" + feed + ".atom HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                socket.getInputStream().skipNBytes(socket.getInputStream().available());
                Thread.sleep(1_000);
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

    private int connections() {
        return ((JettyWebServer) Objects.requireNonNull(context.getWebServer()))
                .getServer()
                .getConnectors()[0]
                .getConnectedEndPoints()
                .size();
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
