package org.feedwright.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.feedwright.poll.PollDay;
import org.junit.jupiter.api.Test;

class PlotTest {
    @Test
    void drawsABarForEachPartOfTheDay() {
        var plot = Plot.of(List.of(day(0, 4, 1), day(2, 1, 1)));

        assertThat(plot.unchanged()).isEqualTo("M0 100v-25h3v25zM8 100v-25h3v25z");
        assertThat(plot.sent()).isEqualTo("M0 75v-75h3v75z");
        assertThat(plot.total()).isEqualTo(5);
        assertThat(plot.unchangedTotal()).isEqualTo(2);
        assertThat(plot.most()).isEqualTo(4);
    }

    @Test
    void addsTheDaysOfAllFeeds() {
        var plot = Plot.of(List.of(day(3, 2, 0), day(3, 2, 2)));

        assertThat(plot.unchanged()).isEqualTo("M12 100v-50h3v50z");
        assertThat(plot.sent()).isEqualTo("M12 50v-50h3v50z");
        assertThat(plot.most()).isEqualTo(4);
    }

    @Test
    void showsEvenOnePoll() {
        var plot = Plot.of(List.of(day(0, 1_000, 0), day(1, 1, 1)));

        assertThat(plot.unchanged()).isEqualTo("M4 100v-2h3v2z");
        assertThat(plot.sent()).isEqualTo("M0 100v-100h3v100z");
    }

    @Test
    void isEmptyWithoutPolls() {
        var plot = Plot.of(List.of());

        assertThat(plot.unchanged()).isEmpty();
        assertThat(plot.sent()).isEmpty();
        assertThat(plot.total()).isZero();
        assertThat(plot.most()).isZero();
    }

    private static PollDay day(int part, int polls, int unchanged) {
        return new PollDay("news", parts(part, polls), parts(part, unchanged));
    }

    private static List<Integer> parts(int part, int count) {
        var parts = new ArrayList<>(Collections.nCopies(PollDay.PARTS, 0));
        parts.set(part, count);
        return parts;
    }
}
