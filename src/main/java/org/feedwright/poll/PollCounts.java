package org.feedwright.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.feedwright.document.FeedFormat;
import org.feedwright.edition.DocumentAddress;
import org.feedwright.http.Absence;
import org.feedwright.http.Answer;
import org.feedwright.http.ContentCoding;
import org.feedwright.poll.PollCount.Kind;
import org.springframework.stereotype.Component;

/**
 * Counts polls, for whoever watches the service: requests for a document that were answered with it, with what changed
 * in it, or with the reason why not. Pages, redirects and refused methods are no polls.
 *
 * <p>A category's documents and archive documents count for their feed. What is not there counts for {@link #OTHER}, so
 * that nobody who makes up names makes more counts.
 */
@Component
public final class PollCounts {
    /** Stands for feeds that there are not; no feed can have this name. */
    public static final String OTHER = "(other)";

    private final ConcurrentHashMap<Kind, PollCount> counts = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final PollHistory history;

    PollCounts(InstantSource clock) {
        this.clock = clock;
        this.history = new PollHistory(clock.instant());
    }

    /** What a poll counts as that is answered in this way. */
    PollNote note(DocumentAddress address, PollDecision decision, Answer answer) {
        int status = answer.status();
        long body = answer.body().remaining();
        return switch (decision) {
            case PollDecision.SendDocument(var edition, var coding) ->
                new PollNote(of(address, status, coding), body, edition.length());
            case PollDecision.SendDelta(var edition, var _, var coding) ->
                new PollNote(of(address, status, coding), body, edition.length());
            case PollDecision.NotModified(var edition, var coding) ->
                new PollNote(of(address, status, coding), body, edition.length());
            case PollDecision.SendNothing(var reason) -> new PollNote(ofNothing(address, status, reason), body, body);
            default -> new PollNote(of(address, status, ContentCoding.IDENTITY), body, body);
        };
    }

    private PollCount of(DocumentAddress address, int status, ContentCoding coding) {
        return of(address.logicalFeed().feed().value(), address.format(), status, coding);
    }

    private PollCount ofNothing(DocumentAddress address, int status, Absence reason) {
        return reason == Absence.GONE
                ? of(address, status, ContentCoding.IDENTITY)
                : of(OTHER, address.format(), status, ContentCoding.IDENTITY);
    }

    private PollCount of(String feed, FeedFormat format, int status, ContentCoding coding) {
        var kind = new Kind(feed, format, status, coding);
        return counts.computeIfAbsent(kind, PollCount::new);
    }

    /** Keeps the day's history; called before polls of another second are counted. */
    void tick(Instant now) {
        history.follow(now, counts.values());
    }

    /** All counts that there are by now. */
    public Collection<PollCount> all() {
        return counts.values();
    }

    /** The polls of the last day, of each feed that was polled since the start. */
    public List<PollDay> lastDay() {
        return history.lastDay(clock.instant(), counts.values());
    }
}
