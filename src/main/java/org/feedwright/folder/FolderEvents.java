package org.feedwright.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.WatchedFolders;
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

    /** How long nothing but the folder is waited for, in nanoseconds. */
    private static final long NOTHING_ELSE = Duration.ofMillis(500).toNanos();

    private final FeedFolder folder;
    private final ReferencedFiles named;
    private final FolderSettings.Authoring settings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable WatchedFolders events;
    private boolean hasComplained;

    FolderEvents(FeedFolder folder, ReferencedFiles named, FolderSettings settings) {
        this.folder = folder;
        this.named = named;
        this.settings = settings.authoring();
    }

    void open() {
        if (settings.events()) {
            try {
                events = WatchedFolders.open();
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
     * @param isOver whether to wait no longer, which is asked twice a second
     * @return whether to look at everything
     */
    boolean await(long nanoseconds, Set<String> directories, BooleanSupplier isOver) throws InterruptedException {
        long end = System.nanoTime() + nanoseconds;
        int before = directories.size();
        boolean everything = false;
        for (long left = nanoseconds; ; left = end - System.nanoTime()) {
            everything |= await(Math.min(left, NOTHING_ELSE), directories);
            boolean hasHappened = everything || directories.size() > before;
            if (hasHappened || left <= NOTHING_ELSE || closed.getCount() == 0 || isOver.getAsBoolean()) {
                return everything;
            }
        }
    }

    private boolean await(long nanoseconds, Set<String> directories) throws InterruptedException {
        var watch = events;
        if (watch == null) {
            closed.await(nanoseconds, TimeUnit.NANOSECONDS);
            return false;
        }
        boolean everything = false;
        var key = watch.poll(nanoseconds);
        long latest = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (key != null) {
            everything |= gather(key, directories);
            watch.goOn(key);
            key = System.nanoTime() > latest ? null : watch.poll(QUIET.toNanos());
        }
        return everything;
    }

    private boolean gather(WatchKey key, Set<String> directories) {
        var watched = (Path) key.watchable();
        boolean isRoot = watched.equals(folder.path());
        boolean everything = false;
        for (var event : key.pollEvents()) {
            everything |= isRoot;
            if (folder.only().isPresent()) {
                directories.add(folder.only().get());
            } else if (!isRoot) {
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
            watch.add(folder.path());
            for (String directory : folder.directories()) {
                watch.add(folder.path(directory));
            }
        } catch (IOException e) {
            complain(e);
        }
    }

    /**
     * Watches the folders within feeds' folders: those that are looked through, and those in which articles name files.
     *
     * @param looked the feeds' folders that were just looked at
     * @return those of them in which a folder is watched that was not
     */
    Set<String> watchSubfolders(Collection<String> looked) {
        var fresh = new TreeSet<String>();
        var watch = events;
        if (watch == null) {
            return fresh;
        }
        for (String directory : looked) {
            var named = this.named.subfolders(directory).stream()
                    .map(folder.path(directory)::resolve)
                    .toList();
            if (watch(Stream.concat(within(directory).stream(), named.stream()).toList(), watch)) {
                fresh.add(directory);
            }
        }
        return fresh;
    }

    private List<Path> within(String directory) {
        try {
            var folders = folder.folders(directory);
            return folders.subList(Math.min(1, folders.size()), folders.size());
        } catch (IOException _) {
            return List.of(); // whoever lists it says why
        }
    }

    /** Returns whether one of them is watched that was not. */
    private boolean watch(List<Path> folders, WatchedFolders watch) {
        boolean isFresh = false;
        for (Path each : folders) {
            try {
                isFresh |= watch.addSubfolder(each);
            } catch (IOException e) {
                complain(e);
            }
        }
        return isFresh;
    }

    private void complain(IOException e) {
        if (!hasComplained) {
            hasComplained = true;
            log.warn("The folder cannot be watched ({}); it is looked at every {}", e.getMessage(), settings.rescan());
        }
    }
}
