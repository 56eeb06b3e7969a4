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

    /**
     * The same where the document must be made first, which is waited for; null if the path is not exactly that of a
     * document that there is, or there is something else to be shown.
     */
    @Nullable
    EncodedAnswer made(String path, Poll poll) {
        if (poll.isByPerson()) {
            return null; // who sees the page, for which no document has to be made
        }
        var found = DocumentAddress.parse(path)
                .filter(parsed -> parsed.path().equals(path))
                .map(editions::find)
                .orElse(Found.Nothing.UNKNOWN);
        return answer(PollDecision.of(poll, found), clock.instant(), true);
    }

    /** The same as all the bytes that go to a socket. */
    ByteBuffer @Nullable [] bytes(String path, Poll poll) {
        var now = clock.instant();
        var answer = answer(path, poll, now);
        return answer == null ? null : answer.bytes(now);
    }

    private @Nullable EncodedAnswer answer(String path, Poll poll, Instant now) {
        return editions.current(path, now) instanceof Edition current
                ? answer(PollDecision.of(poll, current), now, false)
                : null;
    }

    /** @param waits whether there is time to compress a document */
    private @Nullable EncodedAnswer answer(PollDecision decision, Instant now, boolean waits) {
        return switch (decision) {
            case PollDecision.SendDocument(var edition, var coding) ->
                waits || edition.isAtHand(coding)
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
            case PollDecision.SendNothing(var reason) ->
                reason == Found.Nothing.UNREACHABLE || reason == Found.Nothing.NOT_YET
                        ? EncodedAnswer.of(answers.nothing(reason))
                        : null;
            case PollDecision.ShowPage _, PollDecision.NotAcceptable _ -> null;
        };
    }
}
