package org.feedwright.authoring;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Watches the folder: what an editor saves there is out within half a second. The file system's events say
 * where to look, never what has happened; where it sends none, as on network and container mounts, a look at
 * everything now and then does the same. A command that looks once, by {@link FolderLook}, turns it off.
 */
@Component
@ConditionalOnBooleanProperty(name = "feedwright.authoring.watch", matchIfMissing = true)
@EnableConfigurationProperties(AuthoringSettings.class)
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
    private final Welcome welcome;
    private final Thread thread = Thread.ofPlatform().name("folder").daemon().unstarted(this::run);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable WatchService events;
    private final Set<Path> subfolders = new HashSet<>();
    private boolean hasComplained;

    FolderWatch(AuthoringSettings settings, FolderSync sync, Feeds feeds, Welcome welcome) {
        this.folder = settings.folder();
        this.rescan = settings.authoring().rescan();
        this.usesEvents = settings.authoring().events();
        this.sync = sync;
        this.feeds = feeds;
        this.welcome = welcome;
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
            if (!feeds.all().isEmpty()) {
                stopping.await(HEAD_START.toMillis(), TimeUnit.MILLISECONDS);
            }
            var again = look(true, Set.of());
            if (stopping.getCount() > 0) {
                openAll();
                welcome.afterTheFirstLook();
            }
            long nextRescan = System.nanoTime() + rescan.toNanos();
            while (stopping.getCount() > 0) {
                long wait = handOn() ? 0 : again.isEmpty() ? nextRescan - System.nanoTime() : SOON.toNanos();
                var directories = new TreeSet<>(again);
                boolean everything = gather(Math.max(0, wait), directories);
                boolean isDue = System.nanoTime() >= nextRescan;
                again = look(everything || isDue, directories);
                if (isDue) {
                    nextRescan = System.nanoTime() + rescan.toNanos();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException _) {
            log.debug("The folder is no longer watched");
        }
    }

    private void openAll() {
        try {
            feeds.openAll();
        } catch (RuntimeException e) {
            log.error("The feed of all articles could not be opened, which is tried again at the next start", e);
        }
    }

    /** A part of what feeds newly say for their articles: whoever saves a file meanwhile does not wait for the rest. */
    private boolean handOn() {
        try {
            return feeds.handOn();
        } catch (RuntimeException e) {
            log.error("What a feed says has not reached all of its articles, which is tried again", e);
            return false;
        }
    }

    /** Looks at the folders named, or at all that have changed; what fails now is tried again at the next rescan. */
    private Set<String> look(boolean everything, Collection<String> named) {
        try {
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
        } catch (ClosedWatchServiceException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (stopping.getCount() > 0) {
                log.error("The folder could not be stored, and is looked at again within {}", rescan, e);
            }
            return Set.of();
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
