package org.feedwright.folder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.feedwright.article.FeedName;
import org.feedwright.article.Taken.IdTaken;
import org.feedwright.article.Taken.SlugTaken;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.MovedFiles.PutOff;
import org.feedwright.folder.ledger.JdbcLedger;
import org.feedwright.folder.ledger.KnownFile;
import org.feedwright.folder.ledger.ReferencedFiles;
import org.feedwright.folder.reading.ArticleReader;
import org.feedwright.folder.reading.ReadAhead;
import org.feedwright.folder.reading.Reading;
import org.feedwright.store.Transactions;
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
 * Takes in the articles of a feed's folder part by part, while the next parts are read: what can be published is
 * stored, and what cannot is held back. The articles and the ledger change in one transaction for each part.
 */
@Component
class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    /** How far taking in has come. */
    enum Taken {
        ALL,
        /** Some files that are known are being written. */
        ALL_BUT_UNFINISHED,
        /** Some files have not been read yet: they take long, or are new and still being written. */
        ALL_BUT_LATE,
        /** It was broken off, and must be begun again. */
        NOT_ALL
    }

    private final Feeds feeds;
    private final ArticleReader reader;
    private final ArticleStorage storage;
    private final HeldFiles held;
    private final JdbcLedger ledger;
    private final ReferencedFiles named;
    private final Transactions transactions;

    private volatile boolean stopping;

    Intake(
            Feeds feeds,
            ArticleReader reader,
            ArticleStorage storage,
            HeldFiles held,
            JdbcLedger ledger,
            ReferencedFiles named,
            Transactions transactions) {
        this.feeds = feeds;
        this.reader = reader;
        this.storage = storage;
        this.held = held;
        this.ledger = ledger;
        this.named = named;
        this.transactions = transactions;
    }

    /**
     * The circumstances under which the files of one transaction are stored.
     *
     * @param isQuiet whether there is so much to do that single files are not worth a line of the log
     * @param refused the files whose addresses other articles have as yet
     */
    private record Batch(FolderDifference difference, MovedFiles moved, boolean isQuiet, List<PutOff> refused) {
        @Nullable
        KnownFile known(Reading reading) {
            return difference.known().get(reading.path());
        }

        /** Whether the file has an article of which nothing is known and that claims no identity. */
        boolean isPlain(Reading.Good file) {
            var manuscript = file.file().manuscript();
            return moved.isNothing()
                    && known(file) == null
                    && manuscript.statedId() == null
                    && manuscript.withdrawal() == null;
        }
    }

    /** Undoes a transaction because of one file. */
    private static final class NotStored extends RuntimeException {
        private final transient Reading.Good file;

        NotStored(Reading.Good file, Throwable cause) {
            super(cause.toString(), cause);
            this.file = file;
        }
    }

    /** Ends a long intake at the next transaction; the rest is taken in after the next start. */
    void stop() {
        stopping = true;
    }

    /**
     * Takes in files that are being read.
     *
     * @param onLast is called when all are read and the last ones are about to be stored
     */
    Taken take(ReadAhead files, FolderDifference difference, MovedFiles moved, Progress progress, Runnable onLast) {
        var taken = Taken.ALL;
        try (files) {
            for (var read = files.next(); !read.isEmpty(); read = files.next()) {
                var readings = read.stream().map(moved::settled).toList();
                if (files.isAtEnd()) {
                    onLast.run();
                }
                taken = leastOf(taken, readings);
                if (stopping || !store(readings, difference, moved, progress.isLong())) {
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

    /** Returns false if nothing was stored because of one file, which is then put aside. */
    private boolean store(List<Reading> readings, FolderDifference difference, MovedFiles moved, boolean isQuiet) {
        var feed = new FeedName(difference.directory());
        try {
            transactions.write(() -> {
                var batch = new Batch(difference, moved, isQuiet, new ArrayList<>());
                storeInOrder(ordered(readings, feeds.id(feed).orElseThrow()), batch);
            });
            return true;
        } catch (NotStored e) {
            var cause = Objects.requireNonNull(e.getCause());
            log.error("{} could not be stored", Problem.visible(e.file.path().toString()), cause);
            reader.putAside(Reading.Bad.failure(e.file.path(), e.file.stamp(), "stored", cause, held.isSecret(e.file)));
            return false;
        }
    }

    /** A withdrawn article leaves its address to another, before one asks for it. */
    private static List<Reading> ordered(List<Reading> readings, String feedId) {
        return readings.stream()
                .map(reading -> reading instanceof Reading.Good good ? good.within(feedId) : reading)
                .sorted(Comparator.comparing(reading -> !isWithdrawn(reading)))
                .toList();
    }

    private static boolean isWithdrawn(Reading reading) {
        return reading instanceof Reading.Good good && good.file().manuscript().withdrawal() != null;
    }

    private void storeInOrder(List<Reading> readings, Batch batch) {
        var plain = new ArrayList<Reading.Good>();
        for (var reading : readings) {
            if (reading instanceof Reading.Good good && batch.isPlain(good)) {
                plain.add(good);
            } else {
                storePlain(plain, batch);
                plain.clear();
                storeOrFail(reading, batch);
            }
        }
        storePlain(plain, batch);
        storeRefused(batch);
    }

    /** Tries files again whose addresses may be free by now, for the articles there were moved as well. */
    private void storeRefused(Batch batch) {
        boolean isMore = true;
        while (isMore) {
            var waiting = List.copyOf(batch.refused());
            batch.refused().clear();
            waiting.forEach(each -> storeOrFail(each.file(), batch));
            isMore = !batch.refused().isEmpty() && batch.refused().size() < waiting.size();
        }
        exchange(batch);
        batch.refused().forEach(each -> {
            batch.moved().putOff(each);
            held.holdForAddress(each.file(), each.known(), each.holder());
        });
    }

    /** Stores files, of other folders too, that wait for each other: their articles have exchanged their addresses. */
    private void exchange(Batch batch) {
        if (batch.refused().isEmpty()) {
            return;
        }
        var waiting = new ArrayList<>(batch.refused());
        waiting.addAll(batch.moved().waitingForAddresses());
        boolean areFewer = true;
        while (areFewer) {
            var leaving = waiting.stream()
                    .flatMap(each -> storage.identity(each.file(), each.known(), batch.moved()).stream())
                    .collect(Collectors.toSet());
            areFewer = waiting.removeIf(each -> !leaving.contains(each.holder().id()));
        }
        if (!waiting.isEmpty() && storage.storeExchanged(waiting, batch.moved())) {
            batch.refused().removeAll(waiting);
            batch.moved().settle(waiting);
            waiting.forEach(each -> noteStored(each.file(), each.known(), batch));
        }
    }

    /** Stores plain files together, or one by one where one of them cannot be stored, or meets another article. */
    private void storePlain(List<Reading.Good> plain, Batch batch) {
        if (plain.size() > 1 && isStoredTogether(plain)) {
            plain.forEach(file -> noteStored(file, batch.known(file), batch));
        } else {
            plain.forEach(file -> storeOrFail(file, batch));
        }
    }

    private boolean isStoredTogether(List<Reading.Good> plain) {
        try {
            return storage.storeNew(plain);
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException e) {
            throw e; // the database is not well, whatever the files
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.debug("{} files could not be stored together", plain.size(), e);
            return false;
        }
    }

    private void storeOrFail(Reading reading, Batch batch) {
        try {
            store(reading, batch);
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException e) {
            throw e; // the database is not well, whatever the file
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (reading instanceof Reading.Good good) {
                throw new NotStored(good, e);
            }
            throw e;
        }
    }

    private void store(Reading reading, Batch batch) {
        switch (reading) {
            case Reading.Unfinished _, Reading.Late _, Reading.Gone _ -> {}
            case Reading.Bad bad -> {
                named.note(bad.path(), bad.named(), false);
                held.hold(bad, batch.known(bad));
                batch.moved().cannotRead(bad.path(), batch.difference());
            }
            case Reading.Same(var path, var stamp, var known) -> {
                ledger.note(new KnownFile(path, known.article(), stamp, known.digest()));
                held.release(path);
            }
            case Reading.Good good -> storeOrHold(good, batch);
        }
    }

    private void storeOrHold(Reading.Good file, Batch batch) {
        try {
            storage.store(file, batch.known(file), batch.moved());
            noteStored(file, batch.known(file), batch);
        } catch (IdTaken e) {
            batch.moved().putOff(new PutOff(file, batch.known(file), e.holder(), false));
            held.holdForId(file, batch.known(file), e.holder());
        } catch (SlugTaken e) {
            batch.refused().add(new PutOff(file, batch.known(file), e.holder(), true));
        }
    }

    private void noteStored(Reading.Good file, @Nullable KnownFile known, Batch batch) {
        boolean isNew = known == null && !held.has(file.path());
        named.note(file.path(), file.named(), isNew);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() { // for a commit can fail
                held.release(file.path());
                if (!batch.isQuiet()) {
                    log.info("Stored {}", Problem.visible(file.path().toString()));
                }
            }
        });
    }
}
