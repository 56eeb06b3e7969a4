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
import java.util.concurrent.atomic.AtomicBoolean;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.folder.report.FolderSource;
import org.feedwright.store.JdbcFailure;
import org.feedwright.store.nodes.ChangeListener;
import org.feedwright.store.nodes.Lease;
import org.feedwright.timeline.FeedLifecycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Watches the folder: what an editor saves there is out within half a second. The file system's events say
 * where to look, never what has happened; where it sends none, as on network and container mounts, a look at
 * everything now and then does the same. A command that looks once, by {@link FolderLook}, turns it off. Of several
 * nodes one looks after the folder, by its {@link Lease}.
 */
@Component
class FolderWatch implements ChangeListener {
    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

    /** How soon a file is looked at again that was being written, or had just gone. */
    static final Duration SOON = Duration.ofMillis(100);

    /** How soon a folder of feeds that is missing is looked for again: no event tells that it has come. */
    private static final Duration MISSING = Duration.ofSeconds(1);

    /** Whoever waited for the start is answered first. */
    private static final Duration HEAD_START = Duration.ofMillis(500);

    /** How often it is seen whether the folder is this node's now, and what another has found in it. */
    private static final Duration FOLLOWING = Duration.ofMillis(250);

    private final FolderSettings.Authoring settings;
    private final FolderEvents events;
    private final FolderSync sync;
    private final Feeds feeds;
    private final FeedLifecycle lifecycle;
    private final FirstLook firstLook;
    private final LastLook lastLook;
    private final StartupReport report;
    private final FolderFindings findings;
    private final Lease lease;
    private final @Nullable FolderSource source;
    private final AtomicBoolean hasOtherHistory = new AtomicBoolean();
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
            StartupReport report,
            FolderFindings findings,
            Lease lease,
            @Nullable FolderSource source) {
        this.settings = settings.authoring();
        this.events = events;
        this.sync = sync;
        this.feeds = feeds;
        this.lifecycle = lifecycle;
        this.firstLook = firstLook;
        this.lastLook = lastLook;
        this.report = report;
        this.findings = findings;
        this.lease = lease;
        this.source = source;
        if (this.settings.watch()) {
            firstLook.begin();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.watch()) {
            events.open();
            lease.seek();
            thread.start();
        }
    }

    @PreDestroy
    void stop() throws IOException, InterruptedException {
        stopping.countDown();
        sync.stop();
        events.close();
        thread.join();
        lease.giveUp();
    }

    @Override
    public void onChangeElsewhere() {} // it counts as soon as this node looks after the folder

    /** What the store has lost is in the folder still. */
    @Override
    public void onOtherHistory() {
        hasOtherHistory.set(true);
    }

    private void run() {
        try {
            awaitFirstFiles();
            report.beforeTheFirstLook();
            awaitHeadStart();
            watch();
        } catch (InterruptedException | ClosedWatchServiceException _) {
            log.debug("The folder is no longer watched");
        }
    }

    /** An empty folder that is about to be filled is no reason to say that there is nothing. */
    private void awaitFirstFiles() throws InterruptedException {
        boolean isOver = false;
        while (!isOver && source != null && source.isBringingTheFirst()) {
            isOver = stopping.await(SOON.toMillis(), TimeUnit.MILLISECONDS);
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

    private void watch() throws InterruptedException {
        while (stopping.getCount() > 0) {
            long term = lease.term();
            if (term == Lease.NONE) {
                followOther();
            } else {
                watch(term);
            }
        }
    }

    /** Serves what the node stores that looks after the folder, and knows what that one has found there. */
    private void followOther() throws InterruptedException {
        try {
            findings.follow();
        } catch (RuntimeException e) {
            log.debug("What the other node has found in the folder cannot be read", e); // health says that of the store
        }
        stopping.await(FOLLOWING.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Looks after the folder as long as this node has the lease. Looks at everything after a failure, and as soon as it
     * may be over.
     */
    private void watch(long term) throws InterruptedException {
        forget(); // another node may have looked after the folder since this one did
        var directories = new TreeSet<String>();
        boolean everything = true;
        long nextRescan = System.nanoTime() + settings.rescan().toNanos();
        while (stopping.getCount() > 0 && lease.term() == term) {
            if (hasOtherHistory.getAndSet(false)) {
                forget();
                everything = true;
            }
            var seen = look(term, everything, directories);
            var pause = lastLook.failure()
                    .map(failure -> failure.pause(settings.rescan()))
                    .or(this::pauseWhileMissing);
            if (everything || pause.isPresent()) {
                nextRescan = System.nanoTime() + pause.orElse(settings.rescan()).toNanos();
            }
            long wait = seen.pause(nextRescan - System.nanoTime());
            directories = new TreeSet<>(seen.again());
            everything = events.await(wait, directories, () -> isOver(term))
                    || System.nanoTime() >= nextRescan
                    || pause.isPresent();
        }
    }

    /** Forgets what was found and stored before, so that the next look compares everything with the store. */
    private void forget() {
        sync.forget();
        findings.forget();
    }

    /** The wait for the folder ends when it is another node's, or the store has another history. */
    private boolean isOver(long term) {
        return lease.term() != term || hasOtherHistory.get();
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
        static final Seen NOTHING = new Seen(Set.of(), false);

        /** How long to wait for the next one, in nanoseconds. */
        long pause(long untilRescan) {
            return isMore ? 0 : Math.max(0, again.isEmpty() ? untilRescan : Math.min(untilRescan, SOON.toNanos()));
        }
    }

    /** Looks at the folders named, or at all that have changed. Whatever fails is tried again. */
    private Seen look(long term, boolean everything, Collection<String> named) {
        try {
            return lease.<Seen, IOException>during(term, () -> look(everything, named));
        } catch (ClosedWatchServiceException e) {
            throw e;
        } catch (Lease.Lost _) {
            log.info("Another node has taken over the folder; what this one was about to store was rolled back");
            return Seen.NOTHING;
        } catch (IOException | RuntimeException | Error e) {
            fail(e, term);
            return Seen.NOTHING;
        }
    }

    private Seen look(boolean everything, Collection<String> named) throws IOException {
        var again = lookAt(everything, named);
        // A part of it: whoever saves a file meanwhile does not wait for the rest.
        boolean isMore = lifecycle.handOn();
        endFirstLook();
        lastLook.succeeded();
        findings.store(isOpen);
        return new Seen(again, isMore);
    }

    private void fail(Throwable failure, long term) {
        if (stopping.getCount() > 0) {
            lastLook.failed(failure, settings.rescan());
        }
        if (!JdbcFailure.isOfTheStore(failure)) {
            firstLook.end(); // or a fault in one feed would keep readers of all others waiting
            tell(term);
        }
    }

    /** Tells the other nodes of a failure that is not the store's. */
    private void tell(long term) {
        try {
            lease.<Boolean, RuntimeException>during(term, () -> findings.store(isOpen));
        } catch (RuntimeException e) {
            log.debug("The other nodes are not told of it", e);
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
        again.addAll(events.watchSubfolders(directories)); // nobody has told of what came into them before
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
