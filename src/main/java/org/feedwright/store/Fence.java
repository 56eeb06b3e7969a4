package org.feedwright.store;

/** Asks, at the end of each transaction of a term, whether the term still lasts. */
final class Fence extends TransactionScoped {
    /** Throws {@link Lease.Lost} if the term is over, and else keeps it from ending before the transaction does. */
    static final ScopedValue<Runnable> TERM = ScopedValue.newInstance();

    private Fence() {
        super(Fence.class);
    }

    /** Puts the current transaction under the condition of the current term, if there is one. */
    static void guard() {
        if (TERM.isBound()) {
            var _ = TransactionScoped.of(Fence.class, Fence.class, Fence::new);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        TERM.get().run();
    }
}
