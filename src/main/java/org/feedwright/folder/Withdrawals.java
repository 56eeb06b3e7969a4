package org.feedwright.folder;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.Article.State;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.Quarantine;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.ledger.JdbcLedger;
import org.feedwright.folder.ledger.KnownFile;
import org.feedwright.folder.ledger.MissingFiles;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.feedwright.folder.report.Finding;
import org.feedwright.folder.report.Finding.Kind;
import org.feedwright.folder.report.JdbcFolderReport;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes back what is gone from the folder: articles whose files were removed, and feeds whose folders were. */
@Component
class Withdrawals {
    private static final Logger log = LoggerFactory.getLogger(Withdrawals.class);

    private static final int COUNTED = 1_000;

    private final JdbcLedger ledger;
    private final Articles articles;
    private final Publishing publishing;
    private final FeedLifecycle lifecycle;
    private final Quarantine quarantine;
    private final ReferencedFiles named;
    private final MissingFiles missing;
    private final Transactions transactions;
    private final JdbcFolderReport report;
    private final Set<String> inDoubt = new HashSet<>();
    private boolean isFirstLook = true;

    Withdrawals(
            JdbcLedger ledger,
            Articles articles,
            Publishing publishing,
            FeedLifecycle lifecycle,
            Quarantine quarantine,
            ReferencedFiles named,
            MissingFiles missing,
            JdbcFolderReport report,
            Transactions transactions) {
        this.ledger = ledger;
        this.articles = articles;
        this.publishing = publishing;
        this.lifecycle = lifecycle;
        this.quarantine = quarantine;
        this.named = named;
        this.missing = missing;
        this.report = report;
        this.transactions = transactions;
    }

    /** Forgets all files that were missed: they are looked for once more before anything is withdrawn. */
    void forget() {
        missing.forget();
        inDoubt.clear();
        isFirstLook = true;
    }

    /** Forgets that these files were missed: they are back. */
    void found(Map<FolderPath, FileStamp> present) {
        missing.forget(present.keySet());
    }

    /** The folders of articles that stay although their files are missing, for each may be a file that cannot be read. */
    Set<String> inDoubt() {
        return Set.copyOf(inDoubt);
    }

    /**
     * Notes what cannot be read in folders that are looked at: it may be what is missing, unless it was there before.
     */
    void doubt(Set<FolderPath> unreadable, List<String> directories) {
        if (isFirstLook) {
            missing.cannotRead(heldBefore(), List.of());
            isFirstLook = false;
        }
        missing.cannotRead(unreadable, directories);
    }

    /** The files that were held back before this node looked after the folder, but for folders that were in doubt. */
    private Set<FolderPath> heldBefore() {
        var sources = report.findings().keySet().stream()
                .filter(key -> key.kind() == Kind.HELD)
                .map(Finding.Key::source)
                .collect(Collectors.toSet());
        return sources.stream()
                .filter(source -> source.contains("/"))
                .map(FolderPath::of)
                .filter(file -> !sources.contains(file.directory()))
                .collect(Collectors.toSet());
    }

    /**
     * Withdraws what was gone at the last look too, unless it is too much to be meant, or may be there under another
     * name.
     *
     * @param moved what the files that were found have turned out to be
     * @param nothingIsLeft whether the folder of feeds has no file of ours at all
     * @return whether to look again in a moment
     */
    boolean withdraw(FeedFolder folder, FolderDifference difference, MovedFiles moved, boolean nothingIsLeft) {
        String directory = difference.directory();
        var gone = gone(difference, moved);
        var paths = new TreeSet<>(gone.stream().map(KnownFile::path).toList());
        if (!difference.isThere() && difference.known().containsKey(difference.definition())) {
            paths.add(difference.definition());
        }
        boolean areMissedAgain = missing.miss(paths);
        var doubtful = doubtful(gone, moved);
        paths.removeAll(doubtful);
        if (doubtful.isEmpty()) {
            inDoubt.remove(directory);
        } else {
            inDoubt.add(directory);
            paths.remove(difference.definition());
        }
        var certain = gone.stream().filter(file -> paths.contains(file.path())).toList();
        int lost = WithdrawalGuard.stops(certain.size(), difference.articles(), nothingIsLeft)
                ? notWithdrawn(certain)
                : certain.size();
        boolean mustBeConfirmed = !paths.isEmpty() && WithdrawalGuard.stops(lost, difference.articles(), nothingIsLeft);
        boolean isConfirmed = !mustBeConfirmed || WithdrawalGuard.isConfirmed(folder.path(), directory, lost);
        tell(
                directory,
                doubtful.isEmpty() ? null : doubt(directory, doubtful.size()),
                isConfirmed ? null : WithdrawalGuard.problem(directory, lost, difference.articles()));
        if (paths.isEmpty() || !isConfirmed) {
            return false;
        }
        if (!areMissedAgain) {
            return true;
        }
        takeBack(difference, certain, paths.contains(difference.definition()));
        missing.forget(paths);
        if (mustBeConfirmed) {
            WithdrawalGuard.useUp(folder.path(), directory, lost);
        }
        return quarantine.concerns(directory); // a file may be held back that can have an address now
    }

    private void tell(String directory, @Nullable Problem... found) {
        var problems = Stream.of(found).filter(Objects::nonNull).toList();
        if (problems.isEmpty()) {
            quarantine.release(directory);
        } else {
            quarantine.hold(directory, problems);
        }
    }

    private void takeBack(FolderDifference difference, List<KnownFile> files, boolean isFeedGone) {
        String directory = difference.directory();
        transactions.write(() -> {
            for (var file : files) {
                publishing.withdraw(Objects.requireNonNull(file.article()));
                ledger.forget(file);
                named.forget(file.path());
            }
            if (isFeedGone) {
                ledger.forget(Objects.requireNonNull(difference.known().get(difference.definition())));
                lifecycle.retire(new FeedName(directory));
            }
        });
        files.forEach(
                file -> log.info("Withdrew {}", Problem.visible(file.path().toString())));
        if (isFeedGone) {
            log.info("Retired the feed {}: its folder is gone", directory);
        }
    }

    /** An article of whose file only a copy is left stays until its author has decided about that. */
    private static List<KnownFile> gone(FolderDifference difference, MovedFiles moved) {
        return moved.left(difference.directory()).stream()
                .filter(file -> !difference.copied().contains(file.path().composed()))
                .toList();
    }

    private Set<FolderPath> doubtful(List<KnownFile> gone, MovedFiles moved) {
        var doubtful = new TreeSet<FolderPath>();
        gone.stream()
                .collect(Collectors.groupingBy(file -> missing.firstMissed(file.path())))
                .forEach((look, files) -> doubtful.addAll(moved.maybe(files, missing.unreadableSince(look))));
        return doubtful;
    }

    private static Problem doubt(String directory, int files) {
        String gone = files == 1
                ? "1 article stays published, although its file is no longer there"
                : files + " articles stay published, although their files are no longer there";
        return new Problem(
                directory,
                0,
                gone + ": what came at the same time cannot be read yet, and may be the same under another name",
                "mend what cannot be read, or move it away");
    }

    /** Whoever clears away the files of withdrawn articles takes nothing back. So many are never cleared away. */
    private int notWithdrawn(List<KnownFile> gone) {
        return gone.size() > COUNTED
                ? gone.size()
                : Math.toIntExact(gone.stream()
                        .filter(file -> articles.find(Objects.requireNonNull(file.article()))
                                .filter(article -> article.state() == State.WITHDRAWN)
                                .isEmpty())
                        .count());
    }
}
