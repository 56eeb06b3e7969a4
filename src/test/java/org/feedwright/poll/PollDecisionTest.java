package org.feedwright.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.feedwright.document.FeedDocument;
import org.feedwright.document.FeedFormat;
import org.feedwright.edition.DeltaReaders;
import org.feedwright.edition.Edition;
import org.feedwright.edition.EditionLookup;
import org.feedwright.edition.PastEdition;
import org.feedwright.edition.Succession;
import org.feedwright.http.Absence;
import org.feedwright.http.ContentCoding;
import org.feedwright.poll.PollDecision.NotAcceptable;
import org.feedwright.poll.PollDecision.NotModified;
import org.feedwright.poll.PollDecision.PreconditionFailed;
import org.feedwright.poll.PollDecision.SendDelta;
import org.feedwright.poll.PollDecision.SendDocument;
import org.feedwright.poll.PollDecision.SendNothing;
import org.feedwright.poll.PollDecision.ShowPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class PollDecisionTest {
    private static final FeedDocument DOCUMENT = new FeedDocument(
            FeedFormat.ATOM,
            "<feed/>".getBytes(StandardCharsets.UTF_8),
            "https://feeds.example.org/feeds/x.atom",
            List.of(),
            Instant.parse("2026-03-01T12:00:00Z"),
            null,
            null);
    private static final Edition EDITION =
            new Edition(DOCUMENT, 0, Duration.ofMinutes(5), PastEdition.of(DOCUMENT.fingerprint(), List.of()));
    private static final String TAG = EDITION.tag(ContentCoding.IDENTITY);
    private static final DeltaReaders NO_DELTAS = new DeltaReaders(List.of());
    private static final String BEFORE = "Sun, 01 Mar 2026 11:59:59 GMT";
    private static final String SAME = "Sun, 01 Mar 2026 12:00:00 GMT";
    private static final String AFTER = "Sun, 01 Mar 2026 12:00:01 GMT";

    private static final PollDecision WHOLE = new SendDocument(EDITION, ContentCoding.IDENTITY);
    private static final PollDecision REFUSED = new PreconditionFailed();
    private static final PollDecision NOTHING_NEW = new NotModified(EDITION, ContentCoding.IDENTITY);

    static final List<Arguments> polls = List.of(
            poll("nothing known", WHOLE),
            poll("its tag", NOTHING_NEW, "If-None-Match", quoted(TAG)),
            poll("its tag, weakened on the way", NOTHING_NEW, "If-None-Match", "W/" + quoted(TAG)),
            poll("its tag among others", NOTHING_NEW, "If-None-Match", "\"x\", W/" + quoted(TAG)),
            poll("any tag", NOTHING_NEW, "If-None-Match", "*"),
            poll("another tag", WHOLE, "If-None-Match", "\"x\""),
            poll("a tag that only begins as its own", WHOLE, "If-None-Match", quoted(TAG + "-deflate")),
            poll("no tag where there should be one", WHOLE, "If-None-Match", "", "If-Modified-Since", AFTER),
            poll("its tag and an older date", NOTHING_NEW, "If-None-Match", quoted(TAG), "If-Modified-Since", BEFORE),
            poll("another tag and a newer date", WHOLE, "If-None-Match", "\"x\"", "If-Modified-Since", AFTER),
            poll("an older date", WHOLE, "If-Modified-Since", BEFORE),
            poll("its date", NOTHING_NEW, "If-Modified-Since", SAME),
            poll("a newer date", NOTHING_NEW, "If-Modified-Since", AFTER),
            poll("no date where there should be one", WHOLE, "If-Modified-Since", "2026-03-01T12:00:01Z"),
            poll(
                    "gzip, and knows it plain",
                    new NotModified(EDITION, ContentCoding.IDENTITY),
                    "Accept-Encoding",
                    "gzip",
                    "If-None-Match",
                    quoted(TAG)),
            poll(
                    "plain, and knows it in gzip",
                    new NotModified(EDITION, ContentCoding.GZIP),
                    "If-None-Match",
                    quoted(TAG + "-gzip")),
            poll(
                    "gzip, and knows it in every coding",
                    new NotModified(EDITION, ContentCoding.GZIP),
                    "Accept-Encoding",
                    "gzip",
                    "If-None-Match",
                    quoted(TAG) + ", " + quoted(TAG + "-br") + ", " + quoted(TAG + "-gzip")),
            poll(
                    "gzip, and knows any",
                    new NotModified(EDITION, ContentCoding.GZIP),
                    "Accept-Encoding",
                    "gzip",
                    "If-None-Match",
                    "*"),
            poll(
                    "gzip, with a newer date",
                    new NotModified(EDITION, ContentCoding.GZIP),
                    "Accept-Encoding",
                    "gzip",
                    "If-Modified-Since",
                    AFTER),
            poll("gzip", new SendDocument(EDITION, ContentCoding.GZIP), "Accept-Encoding", "gzip"),
            poll(
                    "no coding at all, though it knows it",
                    new NotAcceptable(EDITION),
                    "Accept-Encoding",
                    "identity;q=0",
                    "If-None-Match",
                    "*"),
            poll("its tag and no other", WHOLE, "If-Match", quoted(TAG)),
            poll("the tag of another coding of it and no other", WHOLE, "If-Match", quoted(TAG + "-br")),
            poll("any tag that there is", WHOLE, "If-Match", "*"),
            poll("one of several tags", WHOLE, "If-Match", "\"x\", " + quoted(TAG)),
            poll("another tag and no other", REFUSED, "If-Match", "\"x\""),
            poll("its tag, weakened, and no other", REFUSED, "If-Match", "W/" + quoted(TAG)),
            poll("no tag at all", REFUSED, "If-Match", ""),
            poll("its tag and no older date", WHOLE, "If-Match", quoted(TAG), "If-Unmodified-Since", BEFORE),
            poll("another tag and no newer date", REFUSED, "If-Match", "\"x\"", "If-Unmodified-Since", AFTER),
            poll("nothing newer than an older date", REFUSED, "If-Unmodified-Since", BEFORE),
            poll("nothing newer than its date", WHOLE, "If-Unmodified-Since", SAME),
            poll("nothing newer than a newer date", WHOLE, "If-Unmodified-Since", AFTER),
            poll("nothing newer than what is no date", WHOLE, "If-Unmodified-Since", "yesterday"),
            poll("its tag and no other, known", NOTHING_NEW, "If-Match", quoted(TAG), "If-None-Match", quoted(TAG)),
            poll("another tag and no other, known", REFUSED, "If-Match", "\"x\"", "If-None-Match", quoted(TAG)),
            poll("nothing newer, known", NOTHING_NEW, "If-Unmodified-Since", SAME, "If-None-Match", "*"),
            poll("nothing newer than before, known", REFUSED, "If-Unmodified-Since", BEFORE, "If-None-Match", "*"),
            poll("nothing newer, known by date", NOTHING_NEW, "If-Unmodified-Since", SAME, "If-Modified-Since", SAME),
            poll(
                    "another tag in no coding at all",
                    new NotAcceptable(EDITION),
                    "Accept-Encoding",
                    "identity;q=0",
                    "If-Match",
                    "\"x\""),
            poll("a part", WHOLE, "Range", "bytes=0-1"),
            poll("by a person", new ShowPage(), "Sec-Fetch-Dest", "document"),
            poll("by a person who was here", new ShowPage(), "Sec-Fetch-Dest", "document", "If-None-Match", "*"),
            poll("by a script", WHOLE, "Sec-Fetch-Dest", "empty"),
            poll("HTML rather than anything else", WHOLE, "Accept", "text/html, */*;q=0.1"));

    @ParameterizedTest(name = "{0}")
    @FieldSource("polls")
    void decides(String asked, Map<String, String> fields, PollDecision decision) {
        assertThat(PollDecision.of(Poll.of(fields::get, NO_DELTAS), EDITION)).isEqualTo(decision);
    }

    @ParameterizedTest
    @EnumSource(Absence.class)
    void sendsNothingWhereThereIsNothing(Absence reason) {
        var poll = Poll.of(Map.of("If-None-Match", "*")::get, NO_DELTAS);

        assertThat(PollDecision.of(poll, EditionLookup.nothing(reason))).isEqualTo(new SendNothing(reason));
    }

    @Test
    void showsAPersonThePageWhateverThereIs() {
        var poll = Poll.of(Map.of("Sec-Fetch-Dest", "document")::get, NO_DELTAS);

        assertThat(PollDecision.of(poll, EditionLookup.nothing(Absence.GONE))).isEqualTo(new ShowPage());
    }

    @ParameterizedTest
    @CsvSource({
        "feed, Newsboat/2.36, before, true",
        "feed, Newsboat/2.36, other, false",
        "feed, rss2email/3, before, false",
        "diffe, Newsboat/2.36, before, false"
    })
    void sendsWhatHasChangedToAReaderThatMeansItAndHasTheEditionBefore(
            String manipulation, String program, String known, boolean isDelta) {
        var before = new PastEdition("before", new long[] {1}, new long[] {11});
        var now = Succession.of(
                before,
                new Edition(
                        DOCUMENT,
                        0,
                        Duration.ofMinutes(5),
                        new PastEdition(DOCUMENT.fingerprint(), new long[] {2, 1}, new long[] {12, 11})));
        var fields = Map.of("A-IM", manipulation, "User-Agent", program, "If-None-Match", quoted(known));

        assertThat(PollDecision.of(Poll.of(fields::get, new DeltaReaders(List.of("Newsboat"))), now))
                .isEqualTo(
                        isDelta
                                ? new SendDelta(now, before, ContentCoding.IDENTITY)
                                : new SendDocument(now, ContentCoding.IDENTITY));
    }

    private static Arguments poll(String asked, PollDecision decision, String... fields) {
        var map = Stream.iterate(0, i -> i < fields.length, i -> i + 2)
                .collect(java.util.stream.Collectors.toMap(i -> fields[i], i -> fields[i + 1]));
        return Arguments.of(asked, map, decision);
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
