package org.feedwright.edition;

import java.util.List;

/** Editions of one document in a row, without a store that changes. */
public final class Succession {
    private Succession() {}

    /** An edition that has come after another one. */
    public static Edition of(PastEdition before, Edition now) {
        now.follow(List.of(before));
        return now;
    }
}
