package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.withWindow;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.timeline.Timeline.Shown;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which places documents show where a window or an archive ends, whichever database keeps them. */
class TimelineTest extends OpenFeedsContract {
    private static final LogicalFeed FEED = LogicalFeed.of(NEWS);
    private static final LogicalFeed METALS = LogicalFeed.of(NEWS, new Category("Metals"));
    private static final Instant FIRST = Instant.parse("2026-05-01T00:00:00.250Z");

    @Nested
    class AnArchive {
        @Test
        void beginsWithTheFirstPlaceThatLeavesTheWindow() {
            opened(2);
            publishInARow(0, 2);
            assertThat(newest(2).position()).isEqualTo(ArchivePosition.current(0));
            assertThat(timeline.archive(FEED, 2, 1, clock.instant())).isEmpty();

            publishInARow(2, 3);
            assertThat(newest(2).position()).isEqualTo(ArchivePosition.current(1));
            assertThat(archive(2, 1).position()).isEqualTo(new ArchivePosition(1, 0, 0, false));
            assertThat(shown(archive(2, 1))).containsExactly("a0");
            assertThat(timeline.archive(FEED, 2, 2, clock.instant())).isEmpty();
        }

        @Test
        void isCompleteWithItsTwentiethPlace() {
            opened(2);
            publishInARow(0, 21);
            assertThat(newest(2).position().previous()).isEqualTo(1);
            assertThat(archive(2, 1).position().isComplete()).isFalse();
            assertThat(archive(2, 1).completed()).isEmpty();
            assertThat(shown(archive(2, 1)))
                    .hasSize(19)
                    .startsWith("a18", "a17")
                    .endsWith("a0");
            assertThat(timeline.archive(FEED, 2, 2, clock.instant())).isEmpty();

            publishInARow(21, 22);
            assertThat(newest(2).position().previous()).isEqualTo(1);
            assertThat(archive(2, 1).position()).isEqualTo(new ArchivePosition(1, 0, 2, true));
            assertThat(archive(2, 1).completed()).isPresent();
            assertThat(shown(archive(2, 1))).hasSize(20).startsWith("a19").endsWith("a0");
            assertThat(archive(2, 2).position())
                    .as("it waits for its first place")
                    .isEqualTo(new ArchivePosition(2, 1, 0, false));
            assertThat(shown(archive(2, 2))).isEmpty();
            assertThat(timeline.archive(FEED, 2, 3, clock.instant())).isEmpty();

            publishInARow(22, 23);
            assertThat(newest(2).position().previous()).isEqualTo(2);
            assertThat(shown(archive(2, 2))).containsExactly("a20");
        }

        @Test
        void staysCompleteWhereTheWindowGrowsOverIt() {
            opened(2);
            publishInARow(0, 22);
            lifecycle.define(NEWS, withWindow(10));

            assertThat(newest(10).position().previous()).isEqualTo(1);
            assertThat(archive(10, 1).position().isComplete()).isTrue();
            assertThat(shown(archive(10, 1))).hasSize(20);
        }

        @Test
        void staysCompleteWhenTheFeedGetsAnotherName() {
            opened(2);
            publishInARow(0, 22);
            lifecycle.define(NEWS, withWindow(10));
            var completed = archive(10, 1).completed();
            var renamed = new FeedName("renamed");

            lifecycle.rename(NEWS, renamed);

            var archive = timeline.archive(LogicalFeed.of(renamed), 10, 1, clock.instant())
                    .orElseThrow();
            assertThat(archive.position().isComplete()).isTrue();
            assertThat(archive.completed()).isEqualTo(completed).isPresent();
            assertThat(timeline.horizon(renamed).passed()).isEqualTo(nth(19));
            assertThat(timeline.archive(FEED, 10, 1, clock.instant())).isEmpty();
        }

        @Test
        void isNotCompletedByWhatIsScheduled() {
            opened(2);
            publishInARow(0, 21);
            publish(article("next").published(clock.instant().plusMillis(1).toString()));

            assertThat(archive(2, 1).position().isComplete()).isFalse();
            assertThat(shown(archive(2, 1))).hasSize(19);
        }

        @Test
        void isMarkedWhenAFeedIsOpenedThatIsJustLongEnough() {
            lifecycle.define(NEWS, withWindow(2));
            publishInARow(0, 22);
            lifecycle.open(NEWS);

            assertThat(archive(2, 1).completed()).isPresent();
        }

