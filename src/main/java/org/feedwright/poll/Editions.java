package org.feedwright.poll;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.feedwright.article.FeedName;
import org.feedwright.document.Documents;
import org.feedwright.document.FeedFormat;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.Feeds;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The current edition of every document, each rendered once after a change, by the first poll that asks
 * for it. No document waits for another.
 */
@Component
class Editions implements DisposableBean {
    private final Feeds feeds;
    private final InstantSource clock;
    private final ConcurrentHashMap<Key, Shelf> shelves = new ConcurrentHashMap<>();

    /** Not virtual threads: SQLite waits in native code, where it would hold the few carriers of all polls. */
    private final ExecutorService makers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("edition-", 0).factory());

    private record Key(FeedName feed, FeedFormat format) {}

    Editions(Feeds feeds, InstantSource clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    /**
     * What there is now: nothing that was acknowledged before this call is missing in it. Only where the
     * store cannot be reached, it is the last edition that could be made.
     */
    Found find(FeedName feed, FeedFormat format) {
        var key = new Key(feed, format);
        var shelf = Objects.requireNonNull(
                shelves.computeIfAbsent(key, _ -> new Shelf("/feeds/" + feed + "." + format.extension(), makers)));
        var found = shelf.find(clock.instant(), () -> make(feed, format));
        if (found == Found.Nothing.UNKNOWN || found == Found.Nothing.RETIRED) {
            shelves.remove(key, shelf); // else whoever asks for many names decides how much memory they take
        }
        return found;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onFeedChanged(FeedChanged event) {
        Arrays.stream(FeedFormat.values())
                .map(format -> shelves.get(new Key(event.feed(), format)))
                .filter(Objects::nonNull)
                .forEach(Shelf::outdate);
    }

    private Found make(FeedName name, FeedFormat format) {
        var feed = feeds.find(name);
        if (feed.isEmpty()) {
            return Found.Nothing.UNKNOWN;
        }
        if (feed.get().isRetired()) {
            return Found.Nothing.RETIRED;
        }
        return new Edition(Documents.render(feeds.select(feed.get()), format));
    }

    @Override
    public void destroy() {
        makers.shutdownNow();
    }
}
