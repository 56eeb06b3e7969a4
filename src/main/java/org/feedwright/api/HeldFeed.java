package org.feedwright.api;

import org.jspecify.annotations.Nullable;

/**
 * Where a feed's definition comes from.
 *
 * @param written what was written through the API; null if it is not defined there
 * @param file the path of the file that defines it; null if none does
 */
record HeldFeed(
        JdbcApiFeeds.@Nullable Written written, @Nullable String file) {}
