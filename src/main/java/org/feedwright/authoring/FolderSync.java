package org.feedwright.authoring;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.IdTaken;
import org.feedwright.article.SlugTaken;
import org.feedwright.authoring.JdbcLedger.Known;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the store in line with the folder. What is stored and what the ledger says of it change in one
 * transaction, so a crash at any point leaves a state from which the next look goes on.
 */
@Component
class FolderSync {
    private static final Logger log = LoggerFactory.getLogger(FolderSync.class);

    /** Files that are stored in one transaction: many, because each transaction waits for the disk. */
    private static final int BATCH = 500;

    private final Folder folder;
    private final JdbcLedger ledger;
    private final Articles articles;
    private final Feeds feeds;
    private final Quarantine quarantine;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    /** Files that were gone when they were last looked for; an editor that saves may be about to put one back. */
    private final Set<String> missed = new HashSet<>();

    /** The listing of each folder, as a hash, when all that it held had been stored. */
    private final Map<String, Integer> listings = new HashMap<>();

    FolderSync(
            AuthoringSettings settings,
            JdbcLedger ledger,
            Articles articles,
            Feeds feeds,
            Quarantine quarantine,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.folder = new Folder(settings.folder(), settings.authoring().maxFileSize());
        this.ledger = ledger;
        this.articles = articles;
        this.feeds = feeds;
        this.quarantine = quarantine;
        this.clock = clock;
        this.transaction = transaction;
    }

    Folder folder() {
        return folder;
    }

    /**
     * The feeds' folders that differ from what they were at the last look, or hold a file back, whose reason
     * may be gone. Lists all files and reads none.
     */
    Set<String> changed() throws IOException {
        var directories = new TreeSet<>(ledger.directories());
        if (folder.exists()) {
            directories.addAll(folder.directories());
        }
        var changed = new TreeSet<String>();
        for (String directory : directories) {
            boolean isAsBefore =
                    Integer.valueOf(folder.files(directory).hashCode()).equals(listings.get(directory));
            if (!isAsBefore || quarantine.concerns(directory)) {
                changed.add(directory);
            }
        }
        return changed;
    }

    /**
     * Looks at some feeds' folders and stores what has changed.
     *
     * @return the folders to look at again in a moment: a file in them is still being written, or has just gone
     */
    Set<String> sync(Collection<String> directories) throws IOException {
        if (!folder.exists()) {
            hold(
                    ".",
                    "the folder " + folder.path().toAbsolutePath()
                            + " is not there, and what is stored stays published",
                    "make it, mount it, or set feedwright.folder");
            return Set.of();
        }
        quarantine.release(".");
        var differences = new ArrayList<Difference>();
        for (String directory : directories) {
            differences.add(difference(directory));
        }
        var vanished = new Vanished(
                differences.stream()
                        .flatMap(difference -> difference.vanished().stream())
                        .toList(),
                articles);
        var progress = new Progress(
                differences.stream()
                        .mapToInt(difference -> difference.toRead().size())
                        .sum(),
                clock);
        boolean nothingIsLeft = folder.directories().isEmpty();
        var again = new TreeSet<String>();
        for (var difference : differences) {
            if (publish(difference, vanished, progress)) {
                again.add(difference.directory());
            }
        }
        for (var difference : differences) {
            if (withdraw(difference, vanished.left(difference.directory()), nothingIsLeft)) {
                again.add(difference.directory());
            }
        }
        differences.stream()
                .filter(difference -> !again.contains(difference.directory()))
                .forEach(difference -> listings.put(difference.directory(), difference.listing()));
        return again;
    }

    private Difference difference(String directory) throws IOException {
        var present = folder.files(directory);
        missed.removeIf(present::containsKey);
        var difference = Difference.between(directory, present, ledger.files(directory), quarantine.files(directory));
        quarantine.files(directory).stream()
                .filter(file -> !present.containsKey(file) && !file.equals(difference.definition()))
                .forEach(quarantine::release);
        return difference;
    }

