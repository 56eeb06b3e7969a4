package org.feedwright.poll;

import java.util.Optional;
import org.feedwright.edition.Edition;
import org.feedwright.edition.EditionLookup;
import org.feedwright.edition.PastEdition;
import org.feedwright.http.Absence;
import org.feedwright.http.ContentCoding;
import org.feedwright.http.Preconditions.Outcome;

/** What a poll is answered. Deciding needs nothing but the poll and what was found, so every way in shares it. */
sealed interface PollDecision {
    /** 200: the document. */
    record SendDocument(Edition edition, ContentCoding coding) implements PollDecision {}

    /** 226: what has changed since an edition that the reader has. */
    record SendDelta(Edition edition, PastEdition base, ContentCoding coding) implements PollDecision {}

    /** 412: the reader wants another document than the one that there is, and no other. */
    record PreconditionFailed() implements PollDecision {}

    /** 304: the reader has the document already, coded in this way. */
    record NotModified(Edition edition, ContentCoding coding) implements PollDecision {}

    /** The feed's page: a person looks. */
    record ShowPage() implements PollDecision {}

    /** 406: the reader refuses every coding, even none. */
    record NotAcceptable(Edition edition) implements PollDecision {}

    /** 404, 410 or 503. */
    record SendNothing(Absence reason) implements PollDecision {}

    static PollDecision of(Poll poll, EditionLookup found) {
        if (poll.isByPerson()) {
            return new ShowPage();
        }
        return switch (found) {
            case Edition edition -> of(poll, edition);
            case EditionLookup.Nothing(var reason) -> new SendNothing(reason);
        };
    }

    private static PollDecision of(Poll poll, Edition edition) {
        var preferred = poll.acceptEncoding().preferred(edition.codings());
        if (preferred.isEmpty()) {
            return new NotAcceptable(edition);
        }
        var coding = preferred.get();
        var outcome = poll.conditions()
                .outcome(edition.tag(coding), tag -> edition.codingOf(tag).isPresent(), edition.modified());
        return switch (outcome) {
            case Outcome.Failed _ -> new PreconditionFailed();
            case Outcome.NotModified(var tag) ->
                new NotModified(edition, edition.codingOf(tag).orElse(coding));
            case Outcome.Met _ -> content(poll, edition, coding);
        };
    }

    private static PollDecision content(Poll poll, Edition edition, ContentCoding coding) {
        var base = poll.takesDelta() ? edition.base(poll.conditions().known()) : Optional.<PastEdition>empty();
        return base.<PollDecision>map(known -> new SendDelta(edition, known, coding))
                .orElseGet(() -> new SendDocument(edition, coding));
    }
}
