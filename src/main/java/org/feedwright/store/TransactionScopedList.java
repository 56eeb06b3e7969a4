package org.feedwright.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/** What happens in one transaction, in its order. A rollback to a savepoint forgets what has happened after it. */
public abstract class TransactionScopedList<T> extends TransactionScoped {
    private final List<T> happened = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> savepoints = new IdentityHashMap<>();

    public TransactionScopedList(Object owner) {
        super(owner);
    }

    public void add(T one) {
        happened.add(one);
    }

    public void addAll(Collection<? extends T> several) {
        happened.addAll(several);
    }

    /** What has happened and was not undone. */
    protected List<T> happened() {
        return happened;
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, happened.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        int before = savepoints.getOrDefault(savepoint, 0); // it came before anything had happened
        happened.subList(before, happened.size()).clear();
    }
}
