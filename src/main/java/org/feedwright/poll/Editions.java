package org.feedwright.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedDocument;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Entry;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.Selection;
import org.feedwright.poll.Shelves.Rank;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The current edition of every document, each rendered once after a change. No document waits for another.
 */
@Component
class Editions implements DisposableBean {
    private final Feeds feeds;
    private final InstantSource clock;
    private final Rhythm rhythm;
    private final Shelves shelves;

    /** Not virtual threads: SQLite waits in native code, where it would hold the few carriers of all polls. */
    private final ExecutorService makers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("edition-", 0).factory());

    Editions(Feeds feeds, PollSettings settings, InstantSource clock) {
        this.feeds = feeds;
        this.clock = clock;
        this.rhythm = settings.rhythm();
        this.shelves = new Shelves(settings.cacheSize().toBytes());
    }

    /**
     * What there is now: nothing that was acknowledged before this call is missing in it. Only where the
     * store cannot be reached, it is the last edition that could be made.
     */
    Found find(FeedName feed, FeedFormat format) {
        String path = path(feed, format);
        var now = clock.instant();
        var current = current(path, now);
        if (current != null) {
            return current;
        }
        var shelf = shelves.at(path, Rank.SUBSCRIPTION, () -> new Shelf(path, () -> make(feed, format), makers));
        var found = shelf.find(now);
        if (found == Found.Nothing.UNKNOWN || found == Found.Nothing.RETIRED) {
            shelves.remove(path, shelf); // else whoever asks for many names decides how much memory they take
        } else {
            shelves.trim();
        }
        return found;
    }

    /** What is at this path if it is at hand and current; null if it would have to be looked for. */
    @Nullable
    Found current(String path, Instant now) {
        var shelf = shelves.at(path);
        return shelf == null ? null : shelf.current(now);
    }

    /** What has changed since a past edition; empty if the edition itself is past by now. */
    Optional<Bodies> delta(FeedName name, Edition edition, PastEdition base) {
        var delta = edition.delta(
                base,
                () -> feeds.find(name)
                        .map(feeds::select)
                        .filter(selection ->
                                PastEdition.of("", selection.entries()).hasTheEntriesOf(edition.contents()))
                        .map(selection -> new Bodies(Documents.render(
                                        lacking(
                                                selection,
                                                base.lacking(edition.contents()).orElseThrow()),
                                        edition.format())
                                .bytes())));
        shelves.trim();
        return delta;
    }

    @EventListener
    void onFeedChanged(FeedChanged event) {
        shelves(event.feed()).forEach(Shelf::outdate);
    }

    /** Outdates what was made before this revision of a feed. */
    void outdateOlder(FeedName feed, long revision) {
        shelves(feed).forEach(shelf -> shelf.outdateOlder(revision));
    }

    /** The memory that they take, in bytes, roughly. */
    long size() {
        return shelves.size();
    }

    private Stream<Shelf> shelves(FeedName feed) {
        return Arrays.stream(FeedFormat.values())
                .map(format -> shelves.at(path(feed, format)))
                .filter(Objects::nonNull);
    }

    private Found make(FeedName name, FeedFormat format) {
        var feed = feeds.find(name);
        if (feed.isEmpty()) {
            return Found.Nothing.UNKNOWN;
        }
        if (feed.get().isRetired()) {
            return Found.Nothing.RETIRED;
        }
        var selection = feeds.select(feed.get());
        FeedDocument document = Documents.render(selection, format);
        return new Edition(
                document,
                selection.feed().revision(),
                rhythm.of(selection.entries().stream().map(Entry::published).toList()),
                PastEdition.of(document.fingerprint(), selection.entries()));
    }

    private static Selection lacking(Selection selection, Set<Integer> places) {
        return new Selection(
                selection.feed(),
                selection.addresses(),
                IntStream.range(0, selection.entries().size())
                        .filter(places::contains)
                        .mapToObj(selection.entries()::get)
                        .toList(),
                selection.updated(),
                selection.modified(),
                selection.next());
    }

    private static String path(FeedName feed, FeedFormat format) {
        return Addresses.feedPath(feed) + "." + format.extension();
    }

    @Override
    public void destroy() {
        makers.shutdownNow();
    }
}
