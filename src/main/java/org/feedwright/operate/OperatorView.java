package org.feedwright.operate;

import java.util.List;
import org.feedwright.authoring.problem.Problem;
import org.feedwright.operate.WellBeing.Trouble;
import org.feedwright.operate.Words.Time;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's page shows.
 *
 * @param home the address of the front page
 * @param now when this was so
 * @param troubles what is wrong just now
 * @param day the polls of all feeds
 * @param heldBack why files are held back
 * @param warned what was ignored, missing or guessed
 */
record OperatorView(
        String home,
        Time now,
        List<Trouble> troubles,
        Plot day,
        List<Fact> polls,
        FeedList feeds,
        Listed heldBack,
        Listed warned,
        List<Fact> store,
        List<Fact> work,
        List<String> nodes,
        List<Fact> versions,
        List<Fact> notes) {

    /** A name and what is so. */
    record Fact(String name, String value) {}

    /**
     * A part of the feeds.
     *
     * @param isKnown whether the store has told of them; else there are those only that were polled
     * @param number which part, from 1
     */
    record FeedList(List<FeedLine> lines, boolean isKnown, int number, boolean hasNext) {}

    /**
     * @param address of the feed's page; null where there is none
     * @param articles null where it is not known
     * @param newest when the newest article appeared; null while there is none
     */
    record FeedLine(
            String name,
            String title,
            @Nullable String address,
            @Nullable String articles,
            @Nullable Time newest,
            Plot day) {}

    /**
     * Problems or warnings.
     *
     * @param more how many there are beyond those shown
     */
    record Listed(List<Problem> shown, int more) {
        private static final int MOST = 100;

        static Listed of(List<Problem> all) {
            return new Listed(all.stream().limit(MOST).toList(), Math.max(0, all.size() - MOST));
        }

        int count() {
            return shown.size() + more;
        }
    }
}
