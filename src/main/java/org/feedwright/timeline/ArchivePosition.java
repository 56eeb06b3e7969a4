package org.feedwright.timeline;

/**
 * Where a document stands among a strand's documents
 * (<a href="https://www.rfc-editor.org/rfc/rfc5005#section-4">RFC 5005 §4</a>).
 *
 * @param archive which archive document it is, from 1, the oldest; 0 for the subscription document
 * @param previous the archive document with what came before; 0 if nothing did
 * @param next the archive document with what came after; 0 if that is in the subscription document
 * @param isComplete whether nothing can be added to it any more: only corrections and withdrawals change it
 */
public record ArchivePosition(int archive, int previous, int next, boolean isComplete) {
    /** How many places an archive document has. */
    public static final int PLACES = 20;

    /** A subscription document. */
    public static ArchivePosition current(int previous) {
        return new ArchivePosition(0, previous, 0, false);
    }

    public boolean isArchive() {
        return archive > 0;
    }
}
