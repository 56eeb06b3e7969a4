package org.feedwright.store;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in transactions of the store. If the work fails, its transaction is rolled back. Work that is run within a
 * transaction joins it. What is written within a {@link Fence} is rolled back if its condition does not hold at the
 * end.
 *
 * <p>{@code @Transactional} is not used: it works by classes that the build generates, whose bytes differ from build to
 * build, and it hides where a transaction begins.
 */
@Component
public class Transactions {
    private final PlatformTransactionManager manager;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final TransactionTemplate savepoint;

    public Transactions(PlatformTransactionManager manager) {
        this.manager = manager;
        this.writing = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.savepoint = new TransactionTemplate(manager);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Runs work that may change the store. */
    public <T> T write(Supplier<T> work) {
        return Objects.requireNonNull(writing.execute(_ -> {
            Fence.guard();
            return work.get();
        }));
    }

    /**
     * Does what may be refused. A refusal reaches the caller, and undoes nothing of the transaction.
     *
     * @throws X whenever the work throws it
     */
    public <T, X extends RuntimeException> T writeOrRefuse(Class<X> refusal, Supplier<T> work) {
        var refused = new AtomicReference<X>();
        var done = writing.execute(_ -> {
            Fence.guard();
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!refusal.isInstance(e)) {
                    throw e;
                }
                refused.set(refusal.cast(e));
                return null;
            }
        });
        if (refused.get() != null) {
            throw refused.get();
        }
        return Objects.requireNonNull(done);
    }

    /** As {@link #write(Supplier)}, without a result. */
    public void write(Runnable work) {
        writing.executeWithoutResult(_ -> {
            Fence.guard();
            work.run();
        });
    }

    /** Runs work that only reads, and sees one state of the store from the first statement to the last. */
    public <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(_ -> work.get()));
    }

    /** Runs work that is rolled back by itself if it fails; the transaction around it stays as it was (a savepoint). */
    public <T> T writeOrUndo(Supplier<T> work) {
        return writeOrUndo(_ -> work.get());
    }

    /**
     * Runs work that can roll itself back ({@link TransactionStatus#setRollbackOnly}); the transaction around it stays
     * as it was (a savepoint).
     */
    public <T> T writeOrUndo(Function<TransactionStatus, T> work) {
        return Objects.requireNonNull(savepoint.execute(status -> {
            Fence.guard();
            return work.apply(status);
        }));
    }

    /** Begins a transaction of this thread for a library that ends it by {@link #end}. */
    TransactionStatus begin(boolean onlyReads) {
        return manager.getTransaction(onlyReads ? reading : writing);
    }

    /** Commits a transaction that was begun so, or rolls it back. */
    void end(TransactionStatus begun, boolean commits) {
        if (commits) {
            manager.commit(begun);
        } else {
            manager.rollback(begun);
        }
    }
}
