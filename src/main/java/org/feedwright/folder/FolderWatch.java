package org.feedwright.folder;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.store.JdbcFailure;
import org.feedwright.timeline.FeedLifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Watches the folder: what an editor saves there is out within half a second. The file system's events say
 * where to look, never what has happened; where it sends none, as on network and container mounts, a look at
 * everything now and then does the same. A command that looks once, by {@link FolderLook}, turns it off.
 */
@Component
@ConditionalOnBooleanProperty(name = "feedwright.authoring.watch", matchIfMissing = true)
class FolderWatch {
    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

    /** How soon a file is looked at again that was being written, or had just gone. */
    static final Duration SOON = Duration.ofMillis(100);

    /** How soon a folder of feeds that is missing is looked for again: no event tells that it has come. */
    private static final Duration MISSING = Duration.ofSeconds(1);

    /** What is stored already can be read, and whoever waited for the start is answered first. */
    private static final Duration HEAD_START = Duration.ofMillis(500);

    private final Duration rescan;
    private final FolderEvents events;
    private final FolderSync sync;
    private final Feeds feeds;
    private final FeedLifecycle lifecycle;
    private final FirstLook firstLook;
    private final LastLook lastLook;
    private final StartupReport report;
    private final Thread thread = Thread.ofPlatform().name("folder").daemon().unstarted(this::run);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean isOpen;

    FolderWatch(
            FolderSettings settings,
            FolderEvents events,
            FolderSync sync,
            Feeds feeds,
            FeedLifecycle lifecycle,
            FirstLook firstLook,
            LastLook lastLook,
            StartupReport report) {
        this.rescan = settings.authoring().rescan();
        this.events = events;
        this.sync = sync;
        this.feeds = feeds;
        this.lifecycle = lifecycle;
        this.firstLook = firstLook;
        this.lastLook = lastLook;
        this.report = report;
        firstLook.begin();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        events.open();
        thread.start();
    }

    @PreDestroy
    void stop() throws IOException, InterruptedException {
        stopping.countDown();
        sync.stop();
        events.close();
        thread.join();
    }

    private void run() {
        try {
            report.beforeTheFirstLook();
            awaitHeadStart();
            watch();
        } catch (InterruptedException | ClosedWatchServiceException _) {
            log.debug("The folder is no longer watched");
        }
    }

    private void awaitHeadStart() throws InterruptedException {
        if (hasFeeds()) {
            stopping.await(HEAD_START.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean hasFeeds() {
        try {
            return !feeds.all().isEmpty();
        } catch (RuntimeException _) {
            return false; // the first look says why
        }
    }

    /** Looks at everything after a failure, and as soon as it may be over. */
    private void watch() throws InterruptedException {
        var directories = new TreeSet<String>();
        boolean everything = true;
        long nextRescan = System.nanoTime() + rescan.toNanos();
        while (stopping.getCount() > 0) {
            var seen = look(everything, directories);
            var pause = lastLook.failure().map(failure -> failure.pause(rescan)).or(this::pauseWhileMissing);
            if (everything || pause.isPresent()) {
                nextRescan = System.nanoTime() + pause.orElse(rescan).toNanos();
            }
            long wait = seen.pause(nextRescan - System.nanoTime());
            directories = new TreeSet<>(seen.again());
            everything = events.await(wait, directories) || System.nanoTime() >= nextRescan || pause.isPresent();
        }
    }

    private Optional<Duration> pauseWhileMissing() {
        return sync.isThere() ? Optional.empty() : Optional.of(MISSING);
    }

    /**
     * What has come of a look.
     *
     * @param again the folders to look at in a moment
     * @param isMore whether articles are left that do not know yet what their feed newly says for them
     */
    private record Seen(Set<String> again, boolean isMore) {
        /** How long to wait for the next one, in nanoseconds. */
        long pause(long untilRescan) {
            return isMore ? 0 : Math.max(0, again.isEmpty() ? untilRescan : Math.min(untilRescan, SOON.toNanos()));
        }
    }

    /** Looks at the folders named, or at all that have changed. Whatever fails is tried again. */
    private Seen look(boolean everything, Collection<String> named) {
        try {
            var again = lookAt(everything, named);
            // A part of it: whoever saves a file meanwhile does not wait for the rest.
            boolean isMore = lifecycle.handOn();
            endFirstLook();
            lastLook.succeeded();
            return new Seen(again, isMore);
        } catch (ClosedWatchServiceException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            if (stopping.getCount() > 0) {
                lastLook.failed(e, rescan);
            }
            if (!JdbcFailure.isOfTheStore(e)) {
                firstLook.end(); // or a fault in one feed would keep readers of all others waiting
            }
            return new Seen(Set.of(), false);
        }
    }

    private Set<String> lookAt(boolean everything, Collection<String> named) throws IOException {
        var directories = new TreeSet<>(named);
        if (everything) {
            events.watchFolders();
            directories.addAll(sync.changed());
        }
        if (directories.isEmpty()) {
            return Set.of();
        }
        var again = new TreeSet<>(sync.sync(directories));
        // Nobody was told of what came into them before they were watched.
        again.addAll(events.watchSubfolders(directories));
        return again;
    }

    private void endFirstLook() {
        if (!isOpen && stopping.getCount() > 0) {
            lifecycle.openAll();
            report.afterTheFirstLook();
            isOpen = true;
            firstLook.end();
        }
    }
}
