package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.feedwright.article.FeedName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Connections that do nothing, or hardly anything, hold nobody up: others are answered while all of them are still
 * open. The time limit is no measure; it ends what would wait for ever.
 */
@Timeout(120)
class ManyConnectionsTest extends PollingTest {
    private static final int POLLS = 500;
    private static final int ROUNDS = 3;
    private static final int SLOW_READERS = 300; // more than there are threads to hold up

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
    void fiveThousandIdleConnectionsHoldNobodyUp() throws IOException {
        for (int i = 0; i < 5_000; i++) {
            connect();
        }

        assertPollsAreAnswered();
    }

    @Test
    void readersThatTakeAByteNowAndThenHoldNobodyUp() throws IOException {
        var slow = new ArrayList<SocketChannel>();
        for (int i = 0; i < SLOW_READERS; i++) {
            var channel = connect();
            channel.write(ByteBuffer.wrap(
                    ("GET /feeds/" + feed + "." + List.of("atom", "rss").get(i % 2) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII)));
            slow.add(channel);
        }

        for (int round = 0; round < ROUNDS; round++) {
            readAByteEach(slow);
            assertPollsAreAnswered();
        }
        readAByteEach(slow); // so none of them was cut off
    }

    @Test
    void aLargeDocumentComesWholeWhereTheConnectionIsToEnd() throws IOException {
        byte[] document = http.get("/feeds/" + feed + ".atom").body();
        try (var channel = connect()) {
            String request = "GET /feeds/" + feed + ".atom HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            byte[] answer = channel.socket().getInputStream().readAllBytes();

            assertThat(Arrays.copyOfRange(answer, answer.length - document.length, answer.length))
                    .isEqualTo(document);
        }
    }

    private static void readAByteEach(List<SocketChannel> channels) {
        for (var channel : channels) {
            try {
                assertThat(channel.read(ByteBuffer.allocate(1))).isOne();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private SocketChannel connect() throws IOException {
        var channel = SocketChannel.open();
        connections.add(channel);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
        channel.connect(new InetSocketAddress("localhost", port));
        return channel;
    }

    private void assertPollsAreAnswered() {
        for (int i = 0; i < POLLS; i++) {
            assertThat(http.get("/feeds/" + feed + ".atom", "If-None-Match", "*")
                            .statusCode())
                    .isEqualTo(304);
        }
        var whole = http.get("/feeds/" + feed + ".atom", "Accept-Encoding", "gzip");
        assertThat(whole.statusCode()).isEqualTo(200);
    }
}
