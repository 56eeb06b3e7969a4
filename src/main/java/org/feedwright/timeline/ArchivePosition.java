package org.feedwright.timeline;

/**
 * The position of a document among the documents of its logical feed (<a
 * href="https://www.rfc-editor.org/rfc/rfc5005#section-4">RFC 5005 §4</a>).
 *
 * @param archive the number of an archive document, from 1, the oldest; 0 for the subscription document
 * @param previous the number of the archive document before it; 0 if there is none
 * @param next the number of the archive document behind it; 0 if the subscription document comes next
 * @param isComplete whether nothing is added to it any more, so that only corrections and withdrawals change it
 */
public record ArchivePosition(int archive, int previous, int next, boolean isComplete) {
    /** The number of places in an archive document. */
    public static final int PLACES = 20;

    /** The position of a subscription document. */
    public static ArchivePosition current(int previous) {
        return new ArchivePosition(0, previous, 0, false);
    }

    public boolean isArchive() {
        return archive > 0;
    }
}