        @Test
        void isFoundWhereNoneBeforeItWasMarked() {
            opened(45);
            publishInARow(0, 45);

            assertThat(shown(archive(2, 1))).hasSize(20).startsWith("a19").endsWith("a0");
            assertThat(shown(archive(2, 2))).hasSize(20).startsWith("a39").endsWith("a20");
            assertThat(archive(2, 2).completed()).isEmpty();
            assertThat(shown(archive(2, 3))).containsExactly("a42", "a41", "a40");
            assertThat(newest(2).position().previous()).isEqualTo(3);
        }

        @Test
        void hasANumberFromOneOn() {
            opened(2);
            publishInARow(0, 3);

            assertThat(timeline.archive(FEED, 2, 0, clock.instant())).isEmpty();
            assertThat(timeline.archive(FEED, 2, -1, clock.instant())).isEmpty();
        }

        @Test
        void saysWhenTheNextArticleJoinsUnlessItIsComplete() {
            opened(2);
            publishInARow(0, 23);
            var next = clock.instant().plusMillis(1);
            publish(article("next").published(next.toString()));

            assertThat(archive(2, 1).next()).isNull();
            assertThat(archive(2, 2).next()).isEqualTo(next);
            assertThat(newest(2).next()).isEqualTo(next);
            assertThat(timeline.nextAppearance(FEED, next.minusMillis(1))).hasValue(next);
            assertThat(timeline.nextAppearance(FEED, next)).isEmpty();
        }
    }

    @Nested
    class ASubscriptionDocument {
        @Test
        void showsAlsoWhatWasCorrectedBelowItsWindow() {
            opened(2);
            publishInARow(0, 6);
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofMinutes(1));
                correct(i);
            }

            assertThat(shown(newest(2))).as("as many again").containsExactly("a5", "a4", "a2", "a1");
            assertThat(shown(newest(6))).containsExactly("a5", "a4", "a3", "a2", "a1", "a0");
        }

        /** An author may state an update in the future. */
        @Test
        void showsNoCorrectionBeforeItsTime() {
            opened(2);
            publishInARow(0, 6);
            var update = clock.instant().plus(Duration.ofHours(1));
            var manuscript = article("a1").published(nth(1).toString()).updated(update.toString());
            revise(articles.find(NEWS, manuscript.done().slug()).orElseThrow().id(), manuscript.saying("Else."));
            assertThat(shown(newest(2))).containsExactly("a5", "a4");

            clock.set(update);
            assertThat(shown(newest(2))).containsExactly("a5", "a4", "a1");
        }

        @Test
        void isThereForEveryFeedAndForEveryPartThatHadAnArticle() {
            opened(2);
            assertThat(newest(2).places()).isEmpty();
            assertThat(timeline.newest(METALS, 2, clock.instant())).isEmpty();
            assertThat(timeline.exists(METALS, clock.instant())).isFalse();
            assertThat(timeline.exists(FEED, clock.instant())).isFalse();

            publishing.withdraw(publish(article("m").about("Metals")).id());

            assertThat(timeline.newest(METALS, 2, clock.instant())).isPresent();
            assertThat(timeline.exists(METALS, clock.instant())).isTrue();
        }

        private void correct(int number) {
            var manuscript = article("a" + number).published(nth(number).toString());
            revise(articles.find(NEWS, manuscript.done().slug()).orElseThrow().id(), manuscript.saying("Else."));
        }
    }

    @Test
    void countsAndListsWhatReadersCanSee() {
        opened(2);
        publishInARow(0, 4);
        publishing.withdraw(
                publish(article("gone").published(nth(9).toString())).id());
        publish(article("next").published(clock.instant().plusMillis(1).toString()));

        assertThat(timeline.count(FEED)).isEqualTo(4);
        assertThat(timeline.newestArticles(FEED, 2, clock.instant()))
                .extracting(Place::appeared)
                .containsExactly(nth(3), nth(2));
    }

    private void opened(int window) {
        lifecycle.define(NEWS, withWindow(window));
        lifecycle.open(NEWS);
    }

    /** When the article with this number, from 0, was published. */
    private static Instant nth(int number) {
        return FIRST.plus(Duration.ofHours(number));
    }

    private void publishInARow(int from, int to) {
        store.transact(() -> {
            for (int i = from; i < to; i++) {
                publish(article("a" + i).published(nth(i).toString()));
            }
        });
    }

    private Shown newest(int window) {
        return timeline.newest(FEED, window, clock.instant()).orElseThrow();
    }

    private Shown archive(int window, int number) {
        return timeline.archive(FEED, window, number, clock.instant()).orElseThrow();
    }

    private List<String> shown(Shown shown) {
        return shown.places().stream()
                .map(place ->
                        articles.find(place.article()).orElseThrow().slug().value())
                .toList();
    }
}