    /** Publishes what is new or changed; returns whether to look again in a moment. */
    private boolean publish(Difference difference, Vanished vanished, Progress progress) throws IOException {
        if (!difference.isThere()) {
            quarantine.release(difference.definition());
            return false;
        }
        if (!Folder.isFeed(difference.directory())) {
            quarantine.hold(difference.definition(), List.of(Folder.noFeedsName(difference.directory())));
            return false;
        }
        var name = new FeedName(difference.directory());
        var before = feeds.definition(name);
        var definition = define(name, difference, before);
        if (definition.isEmpty()) {
            return folder.isOpenForWriting(difference.definition());
        }
        boolean readAll = before.isPresent()
                && !before.get().zone().equals(definition.get().zone());
        var files = new TreeMap<>(readAll ? folder.files(difference.directory()) : difference.toRead());
        files.remove(difference.definition());
        var paths = List.copyOf(files.entrySet());
        boolean again = false;
        for (int i = 0; i < paths.size(); i += BATCH) {
            var readings = paths.subList(i, Math.min(i + BATCH, paths.size())).parallelStream()
                    .map(file -> read(
                            file.getKey(),
                            file.getValue(),
                            readAll ? null : difference.known().get(file.getKey()),
                            name,
                            definition.get()))
                    .toList();
            again |= readings.stream().anyMatch(Reading.Unfinished.class::isInstance);
            transaction.executeWithoutResult(_ -> {
                var horizon = feeds.horizon(name);
                readings.forEach(reading -> store(reading, difference, vanished, horizon, progress.isLong()));
            });
            progress.add(readings.size());
        }
        feeds.open(name);
        return again;
    }

    /** The feed's definition: the one in the folder if it is good, else the last good one. */
    private Optional<FeedDefinition> define(FeedName name, Difference difference, Optional<FeedDefinition> before) {
        String path = difference.definition();
        if (!difference.isDefined()) {
            quarantine.hold(path, List.of(FeedFile.missing(path)));
            return before;
        }
        var stamp = difference.toRead().get(path);
        if (stamp == null && before.isPresent()) {
            return before;
        }
        if (folder.isOpenForWriting(path)) {
            return before;
        }
        var reading = folder.read(path);
        if (reading.source().isEmpty()) {
            if (!reading.problems().isEmpty()) {
                quarantine.hold(path, reading.problems().list());
            }
            return before;
        }
        var source = reading.source().get();
        var definition = FeedFile.read(source.text(), feeds.addresses().host(), reading.problems());
        if (!reading.problems().isEmpty()) {
            quarantine.hold(path, reading.problems().list());
            return before;
        }
        transaction.executeWithoutResult(_ -> {
            feeds.define(name, definition);
            ledger.note(new Known(path, null, Objects.requireNonNullElse(stamp, Folder.UNREADABLE), source.digest()));
        });
        quarantine.release(path);
        return Optional.of(definition);
    }

    private Reading read(String path, Stamp stamp, @Nullable Known known, FeedName feed, FeedDefinition definition) {
        if (folder.isOpenForWriting(path)) {
            return new Reading.Unfinished(path);
        }
        var reading = folder.read(path);
        if (reading.source().isEmpty()) {
            return reading.problems().isEmpty()
                    ? new Reading.Gone(path)
                    : new Reading.Bad(path, reading.problems().list());
        }
        var source = reading.source().get();
        if (known != null && known.digest().equals(source.digest())) {
            return new Reading.Same(path, stamp, known);
        }
        String name = path.substring(path.indexOf('/') + 1);
        var manuscript = ArticleFile.read(name, source.text(), feed, definition, reading.problems());
        return manuscript == null
                ? new Reading.Bad(path, reading.problems().list())
                : new Reading.Good(path, stamp, source.digest(), manuscript, ArticleFile.idLine(source.text()));
    }

