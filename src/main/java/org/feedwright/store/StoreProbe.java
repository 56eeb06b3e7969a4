package org.feedwright.store;

import java.util.Optional;

/** Tells an operator how the store is, within a second, whatever state it is in. Each answer is a sentence. */
public interface StoreProbe {
    /** Why nothing can be read just now; empty if it can. */
    Optional<String> unreadable();

    /** Why nothing can be stored just now, which readers may not notice; empty if it can. */
    Optional<String> unwritable();
}
