package org.feedwright.folder;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Waits for the file system's events in the folder of feeds, and tells in which feeds' folders something has happened.
 * Where there are no events, each wait lasts to its end.
 */
@Component
class FolderEvents {
    private static final Logger log = LoggerFactory.getLogger(FolderEvents.class);

    /** Programs save in several steps: a look waits until nothing has happened for this long. */
    static final Duration QUIET = Duration.ofMillis(80);

    /** A folder that is never quiet is looked at all the same. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(300);

    private final FeedFolder folder;
    private final ReferencedFiles named;
    private final FolderSettings.Authoring settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Path> subfolders = new HashSet<>();
    private volatile @Nullable WatchService events;
    private boolean hasComplained;

    FolderEvents(FeedFolder folder, ReferencedFiles named, FolderSettings settings) {
        this.folder = folder;
        this.named = named;
        this.settings = settings.authoring();
    }

    void open() {
        if (settings.events()) {
            try {
                events = FileSystems.getDefault().newWatchService();
            } catch (IOException e) {
                complain(e);
            }
        }
    }

    /** Ends every wait. */
    void close() throws IOException {
        closed.countDown();
        var watch = events;
        if (watch != null) {
            watch.close();
        }
    }

    /**
     * Waits for something to happen, then until the folder is quiet, and adds the feeds' folders in which it
     * happened.
     *
     * @param nanoseconds how long to wait for something to happen
     * @return whether to look at everything
     */
    boolean await(long nanoseconds, Set<String> directories) throws InterruptedException {
        var watch = events;
        if (watch == null) {
            closed.await(nanoseconds, TimeUnit.NANOSECONDS);
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
        boolean isRoot = watched.equals(folder.path());
        boolean everything = false;
        for (var event : key.pollEvents()) {
            everything |= isRoot;
            if (!isRoot) {
                directories.add(folder.path().relativize(watched).getName(0).toString());
            } else if (event.context() instanceof Path child && Files.isDirectory(watched.resolve(child))) {
                // Its files may be there already, before anyone watched it.
                directories.add(child.toString());
            }
        }
        return everything;
    }

    /** Watches the folder and the feeds' folders in it. One that is watched already is not watched twice. */
    void watchFolders() {
        var watch = events;
        if (watch == null || !folder.exists()) {
            return;
        }
        try {
            register(folder.path(), watch);
            for (String directory : folder.directories()) {
                register(folder.path().resolve(directory), watch);
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
    Set<String> watchSubfolders() {
        var fresh = new TreeSet<String>();
        var watch = events;
        if (watch != null) {
            named.subfolders(folder.path()).forEach((path, directory) -> {
                if (isNewlyWatched(path, watch)) {
                    fresh.add(directory);
                }
            });
        }
        return fresh;
    }

    private boolean isNewlyWatched(Path subfolder, WatchService watch) {
        try {
            if (Files.isDirectory(subfolder)) {
                register(subfolder, watch);
                return subfolders.add(subfolder);
            }
            subfolders.remove(subfolder);
        } catch (IOException e) {
            complain(e);
        }
        return false;
    }

    /** A folder that was renamed is still watched on Linux, where its events would come under its old name. */
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
            log.warn("The folder cannot be watched ({}); it is looked at every {}", e.getMessage(), settings.rescan());
        }
    }
}
