package org.feedwright.edition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.feedwright.article.FeedName;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedDocument;
import org.feedwright.document.FeedFormat;
import org.feedwright.edition.Compression.Effort;
import org.feedwright.edition.EditionCache.Rank;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.entry.Selections;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.http.Absence;
import org.feedwright.search.Query;
import org.feedwright.search.Search;
import org.feedwright.search.SearchLimiter;
import org.feedwright.search.SearchTooLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The current edition of every document. Each is rendered once after a change, and no document waits for another. */
@Component
@EnableConfigurationProperties(PollSettings.class)
public class Editions implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Editions.class);

    private final Feeds feeds;
    private final Selections selections;
    private final Search search;
    private final SearchLimiter searches;
    private final FirstLook firstLook;
    private final InstantSource clock;
    private final PollInterval rhythm;
    private final Duration archiveMaxAge;
    private final EditionCache shelves;
    private final Renderings renderings = new Renderings();

    /**
     * Platform threads, because SQLite waits in native code, where it would hold the few carrier threads of all polls.
     */
    private final ExecutorService makers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("edition-", 0).factory());

    Editions(
            Feeds feeds,
            Selections selections,
            Search search,
            SearchLimiter searches,
            FirstLook firstLook,
            PollSettings settings,
            InstantSource clock) {
        this.feeds = feeds;
        this.selections = selections;
        this.search = search;
        this.searches = searches;
        this.firstLook = firstLook;
        this.clock = clock;
        this.rhythm = settings.rhythm();
        this.archiveMaxAge = settings.archiveMaxAge();
        this.shelves = new EditionCache(settings.cacheSize().toBytes());
    }

    /**
     * Finds the current edition of a document, and has it made if need be. It contains every change that was
     * acknowledged before this call. Only where the store cannot be reached, it is the last edition that could be made.
     */
    public EditionLookup find(DocumentAddress address) {
        String path = address.path();
        var now = clock.instant();
        var current = current(path, now);
        if (current != null) {
            return current;
        }
        var shelf = shelves.at(path, rank(address), () -> new CachedEdition(address, () -> make(address), makers));
        var found = shelf.find(now);
        if (found instanceof EditionLookup.Nothing(var reason) && reason != Absence.UNREACHABLE) {
            shelves.remove(path, shelf); // else whoever asks for many names decides how much memory they take
        } else {
            shelves.trim();
        }
        return found;
    }

    /** The edition at this path if it is in memory and current; null if it would have to be made. Never blocks. */
    @Nullable
    public EditionLookup current(String path, Instant now) {
        var shelf = shelves.at(path);
        return shelf == null ? null : shelf.current(now);
    }

    /** The delta since a past edition; empty if the edition itself is outdated by now. */
    public Optional<EncodedBody> delta(DocumentAddress address, Edition edition, PastEdition base) {
        if (address.query() != null) {
            return Optional.empty(); // mostly as long as the whole, and it would take another search
        }
        var delta = edition.delta(
                base,
                () -> feeds.find(address.logicalFeed().feed())
                        .flatMap(feed -> select(feed, address))
                        .filter(selection ->
                                PastEdition.of("", selection.entries()).hasTheEntriesOf(edition.contents()))
                        .map(selection -> new EncodedBody(
                                Documents.render(
                                                lacking(
                                                        selection,
                                                        base.lacking(edition.contents())
                                                                .orElseThrow()),
                                                edition.format())
                                        .bytes(),
                                Effort.POLLED)));
        shelves.trim();
        return delta;
    }

    @EventListener
    void onFeedChanged(FeedChanged event) {
        shelves.all()
                .filter(shelf -> event.concerns(shelf.address().logicalFeed()))
                .forEach(CachedEdition::outdate);
    }

    /** Outdates the editions that show earlier revisions of their feeds than these. */
    void outdateOlder(Map<FeedName, Long> revisions) {
        shelves.all().forEach(shelf -> {
            var revision = revisions.get(shelf.address().logicalFeed().feed());
            if (revision != null) {
                shelf.outdateOlder(revision);
            }
        });
    }

    /** Outdates all editions: the store has another history now. */
    void outdateAll() {
        shelves.all().forEach(CachedEdition::outdate);
    }

    /** The memory that all editions take, in bytes, roughly. */
    public long size() {
        return shelves.size();
    }

    /** The use of a document. A feed's own documents are polled; who reads others may be a crawler. */
    private static Rank rank(DocumentAddress address) {
        return address.isMadeAhead() && address.logicalFeed().facet() == null ? Rank.SUBSCRIPTION : Rank.PASSING;
    }

    /** What has been made. */
    public Renderings renderings() {
        return renderings;
    }

    private EditionLookup make(DocumentAddress address) {
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

    private static Selection lacking(Selection selection, Set<Integer> places) {
        return selection.with(IntStream.range(0, selection.entries().size())
                .filter(places::contains)
                .mapToObj(selection.entries()::get)
                .toList());
    }

    @Override
    public void destroy() {
        makers.shutdownNow();
    }
}
