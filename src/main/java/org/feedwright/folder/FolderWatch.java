package org.feedwright.folder;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FirstLook;
import org.feedwright.store.JdbcFailure;
import org.feedwright.timeline.FeedLifecycle;
import org.jspecify.annotations.Nullable;
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

    /** Programs save in several steps: a look waits until nothing has happened for this long. */
    private static final Duration QUIET = Duration.ofMillis(80);

    /** A folder that is never quiet is looked at all the same. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(300);

    /** How soon a file is looked at again that was being written, or had just gone. */
    private static final Duration SOON = Duration.ofMillis(100);

    /** What is stored already can be read, and whoever waited for the start is answered first. */
    private static final Duration HEAD_START = Duration.ofMillis(500);

    private final Path folder;
    private final Duration rescan;
    private final boolean usesEvents;
    private final FolderSync sync;
    private final Feeds feeds;
    private final FeedLifecycle lifecycle;
    private final FirstLook firstLook;
    private final LastLook lastLook;
    private final StartupReport welcome;
    private final Thread thread = Thread.ofPlatform().name("folder").daemon().unstarted(this::run);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable WatchService events;
    private final Set<Path> subfolders = new HashSet<>();
    private boolean hasComplained;
    private boolean isOpen;

    FolderWatch(
            FolderSettings settings,
            FolderSync sync,
            Feeds feeds,
            FeedLifecycle lifecycle,
            FirstLook firstLook,
            LastLook lastLook,
            StartupReport welcome) {
        this.folder = settings.folder();
        this.rescan = settings.authoring().rescan();
        this.usesEvents = settings.authoring().events();
        this.sync = sync;
        this.feeds = feeds;
        this.lifecycle = lifecycle;
        this.firstLook = firstLook;
        this.lastLook = lastLook;
        this.welcome = welcome;
        firstLook.begin();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (usesEvents) {
            try {
                events = FileSystems.getDefault().newWatchService();
            } catch (IOException e) {
                complain(e);
            }
        }
        thread.start();
    }

    @PreDestroy
    void stop() throws IOException, InterruptedException {
        stopping.countDown();
        sync.stop();
        var watch = events;
        if (watch != null) {
            watch.close();
        }
        thread.join();
    }

    private void run() {
        try {
            welcome.beforeTheFirstLook();
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
            var pause = lastLook.failure().map(failure -> failure.pause(rescan));
            if (everything || pause.isPresent()) {
                nextRescan = System.nanoTime() + pause.orElse(rescan).toNanos();
            }
            long wait = seen.pause(nextRescan - System.nanoTime());
            directories = new TreeSet<>(seen.again());
            everything = gather(wait, directories) || System.nanoTime() >= nextRescan || pause.isPresent();
        }
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
            register();
            directories.addAll(sync.changed());
        }
        if (directories.isEmpty()) {
            return Set.of();
        }
        var again = new TreeSet<>(sync.sync(directories));
        // What came into them before they were watched was told to nobody.
        again.addAll(registerSubfolders());
        return again;
    }

    private void endFirstLook() {
        if (!isOpen && stopping.getCount() > 0) {
            lifecycle.openAll();
            welcome.afterTheFirstLook();
            isOpen = true;
            firstLook.end();
        }
    }

    /**
     * Waits for something to happen, then until the folder is quiet, and adds the feeds' folders in which it
     * happened.
     *
     * @param nanoseconds how long to wait for something to happen
     * @return whether to look at everything
     */
    private boolean gather(long nanoseconds, Set<String> directories) throws InterruptedException {
        var watch = events;
        if (watch == null) {
            stopping.await(nanoseconds, TimeUnit.NANOSECONDS);
            return false;
        }
        boolean everything = false;
        var key = watch.poll(nanoseconds, TimeUnit.NANOSECONDS);
        long latest = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (key != null) {
            everything |= gather(key, directories);
            key.reset();
            key = System.nanoTime() > latest ? null : watch.poll(QUIET.toNanos(), TimeUnit.NANOSECONDS);
        }
        return everything;
    }

    private boolean gather(WatchKey key, Set<String> directories) {
        var watched = (Path) key.watchable();
        boolean isRoot = watched.equals(folder);
        boolean everything = false;
        for (var event : key.pollEvents()) {
            if (!isRoot) {
                directories.add(folder.relativize(watched).getName(0).toString());
            } else {
                everything = true;
                if (event.context() instanceof Path child && Files.isDirectory(folder.resolve(child))) {
                    // Its files may be there already, before anyone watched it.
                    directories.add(child.toString());
                }
            }
        }
        return everything;
    }

    /** A folder that is watched already is not watched twice. */
    private void register() {
        var watch = events;
        if (watch == null || !Files.isDirectory(folder)) {
            return;
        }
        try {
            register(folder, watch);
            for (String directory : sync.folder().directories()) {
                register(folder.resolve(directory), watch);
            }
        } catch (IOException e) {
            complain(e);
        }
    }

    /**
     * Watches the folders in which articles name files.
     *
     * @return the feeds' folders in which one is watched that was not
     */
    private Set<String> registerSubfolders() {
        var watch = events;
        var fresh = new TreeSet<String>();
        if (watch == null) {
            return fresh;
        }
        sync.subfolders().forEach((path, directory) -> {
            try {
                if (!Files.isDirectory(path)) {
                    subfolders.remove(path);
                } else {
                    register(path, watch);
                    if (subfolders.add(path)) {
                        fresh.add(directory);
                    }
                }
            } catch (IOException e) {
                complain(e);
            }
        });
        return fresh;
    }

    /** A folder that was renamed is still watched on Linux, where it would be told of under its old name. */
    private static void register(Path path, WatchService watch) throws IOException {
        var key = path.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
        if (!path.equals(key.watchable())) {
            key.cancel();
            path.register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
        }
    }

    private void complain(IOException e) {
        if (!hasComplained) {
            hasComplained = true;
            log.warn("The folder cannot be watched ({}); it is looked at every {}", e.getMessage(), rescan);
        }
    }
}
