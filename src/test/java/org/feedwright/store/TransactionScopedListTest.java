package org.feedwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.feedwright.testing.StoreContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionScopedListTest extends StoreContract {
    private final List<String> committed = new ArrayList<>();

    @BeforeEach
    void begin() {
        committed.clear();
    }

    @Test
    void forgetsWhatARollbackToASavepointUndoes() {
        store.transact(() -> {
            note("first");
            undo("undone");
            store.transactions().writeOrUndo(() -> note("nested"));
            undo("undone too");
            note("last");
        });
        assertThat(committed).containsExactly("first", "nested", "last");
    }

    @Test
    void forgetsWhatIsUndoneBeforeAnythingElseHasHappened() {
        store.transact(() -> {
            undo("undone");
            note("last");
        });
        assertThat(committed).containsExactly("last");
    }

    private void undo(String what) {
        store.transactions().writeOrUndo(status -> {
            status.setRollbackOnly();
            return note(what);
        });
    }

    private String note(String what) {
        TransactionScoped.of(this, Committed.class, Committed::new).add(what);
        return what;
    }

    private final class Committed extends TransactionScopedList<String> {
        Committed() {
            super(TransactionScopedListTest.this);
        }

        @Override
        public void afterCommit() {
            committed.addAll(happened());
        }
    }
}
