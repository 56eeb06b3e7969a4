package org.feedwright.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed as a list of feeds shows it.
 *
 * @param articles how many of its articles are visible
 * @param newest when the newest of them appeared; null while there is none
 */
public record FeedListing(Feed feed, int articles, @Nullable Instant newest) {}
