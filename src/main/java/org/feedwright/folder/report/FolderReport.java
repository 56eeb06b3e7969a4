package org.feedwright.folder.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feedwright.authoring.problem.Problem;

/** What was found in the folder by the node that looks after it, whichever that is. */
public interface FolderReport {
    /** Why files are held back, for the operator: it names files that are not out yet. At hand without the store. */
    List<Problem> problems();

    /** What authors are told of files that are published all the same, or not read. At hand without the store. */
    List<Problem> warnings();

    /** Why what is saved cannot be published; empty if it can. At hand without the store. */
    Optional<Failure> failure();

    /**
     * The feeds' folders, by name.
     *
     * @throws org.springframework.dao.DataAccessException if the store cannot be read
     */
    List<Listing> listings();

    /**
     * A failure that keeps the folder from being taken in.
     *
     * @param reason a sentence
     * @param since when the first of the looks was that failed one after the other
     */
    record Failure(String reason, Instant since) {}

    /**
     * A feed's folder, as it was when it last changed.
     *
     * @param files the number of articles' files, with {@code feed.yaml}
     * @param isStored whether all that it held is stored or held back; else it is looked at again
     */
    record Listing(String directory, int files, boolean isStored, Instant looked) {
        /** It without the time, which alone is not worth a transaction. */
        public Listing content() {
            return new Listing(directory, files, isStored, Instant.EPOCH);
        }
    }
}
