package org.feedwright.store;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What somebody gathers while a transaction is under way, to be seen to at its end. Each transaction has its own. */
public abstract class TransactionScoped implements TransactionSynchronization {
    private final Object owner;

    public TransactionScoped(Object owner) {
        this.owner = owner;
    }

    /**
     * What the transaction that is under way has gathered for its owner.
     *
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
