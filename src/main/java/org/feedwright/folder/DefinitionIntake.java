package org.feedwright.folder;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.FeedFile;
import org.feedwright.authoring.SelectBlock;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.claim.AliasDisputes;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderPath;
import org.feedwright.folder.disk.SourceFile;
import org.feedwright.folder.disk.SourceReading;
import org.feedwright.folder.ledger.JdbcLedger;
import org.feedwright.folder.ledger.KnownFile;
import org.feedwright.folder.reading.DefinitionReader;
import org.feedwright.folder.reading.DefinitionReading;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.FeedLifecycle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in a feed's {@code feed.yaml}: reads it, checks it against the other feeds, and stores it. */
@Component
class DefinitionIntake {
    private final FeedFolder folder;
    private final DefinitionReader reader;
    private final FeedLifecycle lifecycle;
    private final FeedRenames renames;
    private final HeldFiles held;
    private final AliasDisputes disputes;
    private final JdbcLedger ledger;
    private final OtherWaysIn others;
    private final Transactions transactions;
    private final Addresses addresses;

    /** The feeds that the look at the folder has been the first to find. */
    private final Set<FeedName> found = new HashSet<>();

    DefinitionIntake(
            FeedFolder folder,
            DefinitionReader reader,
            FeedLifecycle lifecycle,
            FeedRenames renames,
            HeldFiles held,
            AliasDisputes disputes,
            JdbcLedger ledger,
            OtherWaysIn others,
            Transactions transactions,
            Feeds feeds) {
        this.folder = folder;
        this.reader = reader;
        this.lifecycle = lifecycle;
        this.renames = renames;
        this.held = held;
        this.disputes = disputes;
        this.ledger = ledger;
        this.others = others;
        this.transactions = transactions;
        this.addresses = feeds.addresses();
    }

    /** Begins another look at the folder. */
    void begin() {
        found.clear();
    }

    /**
     * Stores the feed's definition if it is there and good; else the last good one stays.
     *
     * @return whether it is still being written
     */
    boolean take(FeedName feed, FolderDifference difference, Optional<FeedDefinition> before) throws IOException {
        var path = difference.definition();
        var stamp = difference.toRead().get(path);
        if (others.define(feed)) {
            held.holdOrRelease(path, difference.isDefined() ? List.of(definedElsewhere(path, feed)) : List.of());
            return false;
        }
        if (!difference.isDefined()) {
            takeImplied(feed, difference, before);
            return false;
        }
        if (stamp == null && before.isPresent()) {
            return false;
        }
        return switch (folder.read(path)) {
            case SourceReading.Unfinished _, SourceReading.Gone _ -> true;
            case SourceReading.Unreadable(var problems) -> {
                held.holdOrRelease(path, problems);
                yield false;
            }
            case SourceReading.Whole(var source) -> take(new Candidate(feed, path, source, stamp, before));
        };
    }

    /** The folder may bring articles into such a feed, and says nothing of the feed itself. */
    private static Problem definedElsewhere(FolderPath path, FeedName feed) {
        return new Problem(
                path.toString(),
                0,
                "the feed " + feed + " is defined through the API, and this file does not count",
                "remove the file, give the folder another name, or end the feed through the API first");
    }

    /** The folder itself may be a feed that needs no {@code feed.yaml}; whoever has had one is told that it is missing. */
    private void takeImplied(FeedName feed, FolderDifference difference, Optional<FeedDefinition> before) {
        var path = difference.definition();
        var known = difference.known().get(path);
        var title = folder.impliedTitle(feed.value())
                .filter(_ -> known == null || known.digest().isEmpty());
        if (title.isEmpty()) {
            held.holdOrRelease(path, List.of(FeedFile.missing(path.toString())));
            return;
        }
        if (before.isEmpty() || known == null) {
            transactions.write(() -> {
                lifecycle.define(feed, FeedFile.implied(title.get(), addresses.host()));
                ledger.note(new KnownFile(
                        path, null, FileStamp.NONE, "", List.of(FeedFile.adds(path.toString(), title.get()))));
            });
        }
        held.release(path);
    }

    /**
     * A definition that may be stored.
     *
     * @param stamp null where it is not new
     * @param before the feed's definition as it is stored
     */
    private record Candidate(
            FeedName feed,
            FolderPath path,
            SourceFile source,
            @Nullable FileStamp stamp,
            Optional<FeedDefinition> before) {
        int line(String key) {
            return FeedFile.line(source.text(), key);
        }

        /** A definition with problems is read again until they are settled. */
        KnownFile known(Problems problems) {
            var known = stamp != null && problems.isEmpty() ? stamp : FileStamp.NONE;
            return new KnownFile(path, null, known, source.digest(), problems.warnings());
        }
    }

    private boolean take(Candidate candidate) throws IOException {
        var read = reader.read(candidate.path(), candidate.source());
        if (read.isEmpty()) {
            return true;
        }
        var problems = read.get().problems();
        if (problems.isEmpty() && candidate.before().isEmpty()) {
            problems.addAll(undecided(candidate, read.get().definition()));
        }
        if (problems.isEmpty()) {
            storeWithDisputes(candidate, read.get());
        }
        held.holdOrRelease(candidate.path(), problems.list());
        return false;
    }

    /** Nobody waits for a feed that came in the same look, as all do into a fresh store. */
    private List<Problem> undecided(Candidate candidate, FeedDefinition definition) throws IOException {
        found.add(candidate.feed());
        if (definition.formerly().stream().anyMatch(found::contains)) {
            return List.of();
        }
        String path = candidate.path().toString();
        return renames.undecided(folder, path, candidate.line("formerly"), candidate.feed(), definition).stream()
                .toList();
    }

    /** A definition that other feeds contradict is stored all the same, and its problems are reported. */
    private void storeWithDisputes(Candidate candidate, DefinitionReading read) throws IOException {
        var definition = read.definition();
        String path = candidate.path().toString();
        read.problems().addAll(renames.problems(path, candidate.line("formerly"), candidate.feed(), definition));
        read.problems()
                .addAll(new SelectedFeeds(folder, renames::isOrWas)
                        .problems(path, candidate.line(SelectBlock.KEY), definition));
        disputes.warn(candidate.feed(), definition, candidate.line("formerly-at"), read.problems());
        store(candidate, definition, candidate.known(read.problems()));
    }

    private void store(Candidate candidate, FeedDefinition definition, KnownFile file) {
        transactions.write(() -> {
            lifecycle.define(candidate.feed(), definition);
            ledger.note(file);
            if (readsArticlesAnew(candidate.before(), definition)) {
                ledger.doubt(candidate.feed().value());
            }
        });
    }

    /**
     * Dates without a zone are other instants in another zone, only a podcast's articles are episodes, keys mean what the
     * feed says, and where articles are on their site is said by the home and by how they are named.
     */
    static boolean readsArticlesAnew(Optional<FeedDefinition> before, FeedDefinition after) {
        return before.isPresent()
                && (!before.get().zone().equals(after.zone())
                        || !before.get().conventions().readsAlike(after.conventions())
                        || !Objects.equals(
                                before.get().description().home(),
                                after.description().home())
                        || (before.get().podcast() == null) != (after.podcast() == null));
    }
}
