package org.feedwright.poll;

import java.time.Instant;
import java.util.function.Supplier;
import org.feedwright.edition.Edition;
import org.feedwright.http.ContentCoding;
import org.jspecify.annotations.Nullable;

/**
 * What is answered about one edition, with header fields that are encoded already. It lasts as long as the edition,
 * or, where something in it moves with the clock, until the clock's second is over.
 */
final class PreEncodedAnswers {
    private final boolean last;
    private final long second;
    private final @Nullable CountedAnswer[] documents = new CountedAnswer[ContentCoding.values().length];
    private final @Nullable CountedAnswer[] notModified = new CountedAnswer[ContentCoding.values().length];

    private PreEncodedAnswers(boolean last, long second) {
        this.last = last;
        this.second = second;
    }

    static PreEncodedAnswers of(Edition edition, Answers answers, Instant now) {
        if (edition.attachment().get() instanceof PreEncodedAnswers known && known.isValid(now)) {
            return known;
        }
        var encoded = new PreEncodedAnswers(answers.last(edition, now), now.getEpochSecond());
        edition.attachment().set(encoded);
        return encoded;
    }

    CountedAnswer document(ContentCoding coding, Supplier<CountedAnswer> answer) {
        return encoded(documents, coding, answer);
    }

    CountedAnswer notModified(ContentCoding coding, Supplier<CountedAnswer> answer) {
        return encoded(notModified, coding, answer);
    }

    private boolean isValid(Instant now) {
        return last ? second <= now.getEpochSecond() : second == now.getEpochSecond();
    }

    /** Threads may race to fill a place, with equal answers. */
    @SuppressWarnings("EnumOrdinal") // an EnumMap is not for threads that race
    private static CountedAnswer encoded(
            @Nullable CountedAnswer[] places, ContentCoding coding, Supplier<CountedAnswer> answer) {
        var encoded = places[coding.ordinal()];
        if (encoded == null) {
            encoded = answer.get();
            places[coding.ordinal()] = encoded;
        }
        return encoded;
    }
}
