package org.feedwright.timeline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.feedwright.article.ArticleId;
import org.feedwright.testing.Seeded;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever follows the archives of a feed, while anything happens to its articles, finds each of them once and
 * complete archives as they were, but for what was changed in them. {@code -Dhistories=2000} walks longer.
 */
@ExtendWith(Seeded.class)
class WalkTest {
    private static final int HISTORIES = Integer.getInteger("histories", 50);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant LONG_AGO = Store.START.minus(Duration.ofDays(900));

    @TempDir
    static Path directory;

    private static Store store;
    private static int feeds;

    @BeforeAll
    static void open() {
        // The disk makes no difference here.
        store = Store.sqlite(
                directory,
                "--spring.datasource.url=jdbc:sqlite:" + directory + "/walk.db?journal_mode=WAL&synchronous=OFF");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static FollowedFeed empty(int window) {
        return new FollowedFeed(store, "walk-" + feeds++, window);
    }

    /** An open feed whose window has this many places, with articles in all of them and in two complete archives. */
    private static FollowedFeed feed(int window) {
        var feed = empty(window);
        for (int i = 0; i < 40 + window; i++) {
            var published = LONG_AGO.plus(Duration.ofDays(i));
            feed.transact(() -> feed.publish(published, true));
        }
        feed.open();
        feed.after(MINUTE, () -> {});
        return feed;
    }

    @Nested
    class AnArticleOfLongAgo {
        @Test
        void isMetOnTop() {
            var feed = feed(5);

            feed.after(MINUTE, () -> feed.publish(LONG_AGO.minus(HOUR), true));
            feed.after(MINUTE, () -> feed.publish(LONG_AGO.plus(HOUR), true));
        }

        @Test
        void isMetOnTopOfManyThatCameInTheSameTransaction() {
            var feed = feed(1);

            feed.after(MINUTE, () -> {
                feed.publish(29, feed.now());
                feed.publish(LONG_AGO, true);
            });
            feed.after(MINUTE, () -> feed.publish(25, feed.now()));
        }
    }

    @Nested
    class ArticlesOfOneMoment {
        @Test
        void areMetOnceWhereAnArchiveEndsAmongThem() {
            var feed = empty(7);
            var moment = Store.START.truncatedTo(ChronoUnit.DAYS);
            feed.transact(() -> feed.publish(50, moment));
            feed.open();

            feed.after(MINUTE, () -> feed.publish(25, moment));
            feed.after(MINUTE, () -> feed.publish(25, moment));
        }
    }

    @Nested
    class AScheduledArticle {
        @Test
        void joinsNoArchiveThatWasCompleteWhenItsTimeCame() {
            var feed = feed(3);

            feed.after(MINUTE, () -> feed.publish(feed.now().plus(HOUR), true));
            for (int i = 0; i < 5; i++) {
                feed.after(MINUTE.multipliedBy(20), () -> feed.publish(17, feed.now()));
            }
        }

        @Test
        void isMetOnceWhereItIsPublishedSooner() {
            var feed = feed(3);

            feed.after(MINUTE, () -> feed.publish(feed.now().plus(HOUR), true));
            var scheduled = newest(feed);
            feed.after(MINUTE, () -> feed.date(scheduled, LONG_AGO));
            feed.after(HOUR, () -> feed.publish(30, feed.now()));
        }

        @Test
        void isMetWhereItWasWithdrawnAndComesBackAfterItsTime() {
            var feed = feed(3);

            feed.after(MINUTE, () -> feed.publish(feed.now().plus(MINUTE), true));
            var scheduled = newest(feed);
            feed.after(Duration.ofSeconds(1), () -> feed.withdraw(scheduled));
            feed.after(HOUR, () -> feed.publish(30, feed.now()));
            feed.after(MINUTE, () -> feed.bringBack(scheduled));
        }

        @Test
        void isMetInACategoryThatItWasGivenMeanwhile() {
            var feed = feed(3);

            feed.after(MINUTE, () -> feed.publish(1, feed.now().plus(HOUR)));
            var scheduled = newest(feed);
            feed.after(MINUTE, () -> feed.file(scheduled, true));
            feed.after(HOUR, () -> feed.publish(30, feed.now()));
        }
    }

    @Nested
    class AnArticleInACompleteArchive {
        @Test
        void staysThereWhenItIsCorrectedAndIsShownAgain() {
            var feed = feed(2);

            feed.after(MINUTE, () -> feed.correct(old(feed)));
            feed.after(MINUTE, () -> feed.publish(45, feed.now()));
            feed.after(MINUTE, () -> feed.correct(old(feed)));
        }

        @Test
        void staysThereWhenItIsDisclaimedOrDatedAnew() {
            var feed = feed(2);

            feed.after(MINUTE, () -> feed.disclaim(old(feed), "No advice."));
            feed.after(MINUTE, () -> feed.date(old(feed), feed.now()));
            feed.after(MINUTE, () -> feed.date(old(feed), LONG_AGO));
        }

        @Test
        void leavesItWhenItIsWithdrawnAndComesBack() {
            var feed = feed(2);

            feed.after(MINUTE, () -> feed.withdraw(old(feed)));
            feed.after(MINUTE, () -> feed.publish(25, feed.now()));
            feed.after(MINUTE, () -> feed.bringBack(feed.gone().getFirst()));
        }

        @Test
        void leavesItWhileItIsADraft() {
            var feed = feed(2);
            var old = old(feed);

            feed.after(MINUTE, () -> feed.draft(old, true));
            feed.after(MINUTE, () -> feed.publish(25, feed.now()));
            feed.after(MINUTE, () -> feed.draft(old, false));
        }

        @Test
        void appearsAnewWhenItIsDatedAhead() {
            var feed = feed(2);
            var old = old(feed);

            feed.after(MINUTE, () -> feed.date(old, feed.now().plus(MINUTE.multipliedBy(30))));
            feed.after(MINUTE, () -> feed.publish(30, feed.now()));
            feed.after(HOUR, () -> feed.publish(30, feed.now()));
        }

        @Test
        void leavesTheCategoryThatItLosesAndComesBackToIt() {
            var feed = feed(2);
            var old = old(feed);

            feed.after(MINUTE, () -> feed.file(old, false));
            feed.after(MINUTE, () -> feed.publish(25, feed.now()));
            feed.after(MINUTE, () -> feed.file(old, true));
        }

        @Test
        void isMetOnTopOfACategoryThatItHadNot() {
            var feed = feed(2);

            feed.after(MINUTE, () -> feed.publish(45, feed.now()));
            var unfiled = newest(feed);
            for (int i = 0; i < 45; i++) {
                feed.after(MINUTE, () -> feed.publish(feed.now(), true));
            }
            feed.after(MINUTE, () -> feed.file(unfiled, true));
        }

        private ArticleId old(FollowedFeed feed) {
            return feed.live().get(9);
        }
    }

    private static ArticleId newest(FollowedFeed feed) {
        return feed.live().getLast();
    }

    @Test
    void findsEveryArticleOnceAndCompleteArchivesAsTheyWere(SplittableGenerator random) {
        for (int i = 0; i < HISTORIES; i++) {
            var history = random.split();
            try {
                happen(empty(history.nextInt(1, 26)), history);
            } catch (AssertionError e) {
                throw new AssertionError("In history " + i + ": " + e.getMessage(), e);
            }
        }
    }

    private static void happen(FollowedFeed feed, RandomGenerator random) {
        if (random.nextBoolean()) {
            feed.transact(() -> publish(feed, random.nextInt(1, 50), random));
        }
        feed.open();
        int steps = random.nextInt(1, 8);
        for (int step = 0; step < steps; step++) {
            feed.after(Duration.ofMillis(random.nextLong(1, 3_600_000)), () -> happenOnce(feed, random));
        }
    }

    private static void happenOnce(FollowedFeed feed, RandomGenerator random) {
        switch (random.nextInt(11)) {
            case 0, 1, 2 -> publish(feed, random.nextInt(1, 30), random);
            case 3 -> any(feed.live(), random).forEach(feed::correct);
            case 4 -> any(feed.live(), random).forEach(id -> feed.disclaim(id, "No advice " + random.nextInt()));
            case 5 -> any(feed.live(), random).forEach(feed::refile);
            case 6 -> any(feed.live(), random).forEach(feed::withdraw);
            case 7 -> any(feed.gone(), random).forEach(feed::bringBack);
            case 8 -> any(feed.live(), random).forEach(id -> feed.draft(id, true));
            case 9 -> any(feed.live(), random).forEach(id -> feed.draft(id, false));
            default -> any(feed.live(), random).forEach(id -> feed.date(id, time(feed, random)));
        }
    }

    private static void publish(FollowedFeed feed, int count, RandomGenerator random) {
        for (int i = 0; i < count; i++) {
            feed.publish(time(feed, random), random.nextInt(3) == 0);
        }
    }

    /** Mostly now; also long ago, on the same day as others, and soon. */
    private static Instant time(FollowedFeed feed, RandomGenerator random) {
        var now = feed.now();
        return switch (random.nextInt(6)) {
            case 0 -> now.minus(Duration.ofDays(random.nextInt(1000)));
            case 1 -> now.truncatedTo(ChronoUnit.DAYS);
            case 2 -> now.plus(Duration.ofMinutes(random.nextInt(1, 120)));
            default -> now.minusSeconds(random.nextInt(60));
        };
    }

    private static List<ArticleId> any(List<ArticleId> ids, RandomGenerator random) {
        return ids.isEmpty() ? List.of() : List.of(ids.get(random.nextInt(ids.size())));
    }
}
