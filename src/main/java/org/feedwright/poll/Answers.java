package org.feedwright.poll;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.feedwright.edition.Edition;
import org.feedwright.edition.EncodedBody;
import org.feedwright.edition.PastEdition;
import org.feedwright.feed.Address;
import org.feedwright.feed.ToldDates;
import org.feedwright.http.Absence;
import org.feedwright.http.Answer;
import org.feedwright.http.Answer.Field;
import org.feedwright.http.CommonFields;
import org.feedwright.http.ContentCoding;
import org.feedwright.http.HttpDate;
import org.feedwright.http.Problem;

/** Decisions in HTTP's words. */
final class Answers {
    private static final Pattern ARCHIVE = Pattern.compile(Address.ARCHIVE + "[0-9]+\\.[a-z]+$");
    private static final ByteBuffer NO_BODY = ByteBuffer.allocate(0);
    private static final Duration UNTIL_SEEN = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration BETTER_THAN_NONE = Duration.ofDays(1);

    /** Readers that run in a browser may read everything; {@code Last-Modified} they may always (Fetch §3.2). */
    static final List<Field> CROSS_ORIGIN = List.of(CommonFields.ANY_ORIGIN, CommonFields.exposing("ETag, Link"));

    private final Duration maxAge;
    private final String home;
    private final ToldDates told;

    /**
     * @param maxAge how long it may be remembered that a document is elsewhere
     * @param home where a person finds what there is
     * @param told learns which dates are told
     */
    Answers(Duration maxAge, String home, ToldDates told) {
        this.told = told;
        this.maxAge = maxAge;
        this.home = home;
    }

    /** 200. */
    Answer document(Edition edition, ContentCoding coding, Instant now) {
        var fields = new ArrayList<>(about(edition, edition.body(coding), coding));
        if (isDated(edition, now)) {
            told.tell(edition.modified());
            fields.add(new Field("Last-Modified", HttpDate.format(edition.modified())));
        }
        fields.add(new Field("Cache-Control", "public, " + freshness(edition, now)));
        return answer(200, fields, edition.body(coding));
    }

    /**
     * 226: the entries that have changed (<a href="https://www.rfc-editor.org/rfc/rfc3229">RFC 3229</a> with
     * the instance manipulation {@code feed}). "The entity tag … is that of the current instance", so that
     * the reader names the whole document when it asks again. It is of use to nobody else, so no cache keeps
     * it; and it has no date, for newsboat's HTTP library throws away what is not newer than what it has.
     */
    Answer delta(Edition edition, PastEdition base, EncodedBody delta, ContentCoding coding) {
        var fields = new ArrayList<>(about(edition, delta.in(coding), coding));
        fields.add(new Field("IM", "feed"));
        fields.add(new Field("Delta-Base", '"' + base.fingerprint() + '"'));
        fields.add(new Field("Cache-Control", "no-store"));
        return answer(226, fields, delta.in(coding));
    }

    /**
     * 304, with the fields that "would have been sent in a 200 (OK) response to the same request" and are of
     * use to a cache (RFC 9110 §15.4.5).
     */
    Answer notModified(Edition edition, ContentCoding coding, Instant now) {
        return answer(
                304,
                List.of(
                        new Field("ETag", '"' + edition.tag(coding) + '"'),
                        new Field("Cache-Control", "public, " + freshness(edition, now))),
                NO_BODY);
    }

    /** Whether what is said of an edition now will be said as long as it is current, whenever it is asked for. */
    boolean last(Edition edition, Instant now) {
        return edition.next() == null && isDated(edition, now);
    }

    /**
     * 404, 410 or 503.
     *
     * @param path what was asked for, as for all problems
     */
    Answer nothing(Absence reason, String path) {
        String detail = switch (reason) {
            case UNKNOWN ->
                ARCHIVE.matcher(path).find()
                        ? "There is no such archive document. The feed's own document leads to those that there are."
                        : "There is no such feed. " + home + " lists those that there are.";
            case NOT_YET ->
                "The service has just started and is still reading its feeds. Please ask again in a second.";
            case GONE -> "This feed has ended. " + home + " lists those that live.";
            case UNREACHABLE -> "The feed cannot be read just now. Please ask again later.";
            case BUSY -> "This search cannot be made just now. Please ask again later, or for something rarer.";
        };
        return reason.passes()
                ? problem(reason.status(), path, detail, CommonFields.retryAfter(reason))
                : problem(reason.status(), path, detail);
    }

    /** 410 at another address of an article that was withdrawn. */
    static Answer withdrawn(String path) {
        return problem(410, path, "What was at this address has been withdrawn.");
    }

    /** 400: what is asked for cannot be understood. */
    static Answer refused(String reason, String path) {
        return problem(400, path, reason);
    }

    /** 412. */
    static Answer preconditionFailed(String path) {
        return problem(
                412,
                path,
                "The document is not the one that If-Match or If-Unmodified-Since names. Ask without them for the one"
                        + " that there is.");
    }

