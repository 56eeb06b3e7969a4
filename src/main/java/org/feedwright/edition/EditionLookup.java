package org.feedwright.edition;

/** What there is at a document's address: an edition of it, or a reason why there is none. */
public sealed interface EditionLookup permits Edition, EditionLookup.Nothing {
    enum Nothing implements EditionLookup {
        /** There has never been such a feed. */
        UNKNOWN,
        /** No such feed is known, but the folder has not been looked through since the start. */
        NOT_YET,
        /** The feed has ended. */
        RETIRED,
        /** There may be such a feed, but the store does not say, and nothing is left from before. */
        UNREACHABLE,
        /** A search took too long, or too many others are under way. */
        BUSY
    }
}
