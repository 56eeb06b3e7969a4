package org.feedwright.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.authoring.Quarantine;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.feed.FirstLook;
import org.feedwright.folder.report.Finding;
import org.feedwright.folder.report.Finding.Kind;
import org.feedwright.folder.report.FolderReport;
import org.feedwright.folder.report.JdbcFolderReport;
import org.feedwright.store.Transactions;
import org.feedwright.store.nodes.ChangeListener;
import org.feedwright.store.nodes.ChangeSignal;
import org.feedwright.store.nodes.Lease;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was found in the folder. The node that looks after it stores what has changed after each look, and the others read
 * it then, so that all of them hold it at hand.
 */
@Component
class FolderFindings implements FolderReport, ChangeListener {
    private final Quarantine quarantine;
    private final Warnings warnings;
    private final UnreadFiles unread;
    private final LastLook lastLook;
    private final FolderDifferences differences;
    private final FirstLook firstLook;
    private final JdbcFolderReport store;
    private final Transactions transactions;
    private final ChangeSignal signal;
    private final Lease lease;

    /** What is stored, as this node stored it; null while another node may have stored something else. */
    private @Nullable Map<Finding.Key, Finding> stored;

    private Looks told = Looks.NOTHING;
    private long followed = -1;

    /** What is told of the looks themselves. */
    private record Looks(boolean isComplete, Optional<Failure> failure) {
        static final Looks NOTHING = new Looks(false, Optional.empty());
    }

    FolderFindings(
            Quarantine quarantine,
            Warnings warnings,
            UnreadFiles unread,
            LastLook lastLook,
            FolderDifferences differences,
            FirstLook firstLook,
            JdbcFolderReport store,
            Transactions transactions,
            ChangeSignal signal,
            Lease lease) {
        this.quarantine = quarantine;
        this.warnings = warnings;
        this.unread = unread;
        this.lastLook = lastLook;
        this.differences = differences;
        this.firstLook = firstLook;
        this.store = store;
        this.transactions = transactions;
        this.signal = signal;
        this.lease = lease;
    }

    @Override
    public List<Problem> problems() {
        return quarantine.all();
    }

    @Override
    public List<Problem> warnings() {
        return Stream.concat(unread.warnings().stream(), warnings.all().stream())
                .toList();
    }

    @Override
    public Optional<Failure> failure() {
        return lastLook.failure().map(failure -> new Failure(failure.reason(), failure.since()));
    }

    @Override
    public List<Listing> listings() {
        return store.listings();
    }

    /**
     * Stores what has changed since it was last stored.
     *
     * @param isComplete whether the folder has been looked through once
     * @return whether something had changed
     */
    synchronized boolean store(boolean isComplete) {
        var before = stored == null ? store.findings() : stored;
        var now = now();
        var looks = new Looks(isComplete, failure());
        boolean hasNewWarnings = warnings.haveChanged(); // asked each time, for it counts from then on
        boolean isNews = hasNewWarnings || !now.equals(before) || !looks.equals(told);
        var looked = differences.looked();
        if (isNews || !looked.isEmpty()) {
            forget(); // until it is committed
            transactions.write(() -> {
                store.replace(before, now);
                store.list(looked);
                if (isNews) {
                    store.note(isComplete, looks.failure());
                    signal.tell();
                }
            });
            differences.reported();
        }
        stored = now;
        told = looks;
        return isNews;
    }

    /** Forgets what this node has stored and told: the store may have something else, and all is told anew. */
    synchronized void forget() {
        stored = null;
        told = Looks.NOTHING;
    }

    private Map<Finding.Key, Finding> now() {
        var now = new HashMap<Finding.Key, Finding>();
        quarantine.held().forEach((source, held) -> {
            var finding = new Finding(source, Kind.HELD, held.problems(), held.isSecret());
            now.put(finding.key(), finding);
        });
        unread.byFolder().forEach((folder, warning) -> {
            var finding = new Finding(folder, Kind.UNREAD, List.of(warning), false);
            now.put(finding.key(), finding);
        });
        return now;
    }

    /** What is stored without this node's doing is read by the nodes that do not look after the folder. */
    @Override
    public void onChangeElsewhere() {
        if (lease.term() == Lease.NONE) {
            follow();
        }
    }

    /** What is counted there may be counted as before, and be something else. */
    @Override
    public synchronized void onOtherHistory() {
        followed = -1;
        onChangeElsewhere();
    }

    /** Takes over what the node has found that looks after the folder. */
    synchronized void follow() {
        if (lease.term() != Lease.NONE) {
            return; // it has just become this one
        }
        forget();
        var looks = store.looks();
        if (looks.isComplete()) {
            firstLook.end();
        }
        lastLook.follow(looks.failure());
        if (looks.reported() != followed) {
            takeOver(store.findings());
            followed = looks.reported();
        }
    }

    private void takeOver(Map<Finding.Key, Finding> found) {
        var held = new HashMap<String, Quarantine.Held>();
        var counted = new HashMap<String, Problem>();
        found.forEach((key, finding) -> {
            if (key.kind() == Kind.HELD) {
                held.put(key.source(), new Quarantine.Held(finding.problems(), finding.isSecret()));
            } else {
                counted.put(key.source(), finding.problems().getFirst());
            }
        });
        quarantine.replace(held);
        unread.replace(counted);
        warnings.reload();
    }
}
