package org.feedwright.poll;

import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.feedwright.edition.DeltaReaders;
import org.feedwright.edition.DocumentAddress;
import org.feedwright.edition.Edition;
import org.feedwright.edition.EditionLookup;
import org.feedwright.edition.Editions;
import org.feedwright.feed.BasePath;
import org.feedwright.http.Absence;
import org.feedwright.http.Answer;
import org.feedwright.http.EncodedAnswer;
import org.feedwright.http.Fields;
import org.feedwright.http.HttpDate;
import org.jspecify.annotations.Nullable;

/** What can be answered out of memory, at once. */
final class CachedAnswers {
    private final BasePath base;
    private final Editions editions;
    private final Answers answers;
    private final DeltaReaders deltaReaders;
    private final PollCounts counts;
    private final InstantSource clock;
    private volatile Second second = new Second(Long.MIN_VALUE, new HttpField(HttpHeader.DATE, ""));

    CachedAnswers(
            BasePath base,
            Editions editions,
            Answers answers,
            DeltaReaders deltaReaders,
            PollCounts counts,
            InstantSource clock) {
        this.base = base;
        this.editions = editions;
        this.answers = answers;
        this.deltaReaders = deltaReaders;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * @param date of the second for which the answer was made, which is what it counts from: the server's own
     *     is that of the request's arrival, and may be earlier than what the answer says of itself
     */
    record Dated(CountedAnswer counted, HttpField date) {
        EncodedAnswer answer() {
            return counted.answer();
        }
    }

    private record Second(long epoch, HttpField date) {}

    /** What these header fields ask. */
    Poll poll(Fields fields) {
        return Poll.of(fields, deltaReaders);
    }

    /** The answer to this poll of the document at this path; null if it is not at hand. Never blocks. */
    @Nullable
    Dated answer(String asked, Poll poll) {
        String path = base.below(asked);
        var now = clock.instant();
        return editions.current(path, now) instanceof Edition current
                ? dated(answer(PollDecision.of(poll, current), path, now, false), now)
                : null;
    }

    /**
     * The same where the document must be made first, which is waited for; null if the path is not exactly that of a
     * document that there is, or there is something else to be shown.
     */
    @Nullable
    Dated made(String asked, Poll poll) {
        String path = base.below(asked);
        if (poll.isByPerson()) {
            return null; // who sees the page, for which no document has to be made
        }
        var found = DocumentAddress.parse(path)
                .filter(parsed -> parsed.path().equals(path))
                .map(editions::find)
                .orElseGet(() -> EditionLookup.nothing(Absence.UNKNOWN));
        var now = clock.instant();
        return dated(answer(PollDecision.of(poll, found), path, now, true), now);
    }

    /** @param waits whether there is time to compress a document */
    private @Nullable CountedAnswer answer(PollDecision decision, String path, Instant now, boolean waits) {
        return switch (decision) {
            case PollDecision.SendDocument(var edition, var coding) ->
                waits || edition.isAtHand(coding)
                        ? PreEncodedAnswers.of(edition, answers, now)
                                .document(coding, () -> counted(decision, answers.document(edition, coding, now), path))
                        : null;
            case PollDecision.NotModified(var edition, var coding) ->
                PreEncodedAnswers.of(edition, answers, now)
                        .notModified(coding, () -> counted(decision, answers.notModified(edition, coding, now), path));
            case PollDecision.SendDelta(var edition, var base, var coding) -> {
                var delta = edition.delta(base);
                yield delta == null || !delta.isAtHand(coding)
                        ? null
                        : counted(decision, answers.delta(edition, base, delta, coding), path);
            }
            // What is not known yet may be a former address, of which the servlets know.
            case PollDecision.SendNothing(var reason) ->
                reason == Absence.UNREACHABLE ? counted(decision, answers.nothing(reason, base + path), path) : null;
            case PollDecision.ShowPage _, PollDecision.NotAcceptable _, PollDecision.PreconditionFailed _ -> null;
        };
    }

    private CountedAnswer counted(PollDecision decision, Answer answer, String path) {
        var address = DocumentAddress.parse(path).orElseThrow();
        return new CountedAnswer(EncodedAnswer.of(answer), counts.note(address, decision, answer));
    }

    private @Nullable Dated dated(@Nullable CountedAnswer answer, Instant now) {
        return answer == null ? null : new Dated(answer, date(now));
    }

    private HttpField date(Instant now) {
        var known = second;
        if (known.epoch() != now.getEpochSecond()) {
            counts.tick(now);
            known = new Second(now.getEpochSecond(), new PreEncodedHttpField(HttpHeader.DATE, HttpDate.format(now)));
            second = known;
        }
        return known.date();
    }
}
