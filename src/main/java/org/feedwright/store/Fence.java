package org.feedwright.store;

/**
 * A condition that must hold at the end of each transaction of a piece of work, or the transaction is rolled back: that the
 * node still has the right to what it does.
 */
public final class Fence extends TransactionScoped {
    private static final ScopedValue<Runnable> CONDITION = ScopedValue.newInstance();

    private Fence() {
        super(Fence.class);
    }

    /**
     * Does some work, in whose transactions the condition is asked for just before the commit.
     *
     * @param condition throws an exception if it does not hold. It runs in the transaction, and it must see to it that
     *     the condition holds until the commit. A {@code TransactionException} will not do: of those Spring believes that
     *     the commit has thrown them, and rolls nothing back
     */
    public static <T, X extends Throwable> T around(ScopedValue.CallableOp<T, X> work, Runnable condition) throws X {
        return ScopedValue.where(CONDITION, condition).call(work);
    }

    /** Puts the current transaction under the condition, if there is one. */
    static void guard() {
        if (CONDITION.isBound()) {
            var _ = TransactionScoped.of(Fence.class, Fence.class, Fence::new);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        CONDITION.get().run();
    }
}
