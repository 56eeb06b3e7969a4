package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.feedwright.poll.KnownPolls.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPollsTest {
    private static final Known POLL = new Known("/feeds/a.atom", Poll.of(_ -> null));

    @ParameterizedTest
    @ValueSource(
            strings = {"GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\nHost: x\n\n"})
    void canRememberOneHead(String head) {
        assertThat(KnownPolls.copy(bytes(head))).isEqualTo(bytes(head));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "\r\n\r\n",
                "\r\nGET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x",
                "GET / HTTP/1.1\r\nHost: x\r\n",
                "GET / HTTP/1.1\r\n\r\nG",
                "GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\n\nGET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\n\r\nGET / HTTP/1.1\r\n\r\n"
            })
    void canRememberNothingElse(String bytes) {
        assertThat(KnownPolls.copy(bytes(bytes))).isNull();
    }

    @Test
    void remembersNothingLong() {
        assertThat(KnownPolls.copy(bytes("GET / HTTP/1.1\r\nCookie: " + "a".repeat(1_000) + "\r\n\r\n")))
                .isNull();
    }

    @Test
    void isBounded() {
        var polls = new KnownPolls();
        for (int i = 0; i < 10_000; i++) {
            polls.remember(bytes("request " + i), POLL);
        }

        assertThat(polls.size()).isLessThanOrEqualTo(1_000);
        assertThat(polls.find(bytes("request 9999"))).isEqualTo(POLL);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
