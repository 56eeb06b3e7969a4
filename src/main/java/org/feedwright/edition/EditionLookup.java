package org.feedwright.edition;

import org.feedwright.http.Absence;

/** The edition at a document's address, or the reason why there is none. */
public sealed interface EditionLookup permits Edition, EditionLookup.Nothing {
    /** No edition. */
    record Nothing(Absence reason) implements EditionLookup {}

    /** No edition, for this reason. */
    static EditionLookup nothing(Absence reason) {
        return new Nothing(reason);
    }
}
