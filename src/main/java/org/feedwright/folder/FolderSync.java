package org.feedwright.folder;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.Intake.Taken;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.report.Backlog;
import org.feedwright.timeline.FeedLifecycle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings the store in line with the folder: first what is new or changed is published, then what nothing
 * has turned out to be is withdrawn. A crash at any point leaves a state from which the next look goes on.
 */
@Component
class FolderSync implements Backlog {
    private final FeedFolder folder;
    private final FolderDifferences differences;
    private final FeedIntake intake;
    private final Articles articles;
    private final Feeds feeds;
    private final FeedLifecycle lifecycle;
    private final Withdrawals withdrawals;
    private final FeedRenames renames;
    private final HeldFiles held;
    private final Warnings warnings;
    private final UnreadFiles unread;
    private final InstantSource clock;
    private volatile @Nullable Progress current;

    /** The folders from which files have come that are held back, by the folders in which they are now. */
    private final Map<String, Set<String>> origins = new HashMap<>();

    FolderSync(
            FeedFolder folder,
            FolderDifferences differences,
            FeedIntake intake,
            Articles articles,
            Feeds feeds,
            FeedLifecycle lifecycle,
            Withdrawals withdrawals,
            FeedRenames renames,
            HeldFiles held,
            Warnings warnings,
            UnreadFiles unread,
            InstantSource clock) {
        this.folder = folder;
        this.differences = differences;
        this.intake = intake;
        this.articles = articles;
        this.feeds = feeds;
        this.lifecycle = lifecycle;
        this.withdrawals = withdrawals;
        this.renames = renames;
        this.held = held;
        this.warnings = warnings;
        this.unread = unread;
        this.clock = clock;
    }

    /** Ends a long look early; what is left is done after the next start. */
    void stop() {
        intake.stop();
    }

    /**
     * Forgets what was found before, by this node or another one, so that the next look compares all of the folder with
     * the store, and finds all problems again.
     */
    void forget() {
        differences.forget();
        held.forget();
        warnings.forget();
    }

    @Override
    public int waiting() {
        var progress = current;
        return progress == null ? 0 : progress.left();
    }

    /** The feeds' folders to look at, because something has changed in them or may have. */
    Set<String> changed() throws IOException {
        return differences.changed();
    }

    /**
     * Looks at some feeds' folders and stores what has changed.
     *
     * @return the folders to look at again in a moment: a file in them is still being written, or has just gone
     */
    Set<String> sync(Collection<String> directories) throws IOException {
        if (!isThere()) {
            return Set.of();
        }
        intake.begin();
        warnings.load();
        unread.lookOutside(folder);
        var all = withDisputed(directories);
        renames.follow(folder, all);
        return sync(differences.of(all));
    }

    /** Whether the folder of feeds is there; one that is missing is held back as a whole. */
    boolean isThere() {
        if (folder.exists()) {
            held.releaseRoot();
            return true;
        }
        held.hold(
                HeldFiles.ROOT,
                "the folder " + folder.path().toAbsolutePath() + " is not there, and what is stored stays published",
                "make it, mount it, or set feedwright.folder");
        return false;
    }

    /**
     * A dispute between two definitions may be settled by a change in the folder of either; and a file that came from
     * another folder would be taken for a new one without that, if it is held back or could not be read before.
     */
    private Set<String> withDisputed(Collection<String> directories) {
        var all = new LinkedHashSet<>(directories);
        all.addAll(held.undefined());
        all.addAll(withdrawals.inDoubt());
        directories.forEach(directory -> all.addAll(origins.getOrDefault(directory, Set.of())));
        return all;
    }

    private Set<String> sync(List<FolderDifference> changes) throws IOException {
        var moved = new MovedFiles(changes, folder, articles);
        boolean nothingIsLeft = folder.isBare();
        var again = new TreeSet<String>();
        boolean isComplete = publish(changes, moved, again);
        changes.forEach(change -> origins.remove(change.directory()));
        origins.putAll(moved.unsettled());
        again.addAll(moved.freed());
        if (isComplete) {
            withdrawals.doubt(
                    moved.unreadable(),
                    changes.stream().map(FolderDifference::directory).toList());
            openComposed(changes);
        }
        for (var change : changes) {
            // A missing file may be under another name among those that have not been read.
            if (!isComplete || withdrawals.withdraw(folder, change, moved, nothingIsLeft)) {
                again.add(change.directory());
            }
            lookForUnread(change, isComplete, again);
        }
        warnings.follow(changes.stream().map(FolderDifference::directory).toList());
        changes.forEach(change -> differences.note(change, !again.contains(change.directory())));
        return again;
    }

    /**
     * Publishes what is new or changed.
     *
     * @param again gets the folders to look at again in a moment
     * @return whether everything has been read
     */
    private boolean publish(List<FolderDifference> changes, MovedFiles moved, Set<String> again) throws IOException {
        var progress = progress(changes);
        current = progress;
        boolean isComplete = true;
        try (var prefetch = intake.prefetch()) {
            for (int i = 0; i < changes.size(); i++) {
                var following = changes.stream().skip(i + 1).findFirst();
                Runnable onLast = () -> following.ifPresent(prefetch::begin);
                var taken = intake.take(changes.get(i), moved, progress, prefetch, onLast);
                isComplete &= taken != Taken.NOT_ALL && taken != Taken.ALL_BUT_LATE;
                if (taken != Taken.ALL) {
                    again.add(changes.get(i).directory());
                }
            }
        }
        current = null;
        return isComplete;
    }

    private Progress progress(List<FolderDifference> changes) {
        int files = changes.stream()
                .mapToInt(change -> change.articlesToRead().size())
                .sum();
        return new Progress(files, clock);
    }

    /** A feed that takes articles of others is shown when theirs are there, or it would show them as they come. */
    private void openComposed(List<FolderDifference> changes) {
        changes.stream()
                .map(FolderDifference::directory)
                .filter(FeedName::isValid)
                .map(FeedName::new)
                .filter(this::isComposed)
                .forEach(lifecycle::open);
    }

    private boolean isComposed(FeedName feed) {
        return feeds.definition(feed).map(FeedDefinition::select).isPresent();
    }

    private void lookForUnread(FolderDifference change, boolean isComplete, Set<String> again) {
        if (!change.isThere() || !FeedName.isValid(change.directory())) {
            unread.forget(change.directory());
        } else if (isComplete && unread.look(folder, change.directory())) {
            again.add(change.directory());
        }
    }
}
