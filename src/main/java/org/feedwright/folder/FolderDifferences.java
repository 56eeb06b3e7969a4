package org.feedwright.folder;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.ledger.JdbcLedger;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.feedwright.folder.report.FolderReport.Listing;
import org.springframework.stereotype.Component;

/** Finds the feeds' folders that have changed, and in what they differ from what is known of them. */
@Component
class FolderDifferences {
    private final FeedFolder folder;
    private final JdbcLedger ledger;
    private final ReferencedFiles named;
    private final UnreadFiles unread;
    private final HeldFiles held;
    private final Withdrawals withdrawals;
    private final InstantSource clock;

    /** The listing of each folder, as a hash, when all that it held had been stored. */
    private final Map<String, Integer> listings = new HashMap<>();

    /** The folders that have changed and have not been reported yet; empty for one that is gone. */
    private final Map<String, Optional<Listing>> looked = new HashMap<>();

    private final Map<String, Optional<Listing>> reported = new HashMap<>();

    FolderDifferences(
            FeedFolder folder,
            JdbcLedger ledger,
            ReferencedFiles named,
            UnreadFiles unread,
            HeldFiles held,
            Withdrawals withdrawals,
            InstantSource clock) {
        this.folder = folder;
        this.ledger = ledger;
        this.named = named;
        this.unread = unread;
        this.held = held;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    /**
     * The feeds' folders that differ from what they were at the last look, or hold a file back, whose reason
     * may be gone. Lists all files and reads none.
     */
    Set<String> changed() throws IOException {
        folder.look(ledger.directories());
        var changed = new TreeSet<String>();
        for (String directory : all()) {
            if (held.concerns(directory) || unread.isPending(folder, directory) || !isAsBefore(directory)) {
                changed.add(directory);
            }
        }
        return changed;
    }

    private Set<String> all() throws IOException {
        var directories = new TreeSet<>(ledger.directories());
        directories.addAll(listings.keySet());
        directories.addAll(held.directories());
        if (folder.exists()) {
            directories.addAll(folder.directories());
        }
        return directories;
    }

    private boolean isAsBefore(String directory) {
        var before = listings.get(directory);
        if (before == null) {
            return false; // and what is listed now would be listed again
        }
        try {
            return before.equals(FolderDifference.listing(folder.files(directory), named.look(folder, directory)));
        } catch (IOException _) {
            return false;
        }
    }

    /** The differences of several folders. One that cannot be listed keeps no other from being looked at. */
    List<FolderDifference> of(Collection<String> directories) {
        var differences = new ArrayList<FolderDifference>();
        for (String directory : directories) {
            try {
                differences.add(of(directory));
            } catch (IOException e) {
                held.hold(
                        directory,
                        "the folder cannot be listed (" + e + ")",
                        "let the user that runs Feedwright read it, or name in 'exclude' what holds no articles");
            }
        }
        return differences;
    }

    /** In what a folder differs. Its files that were held back and have gone are forgotten. */
    FolderDifference of(String directory) throws IOException {
        var known = ledger.files(directory);
        folder.know(known.keySet());
        var present = folder.files(directory);
        withdrawals.found(present);
        var heldBefore = held.in(directory);
        var difference = FolderDifference.between(directory, present, named.look(folder, directory), known, heldBefore);
        heldBefore.stream()
                .filter(file -> !present.containsKey(file) && !file.isDefinition())
                .forEach(this::forget);
        return difference;
    }

    private void forget(FolderPath file) {
        held.release(file);
        named.forget(file);
    }

    /**
     * Notes that a folder has been looked at.
     *
     * @param isStored whether all that it held has been stored; else it is looked at again
     */
    void note(FolderDifference difference, boolean isStored) {
        String directory = difference.directory();
        if (isStored) {
            listings.put(directory, difference.listing());
        } else {
            listings.remove(directory);
        }
        var found = difference.isThere()
                ? Optional.of(new Listing(directory, difference.files(), isStored, clock.instant()))
                : Optional.<Listing>empty();
        var known = reported.get(directory);
        if (known == null || !known.map(Listing::content).equals(found.map(Listing::content))) {
            looked.put(directory, found);
        }
    }

    /** The folders that have changed since they were last {@linkplain #reported() reported}. */
    Map<String, Optional<Listing>> looked() {
        return Map.copyOf(looked);
    }

    void reported() {
        reported.putAll(looked);
        looked.clear();
    }

    /** Forgets how the folders were: another node may have looked after them since, or the store may lack something. */
    void forget() {
        listings.clear();
        reported.clear();
        named.forget();
        unread.forget();
        withdrawals.forget();
    }
}
