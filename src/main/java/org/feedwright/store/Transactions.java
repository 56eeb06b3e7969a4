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
 * Runs work in transactions of the store. What fails is undone; what is called within a transaction belongs to it.
 *
 * <p>An annotation would do so by classes that the build generates, whose bytes differ from one build to the next, and
 * which nobody sees where the work is done.
 */
@Component
public class Transactions {
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final TransactionTemplate savepoint;

    public Transactions(PlatformTransactionManager manager) {
        this.writing = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.savepoint = new TransactionTemplate(manager);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Does what may change the store. */
    public <T> T write(Supplier<T> work) {
        return Objects.requireNonNull(writing.execute(_ -> work.get()));
    }

    /**
     * Does what may be refused. A refusal reaches the caller, and undoes nothing of the transaction.
     *
     * @throws X whenever the work throws it
     */
    public <T, X extends RuntimeException> T writeOrRefuse(Class<X> refusal, Supplier<T> work) {
        var refused = new AtomicReference<X>();
        var done = writing.execute(_ -> {
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
        writing.executeWithoutResult(_ -> work.run());
    }

    /** Reads one state of the store from the first statement to the last. */
    public <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(_ -> work.get()));
    }

    /** Does what is undone by itself if it fails, and leaves a transaction around it as it was. */
    public <T> T writeOrUndo(Supplier<T> work) {
        return writeOrUndo(_ -> work.get());
    }

    /** Does what can be undone by itself ({@link TransactionStatus#setRollbackOnly}) within a transaction. */
    public <T> T writeOrUndo(Function<TransactionStatus, T> work) {
        return Objects.requireNonNull(savepoint.execute(work::apply));
    }
}
