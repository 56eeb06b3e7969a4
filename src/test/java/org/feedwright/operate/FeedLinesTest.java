package org.feedwright.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.feedwright.article.FeedName;
import org.feedwright.operate.OperatorView.FeedLine;
import org.feedwright.operate.OperatorView.FeedList;
import org.feedwright.poll.PollDay;
import org.feedwright.testing.Definitions;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedLinesTest {
    private static final List<PollDay> DAYS = List.of(day("feed-01"), day("all"), day("(other)"));

    private static PollDay day(String feed) {
        return new PollDay(feed, Collections.nCopies(PollDay.PARTS, 1), Collections.nCopies(PollDay.PARTS, 0));
    }

    private static List<String> names(FeedList list) {
        return list.lines().stream().map(FeedLine::name).toList();
    }

    @Test
    void areFiftyInAPartAndEndWithWhatElseWasPolled(@TempDir Path directory) {
        try (var store = Store.sqlite(directory)) {
            var lines = new FeedLines(store.feeds());
            define(store, 1, 50);

            var only = lines.of(1, DAYS, true);
            assertThat(names(only)).hasSize(52).startsWith("feed-01").endsWith("feed-50", "all", "(other)");
            assertThat(only.hasNext()).isFalse();
            assertThat(only.lines().getFirst().day().total()).isEqualTo(PollDay.PARTS);
            assertThat(only.lines().get(1).day().total()).isZero();

            define(store, 51, 51);
            var first = lines.of(1, DAYS, true);
            assertThat(names(first)).hasSize(50).endsWith("feed-50");
            assertThat(first.hasNext()).isTrue();
            assertThat(names(lines.of(2, DAYS, true))).containsExactly("feed-51", "all", "(other)");
            assertThat(lines.of(3, DAYS, true).lines()).isEmpty();
            assertThat(names(lines.of(2, DAYS, false))).containsExactly("feed-01", "all", "(other)");
        }
    }

    private static void define(Store store, int from, int to) {
        IntStream.rangeClosed(from, to).forEach(number -> {
            var name = new FeedName("feed-%02d".formatted(number));
            store.lifecycle().define(name, Definitions.titled("Feed " + number));
            store.lifecycle().open(name);
        });
    }
}
