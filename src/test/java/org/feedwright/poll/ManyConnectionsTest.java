package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.feedwright.article.FeedName;
import org.feedwright.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Connections that do nothing, or hardly anything, hold nobody up. */
@PollingTest
class ManyConnectionsTest {
    private static final int POLLS = 500;
    private static final Duration FAST_ENOUGH = Duration.ofSeconds(10); // it takes well under one

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    Publisher publisher;

    private final List<Closeable> connections = new ArrayList<>();
    private FeedName feed;

    @BeforeEach
    void publishALargeFeed() {
        feed = publisher.open();
        for (int i = 0; i < 10; i++) {
            publisher.publish(feed, "large-" + i, clock.instant().minusSeconds(60), "Much to say. ".repeat(50_000));
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }

    @Test
    void fiveThousandIdleConnectionsSlowNobody() throws IOException {
        for (int i = 0; i < 5_000; i++) {
            connect();
        }

        assertPollsAreFast();
    }

    @Test
    void slowReadersSlowNobody() throws IOException {
        var slow = new ArrayList<SocketChannel>();
        for (int i = 0; i < 300; i++) { // more than there are threads to hold up
            var channel = connect();
            channel.write(ByteBuffer.wrap(
                    ("GET /feeds/" + feed + "." + List.of("atom", "rss").get(i % 2) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII)));
            slow.add(channel);
        }
        for (var channel : slow) {
            assertThat(channel.read(ByteBuffer.allocate(1))).isOne();
        }

        assertPollsAreFast();
        for (var channel : slow) {
            assertThat(channel.read(ByteBuffer.allocate(1))).isOne();
        }
    }

    private SocketChannel connect() throws IOException {
        var channel = SocketChannel.open();
        connections.add(channel);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
        channel.connect(new InetSocketAddress("localhost", port));
        return channel;
    }

    private void assertPollsAreFast() {
        var http = new Requests(port);
        assertTimeout(FAST_ENOUGH, () -> {
            for (int i = 0; i < POLLS; i++) {
                assertThat(http.get("/feeds/" + feed + ".atom", "If-None-Match", "*")
                                .statusCode())
                        .isEqualTo(304);
            }
            var whole = http.get("/feeds/" + feed + ".atom", "Accept-Encoding", "gzip");
            assertThat(whole.statusCode()).isEqualTo(200);
        });
    }
}
