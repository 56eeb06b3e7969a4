package org.feedwright.poll;

import java.time.Duration;
import java.util.List;

/**
 * The polls of one feed in the last day, in parts of {@link #PART} each; the oldest is the first, and the last is not
 * over yet.
 *
 * @param feed the feed's name, or {@link PollCounts#OTHER}
 * @param polls how many polls there were in each part
 * @param unchanged how many of them were answered with 304
 */
public record PollDay(String feed, List<Integer> polls, List<Integer> unchanged) {
    public static final Duration PART = Duration.ofMinutes(10);
    public static final int PARTS = (int) (Duration.ofDays(1).toSeconds() / PART.toSeconds());

    public PollDay {
        polls = List.copyOf(polls);
        unchanged = List.copyOf(unchanged);
    }
}
