package org.feedwright.edition;

/** The result of looking for a document: an edition of it, or the reason why there is none. */
public sealed interface EditionLookup permits Edition, EditionLookup.Nothing {
    enum Nothing implements EditionLookup {
        /** There has never been such a feed. */
        UNKNOWN,
        /** No such feed is known, but the folder has not been looked through since the start. */
        NOT_YET,
        /** The feed has ended. */
        RETIRED,
        /** There may be such a feed, but the store does not answer, and no earlier edition is left. */
        UNREACHABLE,
        /** A search took too long, or too many other searches are under way. */
        BUSY
    }
}
