package org.feedwright.search;

import java.time.Instant;
import java.util.List;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.timeline.JdbcPlaces;
import org.feedwright.timeline.Place;

/**
 * The newest places of a strand whose articles match. Of few matches all are sorted; of more, the newest are
 * found by walking back through the strand.
 *
 * @param matches the statement that finds everything that matches
 * @param byMatch the statement that sorts the places of all matches; takes the match, the strand, the time
 *     and how many places there may be, in this order, as does the next
 * @param byPlace the statement that walks back through the strand
 */
record JdbcNewestMatches(JdbcTimeLimit limited, String matches, String byMatch, String byPlace) {
    private static final int FEW = 2_000;

    /** @throws SearchTooLong if it takes too long */
    List<Place> find(String match, LogicalFeed strand, int places, Instant now) {
        int found = limited.query(matches + " limit " + (FEW + 1), (_, number) -> number, match)
                .size();
        return limited.query(
                found <= FEW ? byMatch : byPlace,
                JdbcPlaces::place,
                match,
                strand.toString(),
                now.toEpochMilli(),
                places);
    }
}
