package org.feedwright.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.Quarantine;
import org.feedwright.authoring.SelectBlock;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderAttachments;
import org.feedwright.folder.disk.NamesOnDisk;
import org.feedwright.folder.disk.SourceReading;
import org.feedwright.folder.ledger.JdbcLedger;
import org.feedwright.folder.ledger.KnownFile;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.FeedLifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Brings the store in line with the folder: first what is new or changed is published, then what nothing
 * has turned out to be is withdrawn. A crash at any point leaves a state from which the next look goes on.
 */
@Component
class FolderSync {
    private static final Logger log = LoggerFactory.getLogger(FolderSync.class);

    private final FeedFolder folder;
    private final JdbcLedger ledger;
    private final Articles articles;
    private final Feeds feeds;
    private final FeedLifecycle lifecycle;
    private final Intake intake;
    private final Withdrawals withdrawals;
    private final FeedRenames renames;
    private final Quarantine quarantine;
    private final Warnings warnings;
    private final ReferencedFiles named;
    private final UnreadFiles unread;
    private final InstantSource clock;
    private final Transactions transactions;

    /** The listing of each folder, as a hash, when all that it held had been stored. */
    private final Map<String, Integer> listings = new HashMap<>();

    /** The feeds that this look has been the first to find. */
    private final Set<FeedName> found = new HashSet<>();

