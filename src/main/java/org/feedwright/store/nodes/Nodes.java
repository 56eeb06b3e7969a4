package org.feedwright.store.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The processes that use the store. With SQLite it is this one, whatever others there are. */
@FunctionalInterface
public interface Nodes {
    /** A node that has not told for longer than this that it is there has ended, or cannot reach the store. */
    Duration SILENCE = Duration.ofSeconds(10);

    /**
     * All nodes, also those that ended without a word within the last day, by name.
     *
     * @throws org.springframework.dao.DataAccessException if the store cannot be read
     */
    List<Node> all();

    /**
     * A process that uses the store.
     *
     * @param version of Feedwright
     * @param started by the database's clock, as all times here
     * @param seen when it last told that it is there
     * @param isSilent whether that was longer ago than {@link #SILENCE}
     * @param isThis whether it is this process
     * @param looksAfterFolder whether it is the one that takes in the folder
     */
    record Node(
            String name,
            String version,
            Instant started,
            Instant seen,
            boolean isSilent,
            boolean isThis,
            boolean looksAfterFolder) {}
}
