package org.feedwright.edition;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.feedwright.article.FeedName;
import org.feedwright.edition.EditionCache.Rank;
import org.feedwright.entry.Selections;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.http.Absence;
import org.feedwright.search.Search;
import org.feedwright.search.SearchLimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The current edition of every document. Each is rendered once after a change, and no document waits for another. */
@Component
@EnableConfigurationProperties(PollSettings.class)
public class Editions implements DisposableBean {
    private final EditionMaker maker;
    private final InstantSource clock;
    private final EditionCache shelves;

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
        this.maker = new EditionMaker(feeds, selections, search, searches, firstLook, settings);
        this.clock = clock;
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
        var shelf =
                shelves.at(path, rank(address), () -> new CachedEdition(address, () -> maker.make(address), makers));
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
        var delta = edition.delta(base, () -> maker.delta(address, edition, base));
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
        return maker.renderings();
    }

    @Override
    public void destroy() {
        makers.shutdownNow();
    }
}
