package org.feedwright.edition;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedDocument;
import org.feedwright.document.FeedFormat;
import org.feedwright.edition.Compression.Effort;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.entry.Selections;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.http.Absence;
import org.feedwright.search.Query;
import org.feedwright.search.Search;
import org.feedwright.search.SearchLimiter;
import org.feedwright.search.SearchTooLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes editions of what is stored. */
final class EditionMaker {
    private static final Logger log = LoggerFactory.getLogger(EditionMaker.class);

    private final Feeds feeds;
    private final Selections selections;
    private final Search search;
    private final SearchLimiter searches;
    private final FirstLook firstLook;
    private final PollInterval rhythm;
    private final Duration archiveMaxAge;
    private final Renderings renderings = new Renderings();

    EditionMaker(
            Feeds feeds,
            Selections selections,
            Search search,
            SearchLimiter searches,
            FirstLook firstLook,
            PollSettings settings) {
        this.feeds = feeds;
        this.selections = selections;
        this.search = search;
        this.searches = searches;
        this.firstLook = firstLook;
        this.rhythm = settings.rhythm();
        this.archiveMaxAge = settings.archiveMaxAge();
    }

    /** What has been made. */
    Renderings renderings() {
        return renderings;
    }

    /** Makes the edition of a document as the store has it now, or says why there is none. */
    EditionLookup make(DocumentAddress address) {
        var found = renderings.count(address.format(), () -> look(address));
        return found instanceof EditionLookup.Nothing(var reason)
                        && reason == Absence.UNKNOWN
                        && firstLook.mayBringMore()
                ? EditionLookup.nothing(Absence.NOT_YET)
                : found;
    }

    private EditionLookup look(DocumentAddress address) {
        var feed = feeds.find(address.logicalFeed().feed());
        if (feed.isEmpty()) {
            return EditionLookup.nothing(Absence.UNKNOWN);
        }
        if (feed.get().isRetired()) {
            return EditionLookup.nothing(Absence.GONE);
        }
        if (address.query() != null) {
            return searched(feed.get(), address, address.query());
        }
        return select(feed.get(), address)
                .<EditionLookup>map(selection -> edition(selection, address.format()))
                .orElse(EditionLookup.nothing(Absence.UNKNOWN));
    }

    private EditionLookup searched(Feed feed, DocumentAddress address, Query query) {
        try {
            return searches.tryRun(() -> search.select(feed, address.logicalFeed(), query)
                            .<EditionLookup>map(selection -> edition(selection, address.format()))
                            .orElse(EditionLookup.nothing(Absence.UNKNOWN)))
                    .orElse(EditionLookup.nothing(Absence.BUSY));
        } catch (SearchTooLong e) {
            log.warn("{} took too long", address.path());
            return EditionLookup.nothing(Absence.BUSY);
        }
    }

    private Optional<Selection> select(Feed feed, DocumentAddress address) {
        return address.archive() == 0
                ? selections.select(feed, address.logicalFeed())
                : selections.archive(feed, address.logicalFeed(), address.archive());
    }

    private Edition edition(Selection selection, FeedFormat format) {
        FeedDocument document = Documents.render(selection, format);
        return new Edition(
                document,
                selection.feed().revision(),
                document.isComplete()
                        ? archiveMaxAge
                        : rhythm.of(selection.entries().stream()
                                .map(Entry::published)
                                .toList()),
                PastEdition.of(document.fingerprint(), selection.entries()));
    }

    /** Makes the delta of an edition since a past one; empty if the edition itself is outdated by now. */
    Optional<EncodedBody> delta(DocumentAddress address, Edition edition, PastEdition base) {
        return feeds.find(address.logicalFeed().feed())
                .flatMap(feed -> select(feed, address))
                .filter(selection -> PastEdition.of("", selection.entries()).hasTheEntriesOf(edition.contents()))
                .map(selection ->
                        lacking(selection, base.lacking(edition.contents()).orElseThrow()))
                .map(selection -> new EncodedBody(
                        Documents.render(selection, edition.format()).bytes(), Effort.POLLED));
    }

    private static Selection lacking(Selection selection, Set<Integer> places) {
        return selection.with(IntStream.range(0, selection.entries().size())
                .filter(places::contains)
                .mapToObj(selection.entries()::get)
                .toList());
    }
}
