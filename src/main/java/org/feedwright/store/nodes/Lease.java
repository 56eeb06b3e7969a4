package org.feedwright.store.nodes;

import org.springframework.dao.ConcurrencyFailureException;

/**
 * The right to do what only one node does at a time: to look after the folder. It lasts three seconds, and is renewed
 * twice a second. A node that ends without a word loses it by that, and another one takes it.
 *
 * <p>A node may have lost its lease without knowing it: it stood still, or could not reach the store. So what it stores
 * {@linkplain #during during} its term is rolled back if another node has the lease at the commit.
 */
public interface Lease {
    /** The term of a node that has no lease. */
    long NONE = 0;

    /** The lease on a store that one process uses: it has it for ever. */
    Lease OF_ONE_PROCESS = new Lease() {
        @Override
        public long term() {
            return 1;
        }

        @Override
        public void seek() {}

        @Override
        public void giveUp() {}

        @Override
        public <T, X extends Throwable> T during(long term, ScopedValue.CallableOp<T, X> work) throws X {
            return work.call();
        }
    };

    /** The number of this node's term, which no other node has had; {@link #NONE} while it has no lease. */
    long term();

    /** Begins to try for the lease, and keeps it until it is lost or given up. */
    void seek();

    /** Gives the lease back, so that another node has it at once. */
    void giveUp();

    /**
     * Does something that only the holder may do. Transactions in it fail with {@link Lost}, and are rolled back, if the
     * term is over.
     */
    <T, X extends Throwable> T during(long term, ScopedValue.CallableOp<T, X> work) throws X;

    /**
     * Another node has the lease by now, so that what this one wanted to store was rolled back. It is no {@code
     * TransactionException}: of those Spring believes that a commit has thrown them, and rolls nothing back.
     */
    final class Lost extends ConcurrencyFailureException {
        Lost() {
            super("another node has taken over");
        }
    }
}
