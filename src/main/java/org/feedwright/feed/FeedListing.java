package org.feedwright.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed in a list of feeds.
 *
 * @param articles the number of its visible articles
 * @param newest when the newest of them appeared; null while there is none
 */
public record FeedListing(Feed feed, int articles, @Nullable Instant newest) {}
