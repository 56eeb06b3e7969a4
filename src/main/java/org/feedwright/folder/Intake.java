package org.feedwright.folder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.IdTaken;
import org.feedwright.article.SlugTaken;
import org.feedwright.authoring.ArticleFile;
import org.feedwright.authoring.Embargo;
import org.feedwright.authoring.Quarantine;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.authoring.problem.Problems;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.disk.FeedFolder;
import org.feedwright.folder.disk.FileStamp;
import org.feedwright.folder.disk.FolderAttachments;
import org.feedwright.folder.disk.SourceFile;
import org.feedwright.folder.disk.SourceReading;
import org.feedwright.folder.ledger.JdbcLedger;
import org.feedwright.folder.ledger.KnownFile;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.feedwright.folder.reading.FeedFileReading;
import org.feedwright.folder.reading.ReadAhead;
import org.feedwright.folder.reading.Reading;
import org.feedwright.folder.reading.ReadingThreads;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes in articles' files: reads them, several at once and while earlier ones are stored, and stores each
 * article under the identity it has.
 * What is stored and what the ledger says of it change in one transaction.
 */
@Component
class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    /** How far taking in has come. */
    enum Taken {
        ALL,
        /** Some files are still being written. */
        ALL_BUT_UNFINISHED,
        /** Some files have not been read yet: they take long. */
        ALL_BUT_LATE,
        /** It was broken off, and must be begun again. */
        NOT_ALL
    }

    private final JdbcLedger ledger;
    private final Articles articles;
    private final Feeds feeds;
    private final Timeline timeline;
    private final Quarantine quarantine;
    private final ReferencedFiles named;
    private final ReadingThreads threads;
    private final InstantSource clock;
    private final Transactions transactions;

    /** Files at which the program failed, as they were then: they are not tried again until they change. */
    private final Map<String, Reading.Bad> failed = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    Intake(
            JdbcLedger ledger,
            Articles articles,
            Feeds feeds,
            Timeline timeline,
            Quarantine quarantine,
            ReferencedFiles named,
            ReadingThreads threads,
            InstantSource clock,
            Transactions transactions) {
        this.ledger = ledger;
        this.articles = articles;
        this.feeds = feeds;
        this.timeline = timeline;
        this.quarantine = quarantine;
        this.named = named;
        this.threads = threads;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Ends a long intake at the next transaction; the rest is taken in after the next start. */
    void stop() {
        stopping = true;
    }

    /** Begins to read the files that a folder has to be read for. */
    ReadAhead read(FeedFolder folder, FolderDifference difference, FeedName feed, FeedDefinition definition) {
        return new ReadAhead(
                difference.articlesToRead(),
                file -> {
                    String path = file.getKey();
                    var stamp = file.getValue();
                    var known = difference.known().get(path);
                    return threads.begin(
                            path,
                            List.of(stamp, Optional.ofNullable(known), definition),
                            () -> readOrFail(folder, path, stamp, known, feed, definition),
                            failure -> unreadable(path, stamp, failure));
                },
                reading -> threads.await(
                        reading,
                        problem -> new Reading.Bad(reading.path(), FileStamp.NONE, List.of(problem), true),
                        () -> new Reading.Late(reading.path())));
    }

    /** A feed's definition, or an empty result while reading it takes long. */
    Optional<FeedFileReading> definition(String path, SourceFile source, FolderAttachments files) {
        return FeedFileReading.read(path, source, feeds.addresses().host(), files, threads);
    }

    /**
     * Takes in files that are being read.
     *
     * @param onLast is called when all are read and the last ones are about to be stored
     */
    Taken take(ReadAhead files, FolderDifference difference, MovedFiles vanished, Progress progress, Runnable onLast) {
        var taken = Taken.ALL;
        try (files) {
            for (var readings = files.next(); !readings.isEmpty(); readings = files.next()) {
                if (files.isAtEnd()) {
                    onLast.run();
                }
                taken = leastOf(taken, readings);
                if (stopping || !store(readings, difference, vanished, progress.isLong())) {
                    return Taken.NOT_ALL;
                }
                progress.add(readings.size());
            }
        }
        return taken;
    }

    private static Taken leastOf(Taken before, List<Reading> readings) {
        if (before == Taken.ALL_BUT_LATE || readings.stream().anyMatch(Reading.Late.class::isInstance)) {
            return Taken.ALL_BUT_LATE;
        }
        return readings.stream().anyMatch(Reading.Unfinished.class::isInstance) ? Taken.ALL_BUT_UNFINISHED : before;
    }

    /** Whatever fails while a file is read is that file's problem, and never keeps another from being read. */
    private Reading.Bad unreadable(String path, FileStamp stamp, Throwable failure) {
        log.error("{} could not be read", Problem.visible(path), failure);
        var bad = failure(path, stamp, "read", failure, true);
        if (failure instanceof Error) {
            failed.put(path, bad); // what exhausts memory once will do so again
        }
        return bad;
    }

    private Reading readOrFail(
            FeedFolder folder,
            String path,
            FileStamp stamp,
            @Nullable KnownFile known,
            FeedName feed,
            FeedDefinition definition) {
        return switch (folder.read(path)) {
            case SourceReading.Unfinished _ -> new Reading.Unfinished(path);
            case SourceReading.Gone _ -> new Reading.Gone(path);
            case SourceReading.Unreadable(var problems) ->
                new Reading.Bad(
                        path, stamp, problems, Embargo.covers(name(path), "", definition.zone(), clock.instant()));
            case SourceReading.Whole(var source) -> {
                var failure = failed.get(path);
                if (failure != null && failure.stamp().equals(stamp)) {
                    yield failure;
                }
                yield known != null && known.digest().equals(source.digest())
                        ? new Reading.Same(path, stamp, known)
                        : read(folder, path, stamp, source, feed, definition);
            }
        };
    }

    private Reading read(
            FeedFolder folder,
            String path,
            FileStamp stamp,
            SourceFile source,
            FeedName feed,
            FeedDefinition definition) {
        var problems = new Problems(path);
        var files = new FolderAttachments(folder, feed.value());
        var file = ArticleFile.read(name(path), source.text(), feed, definition, files, clock.instant(), problems);
        if (file.isPresent() && files.isUnfinished()) {
            return new Reading.Unfinished(path);
        }
        return file.<Reading>map(good -> new Reading.Good(path, stamp, source.digest(), good, files.named()))
                .orElseGet(() -> new Reading.Bad(
                        path,
                        stamp,
                        problems.list(),
                        Embargo.covers(name(path), source.text(), definition.zone(), clock.instant()),
                        files.named()));
    }

    private static String name(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    /** Returns false if nothing was stored because of one file, which is then put aside. */
    private boolean store(List<Reading> readings, FolderDifference difference, MovedFiles vanished, boolean quietly) {
        try {
            transactions.write(() -> {
                var feed = new FeedName(difference.directory());
                var horizon = timeline.horizon(feed);
                String id = feeds.id(feed).orElseThrow();
                // What is withdrawn leaves its address to another, before one asks for it.
                var ordered = readings.stream()
                        .map(reading -> reading instanceof Reading.Good good ? good.within(id) : reading)
                        .sorted(Comparator.comparing(reading -> !isWithdrawn(reading)))
                        .toList();
                var together = new ArrayList<Reading.Good>();
                for (var reading : ordered) {
                    if (reading instanceof Reading.Good good && isPlain(good, difference, vanished)) {
                        together.add(good);
                    } else {
                        store(together, difference, vanished, horizon, quietly);
                        together.clear();
                        storeOrTell(reading, difference, vanished, horizon, quietly);
                    }
                }
                store(together, difference, vanished, horizon, quietly);
            });
            return true;
        } catch (NotStored e) {
            String path = e.good.path();
            log.error("{} could not be stored", Problem.visible(path), e.getCause());
            failed.put(
                    path,
                    failure(path, e.good.stamp(), "stored", Objects.requireNonNull(e.getCause()), isSecret(e.good)));
            return false;
        }
    }

    private static boolean isWithdrawn(Reading reading) {
        return reading instanceof Reading.Good good && good.file().manuscript().withdrawal() != null;
    }

    /** Whether it has an article of which nothing is known and that claims no identity. */
    private static boolean isPlain(Reading.Good good, FolderDifference difference, MovedFiles vanished) {
        var manuscript = good.file().manuscript();
        return vanished.isNothing()
                && !difference.known().containsKey(good.path())
                && manuscript.statedId() == null
                && manuscript.withdrawal() == null;
    }

    /** Stores plain files together, or one by one where one of them cannot be stored, or meets another article. */
    private void store(
            List<Reading.Good> plain,
            FolderDifference difference,
            MovedFiles vanished,
            Instant horizon,
            boolean quietly) {
        if (plain.size() > 1 && isStored(plain, horizon)) {
            plain.forEach(good -> {
                named.note(good.path(), good.named(), isNew(good, difference));
                tellStored(good, quietly);
            });
        } else {
            plain.forEach(good -> storeOrTell(good, difference, vanished, horizon, quietly));
        }
    }

    private boolean isStored(List<Reading.Good> plain, Instant horizon) {
        try {
            return transactions.writeOrUndo(() -> {
                var stored = articles.publishAll(
                        plain.stream().map(good -> good.file().manuscript()).toList(), horizon);
                stored.ifPresent(articles -> ledger.note(IntStream.range(0, plain.size())
                        .mapToObj(i -> known(plain.get(i), articles.get(i).id()))
                        .toList()));
                return stored.isPresent();
            });
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException e) {
            throw e; // the database is not well, whatever the files
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.debug("{} files could not be stored together", plain.size(), e);
            return false;
        }
    }

    private static KnownFile known(Reading.Good good, ArticleId article) {
        return new KnownFile(
                good.path(), article, good.stamp(), good.digest(), good.file().warnings());
    }

    /** When it is: a commit can fail. */
    private void tellStored(Reading.Good good, boolean quietly) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                quarantine.release(good.path());
                if (!quietly) {
                    log.info("Stored {}", Problem.visible(good.path()));
                }
            }
        });
    }

    private void storeOrTell(
            Reading reading, FolderDifference difference, MovedFiles vanished, Instant horizon, boolean quietly) {
        try {
            store(reading, difference, vanished, horizon, quietly);
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException e) {
            throw e; // the database is not well, whatever the file
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (reading instanceof Reading.Good good) {
                throw new NotStored(good, e);
            }
            throw e;
        }
    }

    /** Undoes a transaction because of one file. */
    private static final class NotStored extends RuntimeException {
        private final transient Reading.Good good;

        NotStored(Reading.Good good, Throwable cause) {
            super(cause.toString(), cause);
            this.good = good;
        }
    }

    private void store(
            Reading reading, FolderDifference difference, MovedFiles vanished, Instant horizon, boolean quietly) {
        switch (reading) {
            case Reading.Unfinished _, Reading.Late _, Reading.Gone _ -> {}
            case Reading.Bad bad -> {
                named.note(bad.path(), bad.named(), false);
                quarantine.hold(
                        bad.path(), bad.problems(), isSecret(difference.known().get(bad.path()), bad.isSecret()));
            }
            case Reading.Same(String path, var stamp, var known) -> {
                ledger.note(new KnownFile(path, known.article(), stamp, known.digest()));
                quarantine.release(path);
            }
            case Reading.Good good -> {
                try {
                    var id = store(good, difference.known().get(good.path()), vanished, horizon);
                    ledger.note(known(good, id));
                    named.note(good.path(), good.named(), isNew(good, difference));
                    tellStored(good, quietly);
                } catch (IdTaken e) {
                    hold(
                            good,
                            difference,
                            e.holder(),
                            good.file().idLine(),
                            "its id is that of ",
                            ArticleFile.OTHER_ID);
                } catch (SlugTaken e) {
                    hold(good, difference, e.holder(), 0, "its address would be that of ", ArticleFile.RENAME);
                }
            }
        }
    }

    private boolean isNew(Reading.Good good, FolderDifference difference) {
        return !difference.known().containsKey(good.path()) && !quarantine.holds(good.path());
    }

    /** Stores an article under the identity it has, and gives it one only if it has none. */
    private ArticleId store(Reading.Good good, @Nullable KnownFile before, MovedFiles vanished, Instant horizon) {
        var manuscript = good.file().manuscript();
        var own = before == null || vanished.isClaimed(before.article()) ? null : before.article();
        var moved = vanished.claim(good, own == null ? null : before);
        if (moved.isPresent()) {
            var id = Objects.requireNonNull(moved.get().article());
            return undoneIfRefused(() -> {
                // What was here is gone, unless another file turns out to hold it, which then brings it back.
                Optional.ofNullable(own).ifPresent(articles::withdraw);
                ledger.forget(moved.get());
                named.forget(moved.get().path());
                return articles.revise(id, manuscript, horizon).id();
            });
        }
        if (own == null) {
            return articles.publish(manuscript, horizon).id();
        }
        var stated = manuscript.statedId();
        if (stated == null || articles.find(own).filter(stated::means).isPresent()) {
            return articles.revise(own, manuscript, horizon).id();
        }
        return undoneIfRefused(() -> {
            articles.withdraw(own);
            return articles.publish(manuscript, horizon).id();
        });
    }

    private ArticleId undoneIfRefused(Supplier<ArticleId> steps) {
        return transactions.writeOrUndo(steps);
    }

    private static Reading.Bad failure(String path, FileStamp stamp, String done, Throwable failure, boolean isSecret) {
        return new Reading.Bad(path, stamp, List.of(ReadingThreads.failed(path, done, failure)), isSecret);
    }

    private void hold(
            Reading.Good good, FolderDifference difference, Article holder, int line, String wrong, String remedy) {
        if (ledger.article(good.path()).equals(Optional.of(holder.id()))) {
            quarantine.release(good.path()); // another node has stored this very file meanwhile
            return;
        }
        quarantine.hold(
                good.path(),
                List.of(new Problem(good.path(), line, wrong + address(holder), remedy)),
                isSecret(difference.known().get(good.path()), isSecret(good)));
    }

    private boolean isSecret(Reading.Good good) {
        var manuscript = good.file().manuscript();
        return manuscript.draft() || manuscript.published().toInstant().isAfter(clock.instant());
    }

    /** What readers have seen is no secret any more, and what they have not seen stays one. */
    private boolean isSecret(@Nullable KnownFile known, boolean byTheFile) {
        if (known == null || known.article() == null) {
            return byTheFile;
        }
        return articles.find(known.article())
                .map(article -> !article.hasBeenSeen(clock.instant()))
                .orElse(byTheFile);
    }

    /** What readers cannot see yet is not named: everyone can read why a file is held back. */
    private String address(Article article) {
        return article.hasBeenSeen(clock.instant())
                ? "the article " + article.feed() + "/" + article.slug()
                : "an article that is not out yet";
    }
}
