package org.feedwright.timeline;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.feed.ToldDates;
import org.feedwright.store.TransactionScoped;
import org.feedwright.store.nodes.ChangeSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Gathers the feeds that a transaction changes. Each gets its new date just before the commit, in the order of names so
 * that no two transactions wait for each other, and is told of once just after it. Thousands of articles in one
 * transaction are one change, of which other nodes hear by the {@link ChangeSignal}.
 */
@Component
class FeedChanges {
    private static final Logger log = LoggerFactory.getLogger(FeedChanges.class);

    private final JdbcFeeds store;
    private final JdbcPlacing placing;
    private final JdbcArchive archive;
    private final ChangeSignal signal;
    private final ToldDates told;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    FeedChanges(
            JdbcFeeds store,
            JdbcPlacing placing,
            JdbcArchive archive,
            ChangeSignal signal,
            ToldDates told,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.placing = placing;
        this.archive = archive;
        this.signal = signal;
        this.told = told;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Notes a change of a whole feed in the current transaction.
     *
     * @param visibly whether readers see a difference now; if not, only the time of the next scheduled article has
     *     changed
     * @throws IllegalStateException if there is no transaction
     */
    void note(FeedName feed, boolean visibly) {
        var change = under(feed, visibly);
        change.whole.add(feed);
        change.forgetKin();
    }

    /** The changes of the current transaction, with this feed among them. */
    ChangeSet under(FeedName feed, boolean visibly) {
        var gathered = TransactionScoped.of(this, Gathered.class, Gathered::new);
        gathered.change.add(feed, visibly);
        return gathered.change;
    }

    private void tell(FeedName feed, ChangeSet change) {
        var logicalFeeds = change.whole.contains(feed)
                ? Set.<LogicalFeed>of()
                : change.logicalFeeds.stream()
                        .filter(logicalFeed -> logicalFeed.feed().equals(feed))
                        .collect(Collectors.toSet());
        try {
            events.publishEvent(new FeedChanged(feed, logicalFeeds));
        } catch (RuntimeException e) {
            // The change is stored, and must not look as if it had failed because a listener failed.
            log.error("The change of the feed {} was not heard by all", feed, e);
        }
    }

    private final class Gathered extends TransactionScoped {
        private final ChangeSet change = new ChangeSet();

        Gathered() {
            super(FeedChanges.this);
        }

        /**
         * Dates the changed feeds by the next full second. HTTP dates have no fraction, and a reader that asked earlier
         * within this second must not take a later change of the same second for known. The clock is read when no other
         * change of these feeds can come in between.
         */
        @Override
        public void beforeCommit(boolean readOnly) {
            change.feeds.keySet().forEach(store::count);
            var now = clock.instant();
            var second = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            boolean isTold = told.mayInclude(second);
            change.feeds.forEach((feed, visibly) -> {
                if (visibly) {
                    store.touch(feed, second, isTold);
                }
            });
            change.articles.forEach(article -> placing.touch(article, second, isTold));
            change.speakers.forEach(feed -> placing.touch(feed, second, isTold));
            change.logicalFeeds.stream()
                    .collect(Collectors.groupingBy(LogicalFeed::feed))
                    .forEach((name, logicalFeeds) -> store.findOpened(name)
                            .ifPresent(feed -> archive.settle(
                                    logicalFeeds, feed.definition().window(), second, now)));
            signal.tell();
        }

        @Override
        public void afterCommit() {
            change.feeds.keySet().forEach(feed -> tell(feed, change));
        }
    }
}
