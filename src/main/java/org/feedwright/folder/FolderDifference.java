package org.feedwright.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feedwright.folder.disk.ConflictCopy;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.ledger.KnownFile;
import org.feedwright.folder.ledger.ReferencedFiles;

/**
 * In what a feed's folder differs from what is known of it.
 *
 * @param isThere whether the folder has any file of ours
 * @param isDefined whether it has a {@code feed.yaml}
 * @param toRead files that are new, changed, or were held back when they were last read
 * @param vanished articles' files that are no longer there
 * @param known the files as they were last read, by path: those to be read and the feed's definition
 * @param listing a hash of the whole listing
 * @param files how many files of ours it has
 * @param articles how many articles' files are known
 * @param copied the files of which there are copies that a synchronization made; they need not be there
 */
record FolderDifference(
        String directory,
        boolean isThere,
        boolean isDefined,
        Map<FolderPath, FileStamp> toRead,
        List<KnownFile> vanished,
        Map<FolderPath, KnownFile> known,
        int listing,
        int files,
        int articles,
        Set<FolderPath> copied) {

    static FolderDifference between(
            String directory,
            Map<FolderPath, FileStamp> present,
            ReferencedFiles.Look named,
            Map<FolderPath, KnownFile> known,
            Collection<FolderPath> held) {
        var toRead = new TreeMap<FolderPath, FileStamp>();
        var relevant = new TreeMap<FolderPath, KnownFile>();
        present.forEach((path, stamp) -> {
            var before = known.get(path);
            boolean isStale = named.stale().contains(path);
            if (before == null || !before.stamp().equals(stamp) || isStale || held.contains(path)) {
                toRead.put(path, stamp);
                if (before != null) {
                    relevant.put(path, isStale ? before.inDoubt() : before);
                }
            }
        });
        var vanished = new ArrayList<KnownFile>();
        int articles = 0;
        for (var file : known.values()) {
            if (file.article() == null) {
                relevant.put(file.path(), file);
            } else {
                articles++;
                if (!present.containsKey(file.path())) {
                    vanished.add(file);
                }
            }
        }
        vanished.sort(Comparator.comparing(KnownFile::path)); // of two that a file may be, always the same
        return new FolderDifference(
                directory,
                !present.isEmpty(),
                present.containsKey(FolderPath.definition(directory)),
                toRead,
                vanished,
                relevant,
                listing(present, named),
                present.size(),
                articles,
                copied(present.keySet()));
    }

    private static Set<FolderPath> copied(Collection<FolderPath> paths) {
        return paths.stream()
                .flatMap(
                        path -> ConflictCopy.certainOriginal(path.file())
                                .map(original -> new FolderPath(path.directory(), original))
                                .stream())
                .collect(Collectors.toSet());
    }

    /** A hash of everything that a folder was looked through for. */
    static int listing(Map<FolderPath, FileStamp> present, ReferencedFiles.Look named) {
        return 31 * present.hashCode() + named.present().hashCode();
    }

    FolderPath definition() {
        return FolderPath.definition(directory);
    }

    /** The files to read, without the feed's definition. */
    List<Map.Entry<FolderPath, FileStamp>> articlesToRead() {
        return toRead.entrySet().stream()
                .filter(file -> !file.getKey().isDefinition())
                .toList();
    }
}
