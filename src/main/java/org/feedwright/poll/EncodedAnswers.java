package org.feedwright.poll;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * What is answered about one edition, as the bytes that go to a socket. It lasts as long as the edition,
 * or, where a date in it moves with the clock, until the clock's second is over.
 */
final class EncodedAnswers {
    private final boolean last;
    private final long second;
    private final @Nullable EncodedAnswer[] documents = new EncodedAnswer[ContentCoding.values().length];
    private final @Nullable EncodedAnswer[] notModified = new EncodedAnswer[ContentCoding.values().length];

    /**
     * @param body null where the status has none
     * @param heads the bytes before the body, as of the last second in which they were asked for
     */
    record EncodedAnswer(
            int status, HttpField[] fields, @Nullable ByteBuffer body, AtomicReference<@Nullable Head> heads) {
        static EncodedAnswer of(Answer answer) {
            var fields = answer.fields().stream()
                    .map(field ->
                            new PreEncodedHttpField(HttpHeader.CACHE.get(field.name()), field.name(), field.value()))
                    .toArray(HttpField[]::new);
            return new EncodedAnswer(
                    answer.status(),
                    fields,
                    answer.body().hasRemaining() ? answer.body() : null,
                    new AtomicReference<>());
        }

        /** All that goes to the socket. */
        ByteBuffer[] bytes(Instant now) {
            var head = heads.get();
            if (head == null || head.second() != now.getEpochSecond()) {
                head = Head.of(status, fields, now);
                heads.set(head);
            }
            return body == null
                    ? new ByteBuffer[] {head.bytes().duplicate()}
                    : new ByteBuffer[] {head.bytes().duplicate(), body.duplicate()};
        }
    }

    /** A status line and header fields, with a date that is true for a second. */
    record Head(long second, ByteBuffer bytes) {
        static Head of(int status, HttpField[] fields, Instant now) {
            var text = new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(HttpStatus.getMessage(status));
            text.append("\r\nDate: ").append(HttpDate.format(now)).append("\r\n");
            for (var field : fields) {
                text.append(field.getName())
                        .append(": ")
                        .append(field.getValue())
                        .append("\r\n");
            }
            byte[] bytes = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
            return new Head(
                    now.getEpochSecond(),
                    ByteBuffer.allocateDirect(bytes.length).put(bytes).flip());
        }
    }

    private EncodedAnswers(boolean last, long second) {
        this.last = last;
        this.second = second;
    }

    static EncodedAnswers of(Edition edition, Answers answers, Instant now) {
        var encoded = edition.encoded().get();
        if (encoded == null || !encoded.isValid(now)) {
            encoded = new EncodedAnswers(answers.last(edition, now), now.getEpochSecond());
            edition.encoded().set(encoded);
        }
        return encoded;
    }

    EncodedAnswer document(ContentCoding coding, Supplier<Answer> answer) {
        return encoded(documents, coding, answer);
    }

    EncodedAnswer notModified(ContentCoding coding, Supplier<Answer> answer) {
        return encoded(notModified, coding, answer);
    }

    private boolean isValid(Instant now) {
        return last || second == now.getEpochSecond();
    }

    /** Threads may race to fill a place, with equal answers. */
    private static EncodedAnswer encoded(
            @Nullable EncodedAnswer[] places, ContentCoding coding, Supplier<Answer> answer) {
        var encoded = places[coding.ordinal()];
        if (encoded == null) {
            encoded = EncodedAnswer.of(answer.get());
            places[coding.ordinal()] = encoded;
        }
        return encoded;
    }
}
