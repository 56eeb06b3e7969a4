package org.feedwright.operate;

import java.util.List;
import java.util.stream.IntStream;
import org.feedwright.poll.PollDay;

/**
 * The polls of a day as bars, drawn as paths of an SVG whose box is {@link #WIDTH} wide and {@link #HEIGHT} high.
 *
 * @param unchanged the polls that were answered with 304, from the ground
 * @param sent those that were sent something, above them
 * @param total how many there were
 * @param most how many there were in the liveliest part of the day
 */
record Plot(String unchanged, String sent, long total, long unchangedTotal, int most) {
    private static final int STEP = 4;
    static final int WIDTH = PollDay.PARTS * STEP;
    static final int HEIGHT = 100;

    static Plot of(List<PollDay> days) {
        int parts = PollDay.PARTS;
        int[] polls = sum(days.stream().map(PollDay::polls).toList(), parts);
        int[] unchanged = sum(days.stream().map(PollDay::unchanged).toList(), parts);
        int most = IntStream.of(polls).max().orElse(0);
        var below = new StringBuilder();
        var above = new StringBuilder();
        for (int part = 0; part < parts; part++) {
            int all = height(polls[part], most);
            int ground = Math.min(all, height(unchanged[part], most));
            bar(below, part, 0, ground);
            bar(above, part, ground, all);
        }
        return new Plot(
                below.toString(),
                above.toString(),
                IntStream.of(polls).asLongStream().sum(),
                IntStream.of(unchanged).asLongStream().sum(),
                most);
    }

    private static int[] sum(List<List<Integer>> all, int parts) {
        return IntStream.range(0, parts)
                .map(part -> all.stream().mapToInt(each -> each.get(part)).sum())
                .toArray();
    }

    /** Even one poll can be seen. */
    private static int height(int polls, int most) {
        return polls == 0 ? 0 : Math.max(2, Math.round((float) polls * HEIGHT / most));
    }

    private static void bar(StringBuilder path, int part, int from, int to) {
        if (to > from) {
            path.append('M')
                    .append(part * STEP)
                    .append(' ')
                    .append(HEIGHT - from)
                    .append('v')
                    .append(from - to)
                    .append("h3v")
                    .append(to - from)
                    .append('z');
        }
    }

    /** Such as "97 %"; a dash where there was no poll. */
    String share() {
        return Words.share(unchangedTotal, total);
    }
}
