package org.feedwright.webhook;

import java.time.Instant;

/**
 * Something that is still to be told to somebody.
 *
 * @param id the same in each attempt
 * @param endpoint the name of the receiver
 * @param article the id of the article or the feed
 * @param number the order of what is told of one of them
 * @param json what is sent
 * @param attempts how many have failed
 */
record Delivery(String id, String endpoint, String article, long number, String json, Instant created, int attempts) {}
