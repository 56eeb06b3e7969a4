package org.feedwright.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.feedwright.conformance.Conformance;
import org.feedwright.entry.Selection;
import org.feedwright.timeline.ArchivePosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 5005 §4, as far as each format has words for it. */
class ArchivesTest {
    private static final String FEED = "https://feeds.example.org/feeds/rare-earth";
    private static final String SIGN = "<fh:archive xmlns:fh=\"http://purl.org/syndication/history/1.0\" />";

    private static FeedDocument at(ArchivePosition position, FeedFormat format) {
        var feed = new SampleFeed(new SampleArticle());
        feed.ttl = Duration.ofMinutes(30);
        var whole = feed.selection();
        return Documents.render(
                new Selection(
                        whole.feed(),
                        whole.logicalFeed(),
                        null,
                        whole.addresses(),
                        position,
                        whole.entries(),
                        whole.tombstones(),
                        whole.updated(),
                        whole.modified(),
                        null,
                        null),
                format);
    }

    @ParameterizedTest
    @EnumSource
    void leadFromOneDocumentToTheNext(FeedFormat format) {
        String ending = "." + format.extension();
        var document = at(new ArchivePosition(2, 1, 3, true), format);

        assertThat(document.self()).isEqualTo(FEED + "/archive/2" + ending);
        assertThat(document.isComplete()).isTrue();
        assertThat(document.ttl()).isNull();
        assertThat(document.archives())
                .isEqualTo(Map.of(
                        "current", FEED + ending,
                        "prev-archive", FEED + "/archive/1" + ending,
                        "next-archive", FEED + "/archive/3" + ending));
        assertThat(Conformance.violations(format, document.bytes())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void areSignedAndNamedInTheDocument(FeedFormat format) {
        String ending = "." + format.extension();
        String text = new String(at(new ArchivePosition(2, 1, 3, false), format).bytes(), UTF_8);

        switch (format) {
            case ATOM ->
                assertThat(text)
                        .contains(
                                SIGN,
                                "<link rel=\"current\" type=\"application/atom+xml\" href=\"" + FEED + ".atom\" />",
                                "<link rel=\"prev-archive\" type=\"application/atom+xml\" href=\"" + FEED
                                        + "/archive/1.atom\" />");
            case RSS ->
                assertThat(text)
                        .contains(
                                SIGN,
                                "<atom:link rel=\"current\" href=\"" + FEED + ".rss\" type=\"application/rss+xml\" />",
                                "<atom:link rel=\"next-archive\" href=\"" + FEED
                                        + "/archive/3.rss\" type=\"application/rss+xml\" />");
            case RDF -> assertThat(text).contains(SIGN).doesNotContain("prev-archive");
            case JSON -> assertThat(text).contains("\"next_url\":\"" + FEED + "/archive/1" + ending + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNamedByTheSubscriptionDocumentWhichIsNone(FeedFormat format) {
        var document = at(ArchivePosition.current(4), format);

        assertThat(document.archives()).isEqualTo(Map.of("prev-archive", FEED + "/archive/4." + format.extension()));
        assertThat(document.ttl()).isEqualTo(Duration.ofMinutes(30));
        assertThat(document.isComplete()).isFalse();
        assertThat(new String(document.bytes(), UTF_8)).doesNotContain("fh:archive");
        assertThat(at(ArchivePosition.current(0), format).archives()).isEmpty();
    }
}
