package org.feedwright.poll;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import org.feedwright.poll.EncodedAnswers.EncodedAnswer;
import org.jspecify.annotations.Nullable;

/** What can be answered out of memory, at once. */
final class AtHand {
    private final Editions editions;
    private final Answers answers;
    private final InstantSource clock;

    AtHand(Editions editions, Answers answers, InstantSource clock) {
        this.editions = editions;
        this.answers = answers;
        this.clock = clock;
    }

    /** The answer to this poll of the document at this path; null if it is not at hand. Never blocks. */
    @Nullable
    EncodedAnswer answer(String path, Poll poll) {
        return answer(path, poll, clock.instant());
    }

    /** The same as all the bytes that go to a socket. */
    ByteBuffer @Nullable [] bytes(String path, Poll poll) {
        var now = clock.instant();
        var answer = answer(path, poll, now);
        return answer == null ? null : answer.bytes(now);
    }

    private @Nullable EncodedAnswer answer(String path, Poll poll, Instant now) {
        if (!(editions.current(path, now) instanceof Edition current)) {
            return null;
        }
        return switch (PollDecision.of(poll, current)) {
            case PollDecision.SendDocument(var edition, var coding) ->
                edition.isAtHand(coding)
                        ? EncodedAnswers.of(edition, answers, now)
                                .document(coding, () -> answers.document(edition, coding, now))
                        : null;
            case PollDecision.NotModified(var edition, var coding) ->
                EncodedAnswers.of(edition, answers, now)
                        .notModified(coding, () -> answers.notModified(edition, coding, now));
            case PollDecision.SendDelta(var edition, var base, var coding) -> {
                var delta = edition.delta(base);
                yield delta == null || !delta.isAtHand(coding)
                        ? null
                        : EncodedAnswer.of(answers.delta(edition, base, delta, coding, now));
            }
            case PollDecision.ShowPage _, PollDecision.NotAcceptable _, PollDecision.SendNothing _ -> null;
        };
    }
}
