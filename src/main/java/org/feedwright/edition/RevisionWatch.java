package org.feedwright.edition;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.feedwright.feed.Feeds;
import org.feedwright.store.nodes.ChangeListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Watches the store for changes that another node, or a command beside this service, has made: it looks at the revisions
 * of all feeds when another node tells of a change, and else twice a second, by one short statement whatever the number
 * of polls.
 *
 * <p>A feed's revision is counted in the row of the feed, which its transaction holds until the commit. So the revisions of
 * one feed become visible in their order, and a look at all of them skips none.
 */
@Component
@Order(0) // readers wait for it, and for nothing else that listens
class RevisionWatch implements SmartLifecycle, ChangeListener {
    private static final Logger log = LoggerFactory.getLogger(RevisionWatch.class);
    private static final long MILLISECONDS = 500;

    private final Feeds feeds;
    private final Editions editions;
    private volatile @Nullable ScheduledExecutorService watch;

    RevisionWatch(Feeds feeds, Editions editions) {
        this.feeds = feeds;
        this.editions = editions;
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("other-nodes").factory());
        var _ = started.scheduleWithFixedDelay(this::look, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
        watch = started;
    }

    @Override
    public void onChangeElsewhere() {
        if (editions.size() > 0) {
            editions.outdateOlder(feeds.revisions());
        }
    }

    @Override
    public void onOtherHistory() {
        editions.outdateAll();
    }

    private void look() {
        try {
            onChangeElsewhere();
        } catch (RuntimeException e) {
            log.debug("The store does not say what other nodes have changed", e); // polls will report it
        }
    }

    @Override
    public void stop() {
        var started = watch;
        if (started != null) {
            started.shutdownNow();
            watch = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