    /** 406. */
    Answer notAcceptable(Edition edition, String path) {
        var offered =
                edition.codings().stream().map(ContentCoding::token).sorted().toList();
        return problem(
                406,
                path,
                "This feed can be had in these codings: " + String.join(", ", offered)
                        + ". Accept-Encoding refuses all of them.");
    }

    /** 301 to the one address that a document has. */
    Answer moved(String address) {
        return answer(
                301,
                List.of(
                        new Field("Location", address),
                        new Field("Content-Length", "0"),
                        new Field("Cache-Control", "public, max-age=" + maxAge.toSeconds())),
                NO_BODY);
    }

    /** 405: "The origin server MUST generate an Allow header field" (RFC 9110 §15.5.6). */
    static Answer methodNotAllowed(String path) {
        return problem(405, path, "A feed is read with GET or HEAD.", CommonFields.ALLOW_READING);
    }

    /** 204: what may be asked here, also by scripts of other sites (Fetch §3.2.3). */
    static Answer options() {
        return answer(
                204,
                List.of(
                        CommonFields.ALLOW_READING,
                        new Field("Access-Control-Allow-Methods", CommonFields.READING),
                        new Field(
                                "Access-Control-Allow-Headers",
                                "If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since, A-IM"),
                        new Field("Access-Control-Max-Age", "86400")),
                NO_BODY);
    }

    /**
     * Whether an edition's date tells it from all others. Before its second has come, the document may change once
     * more within the one before, under the same date; and so that no date is "later than the server's time of
     * message origination" (RFC 9110 §8.8.2.1), an earlier one would have to be said, which is that of an earlier
     * state too. A change is also stored a moment after it was dated, and another node hears of it half a second
     * later: whoever asks in between must not be told the date that is to come. Of two states with one date,
     * libcurl's time condition throws the later one away.
     */
    private static boolean isDated(Edition edition, Instant now) {
        return !edition.modified().plus(UNTIL_SEEN).isAfter(now);
    }

    /**
     * How long an answer may be used without asking again, counted from {@code Date}, which has no fraction
     * of a second either (RFC 9111 §4.2.3). Neither that nor the grace in which a cache may still use it
     * while it asks (RFC 5861 §3) lasts past the moment when a scheduled article appears. If asking fails,
     * an old feed is better than none (RFC 5861 §4).
     */
    private static String freshness(Edition edition, Instant now) {
        long left = edition.next() == null
                ? Long.MAX_VALUE
                : Math.max(0, edition.next().getEpochSecond() - now.getEpochSecond());
        return freshness(edition.patience(), left);
    }

    /** The same of what does not change by itself. */
    static String freshness(Duration patience) {
        return freshness(patience, Long.MAX_VALUE);
    }

    private static String freshness(Duration patience, long left) {
        long fresh = Math.min(patience.toSeconds(), left);
        long grace = Math.min(GRACE.toSeconds(), left - fresh);
        return "max-age=" + fresh
                + (grace > 0 ? ", stale-while-revalidate=" + grace : "")
                + ", stale-if-error=" + BETTER_THAN_NONE.toSeconds();
    }

    private static List<Field> about(Edition edition, ByteBuffer body, ContentCoding coding) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("Content-Type", edition.format().contentType()));
        if (coding != ContentCoding.IDENTITY) {
            fields.add(new Field("Content-Encoding", coding.token()));
        }
        fields.add(new Field("Content-Length", String.valueOf(body.remaining())));
        fields.add(new Field("ETag", '"' + edition.tag(coding) + '"'));
        fields.add(new Field("Link", links(edition)));
        return fields;
    }

    /** RFC 8288; hub and self as WebSub §4 wants them, the archives by RFC 5005 §4. */
    private static String links(Edition edition) {
        var links = new ArrayList<String>();
        links.add(link(edition.self(), "self"));
        edition.hubs().forEach(hub -> links.add(link(hub, "hub")));
        edition.archives().forEach((relation, address) -> links.add(link(address, relation)));
        links.add(link(page(edition), "alternate") + "; type=\"text/html\"");
        return String.join(", ", links);
    }

    private static String link(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + '"';
    }

    /** Where people see the same: a document's own address without its extension. */
    static String page(Edition edition) {
        return edition.self().replaceFirst("\\." + edition.format().extension() + "(?=\\?|$)", "");
    }

    private static Answer problem(int status, String path, String detail, Field... more) {
        return Problem.of(status, detail, path)
                .answer(more)
                .with(new Field("Vary", Poll.VARY))
                .with(CROSS_ORIGIN.toArray(Field[]::new));
    }

    private static Answer answer(int status, List<Field> fields, ByteBuffer body) {
        var all = new ArrayList<>(fields);
        all.add(new Field("Vary", Poll.VARY));
        all.addAll(CROSS_ORIGIN);
        if (body.hasRemaining()) {
            all.add(CommonFields.NO_SNIFFING);
        }
        return new Answer(status, all, body);
    }
}
