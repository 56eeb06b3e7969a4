package org.feedwright.imports;

import org.feedwright.imports.ImportLedger.Line;
import org.jspecify.annotations.Nullable;

/** What is to be done with an article's file. */
enum Decision {
    /** The article was not imported before. */
    CREATE,
    /** Nobody has edited the file since it was imported, and the article is another one now. */
    UPDATE,
    /** Nothing has changed since the last import, whatever was edited here. */
    KEEP,
    /** Both the article and the file have changed since. */
    KEEP_EDITED,
    /** The file was deleted, moved or renamed here, and is not written again. */
    KEEP_AWAY;

    /**
     * Decides.
     *
     * @param before what the last import wrote; null if it is new
     * @param onDisk the digest of the file as it is; null if it is not there
     * @param now the digest of what would be written
     */
    static Decision of(@Nullable Line before, @Nullable String onDisk, String now) {
        if (before == null) {
            return CREATE;
        }
        if (onDisk == null) {
            return KEEP_AWAY;
        }
        if (now.equals(before.digest()) || now.equals(onDisk)) {
            return KEEP;
        }
        return onDisk.equals(before.digest()) ? UPDATE : KEEP_EDITED;
    }
}
