package org.feedwright.folder;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
import org.feedwright.folder.ledger.ReferencedFiles;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.FeedLifecycle;
import org.feedwright.timeline.Publishing;
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
    private final Transactions transactions;

    /** Files that were gone when they were last looked for; an editor that saves may be about to put one back. */
    private final Set<FolderPath> missed = new HashSet<>();

    Withdrawals(
            JdbcLedger ledger,
            Articles articles,
            Publishing publishing,
            FeedLifecycle lifecycle,
            Quarantine quarantine,
            ReferencedFiles named,
            Transactions transactions) {
        this.ledger = ledger;
        this.articles = articles;
        this.publishing = publishing;
        this.lifecycle = lifecycle;
        this.quarantine = quarantine;
        this.named = named;
        this.transactions = transactions;
    }

    /** Forgets all files that were missed: they are looked for once more before anything is withdrawn. */
    void forget() {
        missed.clear();
    }

    /** Forgets that these files were missed: they are back. */
    void found(Map<FolderPath, FileStamp> present) {
        missed.removeIf(present::containsKey);
    }

    /**
     * Withdraws what was gone at the last look too, unless it is too much to be meant.
     *
     * @param gone the files that no other file has turned out to be
     * @param nothingIsLeft whether the folder of feeds has no file of ours at all
     * @return whether to look again in a moment
     */
    boolean withdraw(FeedFolder folder, FolderDifference difference, List<KnownFile> gone, boolean nothingIsLeft) {
        String directory = difference.directory();
        boolean feedIsGone = !difference.isThere() && difference.known().containsKey(difference.definition());
        if (gone.isEmpty() && !feedIsGone) {
            quarantine.release(directory);
            return false;
        }
        int lost = WithdrawalGuard.stops(gone.size(), difference.articles(), nothingIsLeft)
                ? notWithdrawn(gone)
                : gone.size();
        boolean mustBeConfirmed = WithdrawalGuard.stops(lost, difference.articles(), nothingIsLeft);
        if (mustBeConfirmed && !WithdrawalGuard.isConfirmed(folder.path(), directory, lost)) {
            quarantine.hold(directory, List.of(WithdrawalGuard.problem(directory, lost, difference.articles())));
            return false;
        }
        quarantine.release(directory);
        var paths = new TreeSet<>(gone.stream().map(KnownFile::path).toList());
        if (feedIsGone) {
            paths.add(difference.definition());
        }
        if (!missed.containsAll(paths)) {
            missed.addAll(paths);
            return true;
        }
        transactions.write(() -> {
            for (var file : gone) {
                publishing.withdraw(Objects.requireNonNull(file.article()));
                ledger.forget(file);
                named.forget(file.path());
            }
            if (feedIsGone) {
                ledger.forget(Objects.requireNonNull(difference.known().get(difference.definition())));
                lifecycle.retire(new FeedName(directory));
            }
        });
        missed.removeAll(paths);
        gone.forEach(file -> log.info("Withdrew {}", Problem.visible(file.path().toString())));
        if (feedIsGone) {
            log.info("Retired the feed {}: its folder is gone", directory);
        }
        if (mustBeConfirmed) {
            WithdrawalGuard.useUp(folder.path(), directory, lost);
        }
        return quarantine.concerns(directory); // a file may be held back that can have an address now
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
