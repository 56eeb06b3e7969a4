package org.feedwright.edition;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.feedwright.feed.Feeds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Watches the store for changes that another node, or a command beside this service, has made. It asks twice a second,
 * by one short statement whatever the number of polls, so that all nodes serve the same bytes within a second.
 */
@Component
class RevisionWatch implements SmartLifecycle {
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

    private void look() {
        try {
            if (editions.size() > 0) {
                editions.outdateOlder(feeds.revisions());
            }
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
