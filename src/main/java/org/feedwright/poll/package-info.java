/**
 * Readers and aggregators ask for documents; this answers as little as is honest.
 *
 * <p>A request becomes a {@link org.feedwright.poll.Poll}, what is there an {@link
 * org.feedwright.poll.Edition}, and both a {@link org.feedwright.poll.PollDecision}, which {@link
 * org.feedwright.poll.Answers} puts in HTTP's words. That way is walked twice: by {@link
 * org.feedwright.poll.FrontCache}, before the servlets and without ever blocking, for what is in memory; and
 * by {@link org.feedwright.poll.FeedController} for everything.
 */
@NullMarked
package org.feedwright.poll;

import org.jspecify.annotations.NullMarked;
