package org.feedwright.poll;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
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

    /** @param body null where the status has none */
    record EncodedAnswer(
            int status, HttpField[] fields, @Nullable ByteBuffer body) {
        static EncodedAnswer of(Answer answer) {
            return new EncodedAnswer(
                    answer.status(),
                    answer.fields().stream()
                            .map(field -> new PreEncodedHttpField(
                                    HttpHeader.CACHE.get(field.name()), field.name(), field.value()))
                            .toArray(HttpField[]::new),
                    answer.body().hasRemaining() ? answer.body() : null);
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