    FolderSync(
            FolderSettings settings,
            JdbcLedger ledger,
            Articles articles,
            Feeds feeds,
            FeedLifecycle lifecycle,
            Intake intake,
            Withdrawals withdrawals,
            FeedRenames renames,
            Quarantine quarantine,
            Warnings warnings,
            ReferencedFiles named,
            UnreadFiles unread,
            InstantSource clock,
            Transactions transactions) {
        this.folder = new FeedFolder(settings.folder(), settings.authoring().maxFileSize());
        this.ledger = ledger;
        this.articles = articles;
        this.feeds = feeds;
        this.lifecycle = lifecycle;
        this.intake = intake;
        this.withdrawals = withdrawals;
        this.renames = renames;
        this.quarantine = quarantine;
        this.warnings = warnings;
        this.named = named;
        this.unread = unread;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The folders within feeds' folders in which articles name files, each with its feed's folder. */
    Map<Path, String> subfolders() {
        return named.subfolders(folder.path());
    }

    FeedFolder folder() {
        return folder;
    }

    /** Ends a long look early; what is left is done after the next start. */
    void stop() {
        intake.stop();
    }

    /**
     * The feeds' folders that differ from what they were at the last look, or hold a file back, whose reason
     * may be gone. Lists all files and reads none.
     */
    Set<String> changed() throws IOException {
        var directories = new TreeSet<>(ledger.directories());
        directories.addAll(listings.keySet());
        directories.addAll(quarantine.directories());
        if (folder.exists()) {
            directories.addAll(folder.directories());
        }
        var changed = new TreeSet<String>();
        for (String directory : directories) {
            if (quarantine.concerns(directory) || unread.isPending(folder, directory) || !isAsBefore(directory)) {
                changed.add(directory);
            }
        }
        return changed;
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

    /**
     * Looks at some feeds' folders and stores what has changed.
     *
     * @return the folders to look at again in a moment: a file in them is still being written, or has just gone
     */
    Set<String> sync(Collection<String> directories) throws IOException {
        // What a definition says of other feeds may be settled by what has changed in their folders.
        var all = new LinkedHashSet<>(directories);
        all.addAll(quarantine.undefined());
        return syncAll(all);
    }

    private Set<String> syncAll(Collection<String> directories) throws IOException {
        if (!folder.exists()) {
            hold(
                    Quarantine.ROOT,
                    "the folder " + folder.path().toAbsolutePath()
                            + " is not there, and what is stored stays published",
                    "make it, mount it, or set feedwright.folder");
            return Set.of();
        }
        quarantine.release(Quarantine.ROOT);
        found.clear();
        warnings.load();
        renames.follow(folder, directories);
        var differences = differences(directories);
        var vanished = new MovedFiles(differences, folder, articles);
        var progress = new Progress(
                differences.stream()
                        .mapToInt(difference -> difference.articlesToRead().size())
                        .sum(),
                clock);
        boolean nothingIsLeft = folder.isBare();
        var again = new TreeSet<String>();
        boolean isComplete = true;
        try (var foresight = new Prefetch(folder, feeds, intake)) {
            for (int i = 0; i < differences.size(); i++) {
                var difference = differences.get(i);
                var following = differences.subList(i + 1, Math.min(i + 2, differences.size()));
                var taken = publishOrHold(
                        difference, vanished, progress, foresight, () -> following.forEach(foresight::begin));
                isComplete &= taken != Intake.Taken.NOT_ALL && taken != Intake.Taken.ALL_BUT_LATE;
                if (taken != Intake.Taken.ALL) {
                    again.add(difference.directory());
                }
            }
        }
        if (isComplete) {
            openComposed(differences);
        }
        for (var difference : differences) {
            // What is missing may be under another name in what has not been read.
            if (!isComplete || withdrawals.withdraw(folder, difference, gone(difference, vanished), nothingIsLeft)) {
                again.add(difference.directory());
            }
            if (!difference.isThere() || !FeedName.isValid(difference.directory())) {
                unread.forget(difference.directory());
            } else if (isComplete && unread.look(folder, difference.directory())) {
                again.add(difference.directory());
            }
        }
        warnings.follow(differences.stream().map(FolderDifference::directory).toList());
        for (var difference : differences) {
            if (again.contains(difference.directory())) {
                listings.remove(difference.directory());
            } else {
                listings.put(difference.directory(), difference.listing());
            }
        }
        return again;
    }

    /** An article of whose file only a copy is left stays until its author has decided about that. */
    private static List<KnownFile> gone(FolderDifference difference, MovedFiles vanished) {
        return vanished.left(difference.directory()).stream()
                .filter(file -> !difference.copied().contains(NamesOnDisk.composed(file.path())))
                .toList();
    }

    /** What takes articles of other feeds is shown when theirs are there, or it would show them in the order of their coming. */
    private void openComposed(List<FolderDifference> differences) {
        for (var difference : differences) {
            Optional.of(difference.directory())
                    .filter(FeedName::isValid)
                    .map(FeedName::new)
                    .filter(feed ->
                            feeds.definition(feed).map(FeedDefinition::select).isPresent())
                    .ifPresent(lifecycle::open);
        }
    }

    /** A folder that cannot be listed keeps no other from being looked at. */
    private List<FolderDifference> differences(Collection<String> directories) {
        var differences = new ArrayList<FolderDifference>();
        for (String directory : directories) {
            try {
                differences.add(difference(directory));
            } catch (IOException e) {
                hold(directory, "the folder cannot be listed (" + e + ")", "let the user that runs Feedwright read it");
            }
        }
        return differences;
    }

    private FolderDifference difference(String directory) throws IOException {
        var present = folder.files(directory);
        withdrawals.found(present);
        var held = quarantine.files(directory);
        var difference = FolderDifference.between(
                directory, present, named.look(folder, directory), ledger.files(directory), held);
        held.stream()
                .filter(file -> !present.containsKey(file) && !file.equals(difference.definition()))
                .forEach(file -> {
                    quarantine.release(file);
                    named.forget(file);
                });
        return difference;
    }

    /** Whatever fails in one feed's folder keeps no other from being published. */
    private Intake.Taken publishOrHold(
            FolderDifference difference, MovedFiles vanished, Progress progress, Prefetch foresight, Runnable onLast)
            throws IOException {
        try {
            return publish(difference, vanished, progress, foresight, onLast);
        } catch (DataAccessException | TransactionException e) {
            throw e; // the database is not well, whatever the folder
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.error("The folder {} could not be read", difference.directory(), e);
            hold(
                    difference.definition(),
                    "the folder could not be read, by a fault of the program (" + e + ")",
                    "report it, with the folder");
            return Intake.Taken.NOT_ALL;
        }
    }

    private Intake.Taken publish(
            FolderDifference difference, MovedFiles vanished, Progress progress, Prefetch foresight, Runnable onLast)
            throws IOException {
        if (!difference.isThere()) {
            quarantine.release(difference.definition());
            return Intake.Taken.ALL;
        }
        var refusal = folder.refusal(difference.directory());
        if (refusal.isPresent()) {
            quarantine.hold(difference.definition(), List.of(refusal.get()));
            return Intake.Taken.ALL;
        }
        var feed = new FeedName(difference.directory());
        var before = feeds.definition(feed);
        boolean isUnfinished = define(feed, difference, before);
        var definition = feeds.definition(feed);
        if (definition.isEmpty()) {
            return isUnfinished ? Intake.Taken.ALL_BUT_UNFINISHED : Intake.Taken.ALL;
        }
        var toTake = readsArticlesAnew(before, definition.get()) ? difference(difference.directory()) : difference;
        var files = foresight.files(toTake, feed, definition.get());
        var taken = intake.take(files, toTake, vanished, progress, onLast);
        if (taken != Intake.Taken.NOT_ALL && definition.get().select() == null) {
            lifecycle.open(feed);
        }
        return isUnfinished && taken == Intake.Taken.ALL ? Intake.Taken.ALL_BUT_UNFINISHED : taken;
    }

    /**
     * Stores the feed's definition if it is there and good; else the last good one stays.
     *
     * @return whether it is still being written
     */
    private boolean define(FeedName feed, FolderDifference difference, Optional<FeedDefinition> before)
            throws IOException {
        String path = difference.definition();
        var stamp = difference.toRead().get(path);
        if (!difference.isDefined()) {
            quarantine.hold(path, List.of(FeedFile.missing(path)));
        } else if (stamp != null || before.isEmpty()) {
            switch (folder.read(path)) {
                case SourceReading.Unfinished _, SourceReading.Gone _ -> {
                    return true;
                }
                case SourceReading.Unreadable(var problems) -> quarantine.hold(path, problems);
                case SourceReading.Whole(var source) -> {
                    var read = intake.definition(path, source, new FolderAttachments(folder, difference.directory()));
                    if (read.isEmpty()) {
                        return true;
                    }
                    var problems = read.get().problems();
                    var definition = read.get().definition();
                    int line = FeedFile.line(source.text(), "formerly");
                    if (problems.isEmpty() && before.isEmpty()) {
                        problems.addAll(undecided(feed, path, line, definition));
                    }
                    if (problems.isEmpty()) {
                        problems.addAll(renames.problems(path, line, feed, definition));
                        problems.addAll(new SelectedFeeds(folder, renames::isOrWas)
                                .problems(path, FeedFile.line(source.text(), SelectBlock.KEY), definition));
                        // What is disputed is read again until it is settled.
                        var known = stamp != null && problems.isEmpty() ? stamp : FileStamp.NONE;
                        define(
                                feed,
                                definition,
                                before,
                                new KnownFile(path, null, known, source.digest(), problems.warnings()));
                    }
                    holdOrRelease(path, problems);
                }
            }
        }
        return false;
    }

    /** Nobody waits for a feed that came in the same look, as all do into a fresh store. */
    private List<Problem> undecided(FeedName feed, String path, int line, FeedDefinition definition)
            throws IOException {
        found.add(feed);
        boolean isNew = definition.formerly().stream().anyMatch(found::contains);
        return isNew
                ? List.of()
                : renames.undecided(folder, path, line, feed, definition).stream()
                        .toList();
    }

    private void holdOrRelease(String path, Problems problems) {
        if (problems.isEmpty()) {
            quarantine.release(path);
        } else {
            quarantine.hold(path, problems.list());
        }
    }

    private void define(FeedName feed, FeedDefinition definition, Optional<FeedDefinition> before, KnownFile file) {
        transactions.write(() -> {
            lifecycle.define(feed, definition);
            ledger.note(file);
            if (readsArticlesAnew(before, definition)) {
                ledger.doubt(feed.value());
            }
        });
    }

    /** Dates without a zone are other instants in another zone, and only a podcast's articles are episodes. */
    private static boolean readsArticlesAnew(Optional<FeedDefinition> before, FeedDefinition after) {
        return before.isPresent()
                && (!before.get().zone().equals(after.zone())
                        || (before.get().podcast() == null) != (after.podcast() == null));
    }

    private void hold(String file, String wrong, String remedy) {
        quarantine.hold(file, List.of(new Problem(file, 0, wrong, remedy)));
    }
}
