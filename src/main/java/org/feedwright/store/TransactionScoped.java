package org.feedwright.store;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A value that belongs to one transaction: what a component gathers during the transaction, to handle it at the end.
 * Each transaction has its own.
 */
public abstract class TransactionScoped implements TransactionSynchronization {
    private final Object owner;

    public TransactionScoped(Object owner) {
        this.owner = owner;
    }

    /**
     * The value of the current transaction for an owner; it is made when it is first asked for.
     *
     * @param owner the component that gathers, by which the value is found again
     * @param empty makes the value
     * @throws IllegalStateException if there is no transaction
     */
    public static <G extends TransactionScoped> G of(Object owner, Class<G> type, Supplier<G> empty) {
        var known = type.cast(TransactionSynchronizationManager.getResource(owner));
        if (known != null) {
            return known;
        }
        var gathering = empty.get();
        TransactionSynchronizationManager.registerSynchronization(gathering);
        TransactionSynchronizationManager.bindResource(owner, gathering);
        return gathering;
    }

    @Override
    public void afterCompletion(int status) {
        suspend();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(owner);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(owner, this);
    }
}
