package org.feedwright.search;

import java.time.Instant;
import java.util.List;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.timeline.JdbcPlaces;
import org.feedwright.timeline.Place;

/**
 * Finds the newest places of a logical feed whose articles match a query. If few articles match, the places of all of
 * them are sorted; if many match, the newest are found by walking back through the logical feed.
 *
 * @param matches the statement that finds all matching articles
 * @param byMatch the statement that sorts the places of all matches. Its parameters are the match, the logical feed,
 *     the time and the number of places, in this order
 * @param byPlace the statement that walks back through the logical feed; it has the parameters of {@code byMatch}
 */
record JdbcNewestMatches(JdbcTimeLimit limited, String matches, String byMatch, String byPlace) {
    private static final int FEW = 2_000;

    /**
     * Finds the places, the newest first.
     *
     * @throws SearchTooLong if the search takes longer than its limit
     */
    List<Place> find(String match, LogicalFeed logicalFeed, int places, Instant now) {
        int found = limited.query(matches + " limit " + (FEW + 1), (_, number) -> number, match)
                .size();
        return limited.query(
                found <= FEW ? byMatch : byPlace,
                JdbcPlaces::place,
                match,
                logicalFeed.toString(),
                now.toEpochMilli(),
                places);
    }
}
