package org.feedwright.folder.disk;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The folders of whose changes the file system tells. */
public final class WatchedFolders implements Closeable {
    private final WatchService events;
    private final Map<Path, WatchKey> subfolders = new HashMap<>();

    private WatchedFolders(WatchService events) {
        this.events = events;
    }

    /**
     * Begins to watch, no folder at first.
     *
     * @throws IOException if the file system tells of nothing
     */
    public static WatchedFolders open() throws IOException {
        return new WatchedFolders(FileSystems.getDefault().newWatchService());
    }

    /** Waits for something to happen in one of the folders; null if nothing does. */
    public @Nullable WatchKey poll(long nanoseconds) throws InterruptedException {
        return events.poll(nanoseconds, TimeUnit.NANOSECONDS);
    }

    /** Goes on watching a folder whose events were read. */
    public void goOn(WatchKey key) {
        if (!key.reset()) {
            subfolders.remove((Path) key.watchable()); // it has gone; another one may come in its place
        }
    }

    /** Watches a folder. One that is watched already is not watched twice. */
    public void add(Path folder) throws IOException {
        var _ = register(folder);
    }

    /**
     * Watches a folder that may come and go.
     *
     * @return whether it was not watched before
     */
    public boolean addSubfolder(Path folder) throws IOException {
        var known = subfolders.get(folder);
        if (known != null && known.isValid()) {
            return false;
        }
        if (!Files.isDirectory(folder)) {
            subfolders.remove(folder);
            return false;
        }
        subfolders.put(folder, register(folder));
        return true;
    }

    /** A folder that was renamed is still watched on Linux, where its events would come under its old name. */
    private WatchKey register(Path folder) throws IOException {
        var key = folder.register(events, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
        if (folder.equals(key.watchable())) {
            return key;
        }
        key.cancel();
        return folder.register(events, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
    }

    @Override
    public void close() throws IOException {
        events.close();
    }
}
