package org.feedwright.folder.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.feedwright.folder.disk.FolderPath;
import org.springframework.stereotype.Component;

/**
 * Remembers at which look at the folder each file was first missed, and since which look there are files that cannot be
 * read and hold no article. One that came when another went may be that one under another name, and nobody can tell
 * until it can be read.
 */
@Component
public class MissingFiles {
    private final Map<FolderPath, Integer> missed = new HashMap<>();
    private final Map<FolderPath, Integer> unreadable = new HashMap<>();
    private int look;

    /** Forgets all, so that whatever is missing is missed at the same look as whatever cannot be read. */
    public void forget() {
        missed.clear();
        unreadable.clear();
    }

    /** Notes that files are back, or are not expected any more. */
    public void forget(Collection<FolderPath> files) {
        missed.keySet().removeAll(files);
    }

    /**
     * Begins another look.
     *
     * @param files those that cannot be read
     * @param looked the folders in which there are no others
     */
    public void cannotRead(Set<FolderPath> files, Collection<String> looked) {
        look++;
        unreadable.keySet().removeIf(file -> looked.contains(file.directory()) && !files.contains(file));
        files.forEach(file -> unreadable.putIfAbsent(file, look));
    }

    /**
     * Notes files that are missing at this look.
     *
     * @return whether all of them have been missed before
     */
    public boolean miss(Collection<FolderPath> files) {
        boolean isAgain = missed.keySet().containsAll(files);
        files.forEach(file -> missed.putIfAbsent(file, look));
        return isAgain;
    }

    /** The look at which a file that is missing was first missed. */
    public int firstMissed(FolderPath file) {
        return missed.getOrDefault(file, look);
    }

    /** The files that cannot be read, and could not be found before a look. */
    public Set<FolderPath> unreadableSince(int look) {
        return unreadable.entrySet().stream()
                .filter(file -> file.getValue() >= look)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