    private void store(Reading reading, Difference difference, Vanished vanished, Instant horizon, boolean quietly) {
        switch (reading) {
            case Reading.Unfinished _, Reading.Gone _ -> {}
            case Reading.Bad(String path, var problems) -> quarantine.hold(path, problems);
            case Reading.Same(String path, var stamp, var known) -> {
                ledger.note(new Known(path, known.article(), stamp, known.digest()));
                quarantine.release(path);
            }
            case Reading.Good good -> {
                try {
                    var id = store(good, difference.known().get(good.path()), vanished, horizon);
                    ledger.note(new Known(good.path(), id, good.stamp(), good.digest()));
                    quarantine.release(good.path());
                    if (!quietly) {
                        log.info("Stored {}", good.path());
                    }
                } catch (IdTaken e) {
                    quarantine.hold(
                            good.path(),
                            List.of(new Problem(
                                    good.path(),
                                    good.idLine(),
                                    "its id is that of " + address(e.holder()),
                                    ArticleFile.OTHER_ID)));
                } catch (SlugTaken e) {
                    hold(good.path(), "its address would be that of " + address(e.holder()), ArticleFile.RENAME);
                }
            }
        }
    }

    /** Stores an article under the identity it has, and gives it one only if it has none. */
    private ArticleId store(Reading.Good good, @Nullable Known known, Vanished vanished, Instant horizon) {
        var manuscript = good.manuscript();
        if (known == null || vanished.has(good.digest())) {
            var renamed = vanished.claim(good.digest(), manuscript);
            if (renamed.isPresent()) {
                if (known != null) {
                    articles.withdraw(Objects.requireNonNull(known.article()));
                }
                ledger.forget(renamed.get().path());
                return articles.revise(Objects.requireNonNull(renamed.get().article()), manuscript, horizon)
                        .id();
            }
        }
        if (known == null) {
            return articles.publish(manuscript, horizon).id();
        }
        var id = Objects.requireNonNull(known.article());
        var stated = manuscript.statedId();
        if (stated == null || stated.equals(id)) {
            return articles.revise(id, manuscript, horizon).id();
        }
        articles.refuseTaken(stated);
        articles.withdraw(id);
        return articles.publish(manuscript, horizon).id();
    }

    /** Withdraws what is gone; returns whether to look again in a moment. */
    private boolean withdraw(Difference difference, List<Known> gone, boolean nothingIsLeft) {
        String directory = difference.directory();
        boolean feedIsGone = !difference.isThere() && difference.known().containsKey(difference.definition());
        if (gone.isEmpty() && !feedIsGone) {
            quarantine.release(directory);
            return false;
        }
        if (WithdrawalGuard.stops(gone.size(), difference.articles(), nothingIsLeft)
                && !WithdrawalGuard.isConfirmed(folder.path(), directory, gone.size())) {
            quarantine.hold(directory, List.of(WithdrawalGuard.problem(directory, gone.size(), difference.articles())));
            return false;
        }
        quarantine.release(directory);
        var paths = new TreeSet<>(gone.stream().map(Known::path).toList());
        if (feedIsGone) {
            paths.add(difference.definition());
        }
        if (!missed.containsAll(paths)) {
            missed.addAll(paths);
            return true;
        }
        transaction.executeWithoutResult(_ -> {
            for (var file : gone) {
                articles.withdraw(Objects.requireNonNull(file.article()));
                ledger.forget(file.path());
                log.info("Withdrew {}", file.path());
            }
            if (feedIsGone) {
                ledger.forget(difference.definition());
                feeds.retire(new FeedName(directory));
                log.info("Retired the feed {}: its folder is gone", directory);
            }
        });
        missed.removeAll(paths);
        return false;
    }

    private static String address(Article article) {
        return "the article " + article.feed() + "/" + article.slug();
    }

    private void hold(String file, String wrong, String remedy) {
        quarantine.hold(file, List.of(new Problem(file, 0, wrong, remedy)));
    }
}
