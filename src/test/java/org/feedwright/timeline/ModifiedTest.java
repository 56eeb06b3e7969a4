package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.titled;
import static org.feedwright.testing.Definitions.withWindow;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.feedwright.article.ArticleId;
import org.feedwright.testing.Seeded;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a feed says that it was modified, whichever database keeps it. */
class ModifiedTest extends OpenFeedsContract {
    @Test
    void isInWholeSecondsAndMovesWithEachVisibleChange() {
        opened(NEWS);
        var id = publish(article("a").published("2026-06-01T12:00:00.300Z").updated("2026-06-01T11:00:00.5Z"))
                .id();
        publish(article("z").published("2026-01-01T00:00:00Z"));
        clock.set(Store.START.plusMillis(700));
        var times = new ArrayList<>(List.of(modified(NEWS)));
        for (Runnable change : List.<Runnable>of(
                () -> revise(id, article("a").about("C#")),
                () -> revise(id, article("a")),
                () -> publishing.withdraw(id),
                () -> lifecycle.define(NEWS, titled("Other news")))) {
            clock.advance(Duration.ofMillis(1300));
            change.run();
            times.add(modified(NEWS));
        }

        assertThat(times).isSorted().doesNotHaveDuplicates().allMatch(ModifiedTest::isWholeSecond);
    }

    @Test
    void staysForDraftsAndForTheOtherFeeds() {
        opened(NEWS);
        publish(article("a"));
        var before = modified(NEWS);
        clock.advance(Duration.ofHours(1));

        opened(REPORTS);
        publish(article("b").in("reports"));
        var draft = publish(article("c").asDraft()).id();
        revise(draft, article("c").saying("Else.").asDraft());
        publishing.withdraw(draft);

        assertThat(modified(NEWS)).isEqualTo(before);
    }

    @Test
    void movesForAScheduledArticleAtItsTimeOnly() {
        opened(NEWS);
        publish(article("a"));
        var before = modified(NEWS);

        clock.advance(Duration.ofMinutes(1));
        publish(article("b").published("2026-06-01T13:00:00.500Z"));
        assertThat(modified(NEWS)).isEqualTo(before);

        clock.set(Instant.parse("2026-06-01T13:00:00.499Z"));
        assertThat(modified(NEWS)).isEqualTo(before);

        clock.set(Instant.parse("2026-06-01T13:00:00.500Z"));
        assertThat(modified(NEWS)).isEqualTo("2026-06-01T13:00:01Z");
    }

    @Test
    void movesForAVisibleChangeAlsoBesideAScheduledArticle() {
        opened(NEWS);
        publish(article("a"));
        var id = publish(article("b")).id();
        for (boolean isScheduledFirst : List.of(true, false)) {
            var before = modified(NEWS);
            clock.advance(Duration.ofMinutes(1));
            Runnable schedule =
                    () -> publish(article("scheduled-" + isScheduledFirst).published("2026-07-01T00:00:00Z"));
            Runnable change =
                    isScheduledFirst ? () -> revise(id, article("b").about("C#")) : () -> publishing.withdraw(id);
            store.transact(() ->
                    (isScheduledFirst ? List.of(schedule, change) : List.of(change, schedule)).forEach(Runnable::run));

            assertThat(modified(NEWS)).isAfter(before);
        }
    }

    @Test
    void isNotInTheFutureBecauseAnAuthorStatesAnUpdateThere() {
        opened(NEWS);
        publish(article("a").updated("2030-01-01T00:00:00Z"));

        assertThat(modified(NEWS)).isBeforeOrEqualTo(clock.instant().plusSeconds(1));
    }

    @Test
    void staysWhenTheClockIsSetBack() {
        opened(NEWS);
        publish(article("a"));
        var before = modified(NEWS);
        clock.set(Store.START.minus(Duration.ofHours(1)));
        publish(article("b"));

        assertThat(modified(NEWS)).isAfterOrEqualTo(before);
    }

    /** What readers are told is never later than the answer, so that is what is compared. */
    @ExtendWith(Seeded.class)
    @Test
    void tellsEveryTwoStatesThatAReaderMetApart(RandomGenerator random) {
        lifecycle.define(NEWS, withWindow(3));
        lifecycle.open(NEWS);
        var ids = new ArrayList<ArticleId>();
        var last = select(NEWS);
        var said = Instant.MIN;
        for (int step = 0; step < 400; step++) {
            clock.advance(Duration.ofMillis(random.nextInt(900)));
            if (random.nextInt(3) > 0) {
                anything(random, ids, step);
            }
            clock.advance(Duration.ofMillis(random.nextInt(300)));
            var met = select(NEWS);
            if (!met.entries().equals(last.entries())) {
                assertThat(met.modified()).as("step %d", step).isAfter(said);
            }
            assertThat(met.modified()).isAfterOrEqualTo(last.modified());
            assertThat(met.modified()).isBeforeOrEqualTo(clock.instant().plusSeconds(1));
            last = met;
            var second = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            said = met.modified().isBefore(second) ? met.modified() : second;
        }
    }

    private void anything(RandomGenerator random, List<ArticleId> ids, int step) {
        var manuscript = article("a" + step)
                .published(
                        clock.instant().plusMillis(random.nextInt(-3000, 3000)).toString());
        switch (random.nextInt(5)) {
            case 0, 1 -> ids.add(publish(manuscript).id());
            case 2 -> ids.add(publish(manuscript.asDraft()).id());
            case 3 -> anyOf(random, ids).ifPresent(id -> revise(id, manuscript));
            default -> anyOf(random, ids).ifPresent(publishing::withdraw);
        }
    }

    private Optional<ArticleId> anyOf(RandomGenerator random, List<ArticleId> ids) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }

    private static boolean isWholeSecond(Instant time) {
        return time.equals(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
