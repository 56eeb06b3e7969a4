package org.feedwright.store.nodes;

/** Tells the other nodes that something in the store has changed. */
@FunctionalInterface
public interface ChangeSignal {
    /** Tells of the current transaction, when it is committed; nobody hears of one that is rolled back. */
    void tell();
}
