package org.feedwright.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The polls of the last day by feed. It is kept in memory: a start begins it anew.
 *
 * <p>Nothing is written down for a poll. When a part of the day is over, whoever comes next notes by how much the counts
 * have grown in it.
 */
final class PollHistory {
    private static final int NOT_MODIFIED = 304;

    private final Map<String, Parts> feeds = new TreeMap<>(); // guarded by this
    private volatile long current;

    PollHistory(Instant now) {
        current = part(now);
    }

    private static long part(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), PollDay.PART.toSeconds());
    }

    /** Ends the parts that are over by now. */
    void follow(Instant now, Collection<PollCount> counts) {
        if (part(now) > current) {
            end(part(now), counts);
        }
    }

    private synchronized void end(long next, Collection<PollCount> counts) {
        if (next > current) {
            note(counts);
            feeds.values().forEach(parts -> parts.skip(current, next));
            current = next;
        }
    }

    /** Adds what has been counted since this was called last to the part that is current. */
    private void note(Collection<PollCount> counts) {
        var totals = new TreeMap<String, long[]>();
        for (var count : counts) {
            long polls = count.polls();
            long[] total = totals.computeIfAbsent(count.kind().feed(), _ -> new long[2]);
            total[0] += polls;
            total[1] += count.kind().status() == NOT_MODIFIED ? polls : 0;
        }
        totals.forEach(
                (feed, total) -> feeds.computeIfAbsent(feed, _ -> new Parts()).note(current, total[0], total[1]));
    }

    synchronized List<PollDay> lastDay(Instant now, Collection<PollCount> counts) {
        follow(now, counts);
        note(counts);
        return feeds.entrySet().stream()
                .map(feed -> feed.getValue().day(feed.getKey(), current))
                .toList();
    }

    /** One feed's parts, in a ring. */
    private static final class Parts {
        private final int[] polls = new int[PollDay.PARTS];
        private final int[] unchanged = new int[PollDay.PARTS];
        private long pollsBefore;
        private long unchangedBefore;

        void note(long part, long pollsNow, long unchangedNow) {
            polls[place(part)] += (int) (pollsNow - pollsBefore);
            unchanged[place(part)] += (int) (unchangedNow - unchangedBefore);
            pollsBefore = pollsNow;
            unchangedBefore = unchangedNow;
        }

        /** Empties the parts after one, up to another. */
        void skip(long last, long next) {
            for (long part = Math.max(last + 1, next - PollDay.PARTS + 1); part <= next; part++) {
                polls[place(part)] = 0;
                unchanged[place(part)] = 0;
            }
        }

        PollDay day(String feed, long last) {
            return new PollDay(feed, ordered(polls, last), ordered(unchanged, last));
        }

        private static List<Integer> ordered(int[] ring, long last) {
            var ordered = new ArrayList<Integer>(PollDay.PARTS);
            for (long part = last - PollDay.PARTS + 1; part <= last; part++) {
                ordered.add(ring[place(part)]);
            }
            return ordered;
        }

        private static int place(long part) {
            return Math.floorMod(part, PollDay.PARTS);
        }
    }
}
