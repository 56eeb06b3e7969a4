package org.feedwright.store;

import java.util.Optional;

/** Tells an operator within a second whether the store can be read and written. Each answer is a sentence. */
public interface StoreProbe {
    /** Why the store cannot be read just now; empty if it can. */
    Optional<String> unreadable();

    /** Why the store cannot be written just now, which readers may not notice; empty if it can. */
    Optional<String> unwritable();
}
