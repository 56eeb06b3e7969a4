/**
 * Readers and aggregators ask for documents, and are answered with as little as is honest.
 *
 * <p>A request becomes a {@link org.feedwright.poll.Poll}, the document an {@link org.feedwright.edition.Edition}, and
 * both a {@link org.feedwright.poll.PollDecision}, which {@link org.feedwright.poll.Answers} puts in HTTP's words. Two
 * callers walk that way: {@link org.feedwright.poll.FrontCache}, before the servlets and without ever blocking, for what
 * is in memory; and {@link org.feedwright.poll.FeedController} for everything.
 */
@NullMarked
package org.feedwright.poll;

import org.jspecify.annotations.NullMarked;
