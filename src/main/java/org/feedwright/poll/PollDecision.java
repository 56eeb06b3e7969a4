package org.feedwright.poll;

import org.feedwright.edition.Edition;
import org.feedwright.edition.EditionLookup;
import org.feedwright.edition.PastEdition;
import org.feedwright.http.ContentCoding;
import org.feedwright.http.EntityTags;

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
    record SendNothing(EditionLookup.Nothing reason) implements PollDecision {}

    static PollDecision of(Poll poll, EditionLookup found) {
        if (poll.isByPerson()) {
            return new ShowPage();
        }
        return switch (found) {
            case Edition edition -> of(poll, edition);
            case EditionLookup.Nothing reason -> new SendNothing(reason);
        };
    }

    private static PollDecision of(Poll poll, Edition edition) {
        var preferred = poll.acceptEncoding().preferred(edition.codings());
        if (preferred.isEmpty()) {
            return new NotAcceptable(edition);
        }
        var coding = preferred.get();
        var conditions = poll.conditions();
        if (conditions.fail(tag -> edition.codingOf(tag).isPresent(), edition.modified())) {
            return new PreconditionFailed();
        }
        var known = conditions.ifNoneMatch();
        if (known != null) {
            return known(poll, known, coding, edition);
        }
        var since = conditions.ifModifiedSince();
        return since != null && !edition.modified().isAfter(since)
                ? new NotModified(edition, coding)
                : new SendDocument(edition, coding);
    }

    /**
     * Any coding of this edition will do. The answer names the one that the reader has: a cache "MUST NOT
     * use the new response to update any stored responses" whose tag it does not repeat (RFC 9111 §4.3.4).
     */
    private static PollDecision known(Poll poll, EntityTags known, ContentCoding coding, Edition edition) {
        if (known.any() || known.values().contains(edition.tag(coding))) {
            return new NotModified(edition, coding);
        }
        for (String value : known.values()) {
            var named = edition.codingOf(value);
            if (named.isPresent()) {
                return new NotModified(edition, named.get());
            }
        }
        if (poll.takesDelta()) {
            var base = edition.base(known.values());
            if (base.isPresent()) {
                return new SendDelta(edition, base.get(), coding);
            }
        }
        return new SendDocument(edition, coding);
    }
}
