package org.feedwright.folder.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.feedwright.entry.LocalMedia;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;
import org.springframework.stereotype.Component;

/**
 * Notices when a file that articles name has come, gone or changed: its length stands in the articles, so they
 * are read again.
 */
@Component
public class ReferencedFiles {
    private final JdbcReferencedFiles store;

    /** The folders within feeds' folders in which articles name files. */
    private final Set<FolderPath> subfolders = new ConcurrentSkipListSet<>();

    /** The feeds' folders of which it is known what their articles name. */
    private final Set<String> known = new ConcurrentSkipListSet<>();

    /** Feeds' folders in which nothing is named, so that nobody asks the store each time. */
    private final Set<String> without = new ConcurrentSkipListSet<>();

    /** The files that each feed's articles name, as far as they are known, and those that an article has ceased to name. */
    private final Map<String, Set<String>> paths = new ConcurrentHashMap<>();

    public ReferencedFiles(JdbcReferencedFiles store) {
        this.store = store;
    }

    /**
     * The state of the files that a feed's articles name.
     *
     * @param present by path in the feed's folder
     * @param stale the articles' files that were read when something else was there
     */
    public record Look(Map<String, FileStamp> present, Set<FolderPath> stale) {}

    public Look look(FeedFolder folder, String directory) {
        if (without.contains(directory)) {
            return new Look(Map.of(), Set.of());
        }
        var present = new TreeMap<String, FileStamp>();
        var stale = new HashSet<FolderPath>();
        for (var named : store.of(directory)) {
            var stamp = present.computeIfAbsent(named.path(), path -> folder.besideStamp(directory, path));
            if (!stamp.equals(named.stamp())) {
                stale.add(named.by());
            }
        }
        paths.put(directory, new ConcurrentSkipListSet<>(present.keySet()));
        if (known.add(directory)) {
            addSubfolders(directory, present.keySet());
        }
        if (present.isEmpty()) {
            without.add(directory);
        }
        return new Look(present, stale);
    }

    /**
     * Notes the files that an article names, in the transaction that stores it.
     *
     * @param isNew whether nothing has been noted of the file before
     */
    public void note(FolderPath file, Map<String, FileStamp> named, boolean isNew) {
        if (named.isEmpty() && isNew) {
            return;
        }
        store.note(file, named);
        String directory = file.directory();
        without.remove(directory);
        paths.computeIfAbsent(directory, _ -> new ConcurrentSkipListSet<>()).addAll(named.keySet());
        addSubfolders(directory, named.keySet());
    }

    /** The files that the articles in a feed's folder name. */
    public Set<String> paths(String directory) {
        return paths.getOrDefault(directory, Set.of());
    }

    /** Goes on with a folder under its new name, in the transaction that renames the feed. */
    public void rename(String from, String to) {
        store.rename(from, to);
        for (String directory : List.of(from, to)) {
            without.remove(directory);
            known.remove(directory);
        }
    }

    public void forget(FolderPath file) {
        store.forget(file);
    }

    /** Forgets what is known of all feeds: the store may say something else by now. */
    public void forget() {
        known.clear();
        without.clear();
        paths.clear();
    }

    /** The folders within a feed's folder in which something is named. */
    public List<String> subfolders(String directory) {
        return subfolders.stream()
                .filter(path -> path.directory().equals(directory))
                .map(FolderPath::file)
                .toList();
    }

    private void addSubfolders(String directory, Iterable<String> paths) {
        for (String path : paths) {
            if (path.startsWith(LocalMedia.OTHER_FEED)) {
                continue; // feeds' folders are watched anyway
            }
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                subfolders.add(new FolderPath(directory, path.substring(0, slash)));
            }
        }
    }
}
