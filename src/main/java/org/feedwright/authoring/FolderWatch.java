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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Watches the folder: what an editor saves there is out within half a second. The file system's events say
 * where to look, never what has happened; where it sends none, as on network and container mounts, a look at
 * everything now and then does the same.
 */
@Component
@EnableConfigurationProperties(AuthoringSettings.class)
class FolderWatch {
    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

    /** Programs save in several steps: a look waits until nothing has happened for this long. */
    private static final Duration QUIET = Duration.ofMillis(80);

    /** A folder that is never quiet is looked at all the same. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(400);

    /** How soon a file is looked at again that was being written, or had just gone. */
    private static final Duration SOON = Duration.ofMillis(100);

    private final Path folder;
    private final Duration rescan;
    private final FolderSync sync;
    private final Welcome welcome;
    private final InstantSource clock;
    private final Thread thread = Thread.ofPlatform().name("folder").daemon().unstarted(this::run);
    private @Nullable WatchService events;

    FolderWatch(AuthoringSettings settings, FolderSync sync, Welcome welcome, InstantSource clock) {
        this.folder = settings.folder();
        this.rescan = settings.authoring().rescan();
        this.sync = sync;
        this.welcome = welcome;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() throws IOException {
        events = FileSystems.getDefault().newWatchService();
        thread.start();
    }

    @PreDestroy
    void stop() throws IOException, InterruptedException {
        if (events != null) {
            events.close();
            thread.interrupt();
            thread.join();
        }
    }

    private void run() {
        var watch = Objects.requireNonNull(events);
        try {
            welcome.beforeTheFirstLook();
            var again = look(watch, true, Set.of());
            welcome.afterTheFirstLook();
            var nextRescan = clock.instant().plus(rescan);
            while (!Thread.currentThread().isInterrupted()) {
                var wait = again.isEmpty() ? Duration.between(clock.instant(), nextRescan) : SOON;
                var key = watch.poll(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
                var directories = new TreeSet<>(again);
                boolean everything = key != null && gather(watch, key, directories);
                boolean isDue = !clock.instant().isBefore(nextRescan);
                again = look(watch, everything || isDue, directories);
                if (isDue) {
                    nextRescan = clock.instant().plus(rescan);
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException _) {
            log.debug("The folder is no longer watched");
        }
    }

    /** Looks at the folders named, or at all that have changed; what fails now is tried again at the next rescan. */
    private Set<String> look(WatchService watch, boolean everything, Collection<String> named) {
        try {
            if (everything) {
                register(watch);
            }
            var directories = new TreeSet<>(named);
            if (everything) {
                directories.addAll(sync.changed());
            }
            return directories.isEmpty() ? Set.of() : sync.sync(directories);
        } catch (IOException | DataAccessException | TransactionException e) {
            log.error("The folder could not be stored, and is looked at again within {}: {}", rescan, e.toString());
            return Set.of();
        }
    }

    /**
     * Waits until the folder is quiet and adds the feeds' folders in which something happened.
     *
     * @return whether to look at everything
     */
    private boolean gather(WatchService watch, WatchKey first, Set<String> directories) throws InterruptedException {
        boolean everything = false;
        Instant latest = clock.instant().plus(LONGEST_WAIT);
        for (WatchKey key = first; key != null; ) {
            everything |= gather(key, directories);
            key.reset();
            key = clock.instant().isAfter(latest) ? null : watch.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        }
        return everything;
    }

    private boolean gather(WatchKey key, Set<String> directories) {
        var watched = (Path) key.watchable();
        boolean isRoot = watched.equals(folder);
        boolean everything = false;
        for (var event : key.pollEvents()) {
            if (!isRoot) {
                directories.add(watched.getFileName().toString());
            } else if (event.context() instanceof Path child && Files.isDirectory(folder.resolve(child))) {
                // Its files may be there already, before anyone watched it.
                directories.add(child.toString());
                everything = true;
            } else {
                everything = true;
            }
        }
        return everything;
    }

    /** A folder that is watched already is not watched twice. */
    private void register(WatchService watch) {
        try {
            if (Files.isDirectory(folder)) {
                folder.register(watch, ENTRY_CREATE, ENTRY_DELETE);
                for (String directory : sync.folder().directories()) {
                    folder.resolve(directory).register(watch, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
                }
            }
        } catch (IOException e) {
            log.warn("The folder cannot be watched ({}); it is looked at every {}", e.getMessage(), rescan);
        }
    }
}
