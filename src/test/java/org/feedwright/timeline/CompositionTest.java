package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.ended;
import static org.feedwright.testing.Definitions.formerly;
import static org.feedwright.testing.Definitions.retired;
import static org.feedwright.testing.Definitions.selecting;
import static org.feedwright.testing.Definitions.titled;
import static org.feedwright.testing.Definitions.written;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.feed.Selector;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.StoreContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What composed feeds have while the feeds that they take from change, whichever database keeps them. */
class CompositionTest extends StoreContract {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName OLD = new FeedName("old");
    private static final FeedName SELECTED = new FeedName("selected");
    private static final FeedName OTHER = new FeedName("other");

    @Nested
    class ThatNamesAFeed {
        @Test
        void followsItToItsNewName() {
            opened(OLD, titled("Old"));
            opened(SELECTED, selecting(from(OLD)));
            var first = publish(article("first").in("old"));
            var place = place(first);

            later();
            lifecycle.rename(OLD, NEWS);
            publish(article("second"));
            publishing.revise(first, article("first").saying("Else.").done());

            assertThat(titles(SELECTED)).containsExactlyInAnyOrder("About first", "About second");
            assertThat(place(first)).isEqualTo(place);
        }

        @Test
        void movesNothingWhenItSaysTheNewNameItself() {
            opened(OLD, titled("Old"));
            opened(SELECTED, selecting(from(OLD)));
            for (int i = 0; i < 45; i++) {
                publish(article("a" + i).in("old").published("2026-05-01T00:00:%02dZ".formatted(i)));
            }
            later();
            var late = publish(article("late").in("old").published("2026-04-01T00:00:00Z"));
            var place = place(late);
            lifecycle.rename(OLD, NEWS);
            later();

            lifecycle.define(SELECTED, selecting(from(NEWS)));

            assertThat(place(late)).isEqualTo(place);
        }

        @Test
        void takesItByTheNameThatItHadBeforeTheStoreWasMade() {
            lifecycle.define(SELECTED, selecting(from(OLD)));
            lifecycle.define(NEWS, formerly(OLD));
            publish(article("first"));
            lifecycle.open(NEWS);
            lifecycle.open(SELECTED);

            assertThat(titles(SELECTED)).containsExactly("About first");
        }

        @Test
        void takesItAsSoonAsItSaysThatItHadThatName() {
            opened(NEWS, titled("News"));
            publish(article("first"));
            opened(SELECTED, selecting(from(OLD)));
            assertThat(titles(SELECTED)).isEmpty();

            lifecycle.define(NEWS, formerly(OLD));
            assertThat(titles(SELECTED)).containsExactly("About first");

            lifecycle.define(NEWS, titled("News"));
            assertThat(titles(SELECTED)).isEmpty();
        }

        @Test
        void takesItsSuccessorWhenItEndsAndItselfWhenItLivesAgain() {
            opened(OLD, titled("Old"));
            opened(NEWS, formerly(OLD));
            publish(article("new"));
            publish(article("old").in("old"));
            opened(SELECTED, selecting(from(OLD)));
            assertThat(titles(SELECTED)).containsExactly("About old");

            lifecycle.retire(OLD);
            assertThat(titles(SELECTED)).containsExactly("About new");

            later();
            lifecycle.define(OLD, titled("Old"));
            assertThat(titles(SELECTED)).containsExactly("About old");
        }

        @Test
        void leavesItOutByItsFormerNameToo() {
            opened(NEWS, formerly(OLD));
            opened(OTHER, titled("Other"));
            publish(article("left-out"));
            publish(article("taken").in("other"));

            opened(SELECTED, selecting(new Selector(List.of(), List.of(), List.of(), List.of(), from(OLD))));
            publish(article("left-out-later"));

            assertThat(titles(SELECTED)).containsExactly("About taken");
        }
    }

    @Nested
    class ThatTakesAFeedThatComesLater {
        @Test
        void showsItsArticlesOnTopInTheOrderOfTheirDates() {
            opened(NEWS, titled("News"));
            opened(SELECTED, selecting(Selector.EVERYTHING));
            for (int i = 0; i < 25; i++) {
                publish(article("a" + i).published("2026-05-01T00:00:%02dZ".formatted(i)));
            }
            later();
            lifecycle.define(OTHER, titled("Other"));
            for (int day = 1; day <= 3; day++) {
                publish(article("x" + day).in("other").published("2026-04-0" + day + "T00:00:00Z"));
            }

            lifecycle.open(OTHER);

            assertThat(titles(SELECTED)).startsWith("About x3", "About x2", "About x1", "About a24");
        }
    }

    @Nested
    class ThatEnds {
        @Test
        void takesNothingAwayFromOthers() {
            opened(NEWS, titled("News"));
            publish(article("a"));
            opened(SELECTED, selecting(from(NEWS)));
            publish(article("own").in("selected"));
            lifecycle.openAll();
            assertThat(titles(Feed.ALL)).containsExactlyInAnyOrder("About a", "About own");

            lifecycle.retire(SELECTED);

            assertThat(titles(Feed.ALL)).containsExactly("About a");
        }

        @Test
        void hasMissedNothingWhenItLivesAgain() {
            opened(NEWS, titled("News"));
            var stays = publish(article("stays"));
            var goes = publish(article("goes").published("2026-06-01T09:00:00Z"));
            opened(SELECTED, selecting(Selector.EVERYTHING));
            later();
            lifecycle.retire(SELECTED);
            publishing.revise(stays, article("stays").saying("Else.").done());
            publishing.withdraw(goes);
            later();
            publish(article("comes").published(clock.instant().toString()));
            later();

            lifecycle.define(SELECTED, selecting(Selector.EVERYTHING));

            assertThat(titles(SELECTED)).containsExactlyInAnyOrder("About comes", "About stays");
            assertThat(timeline.count(LogicalFeed.of(SELECTED)))
                    .as("without the one that was withdrawn")
                    .isEqualTo(2);
        }
    }

    @Nested
    class WhoseSourceEnds {
        @Test
        void hasOtherArchivesFromThenOn() {
            opened(NEWS, titled("News"));
            opened(SELECTED, selecting(Selector.EVERYTHING));
            for (int i = 0; i < 45; i++) {
                publish(article("a" + i).published("2026-05-01T00:00:%02dZ".formatted(i)));
            }
            later();
            var before = archive(1);
            later();

            lifecycle.retire(NEWS);

            assertThat(before.entries()).hasSize(20);
            assertThat(archive(1).entries()).isEmpty();
            assertThat(archive(1).modified()).isAfter(before.modified());
        }

        private Selection archive(int number) {
            return selections
                    .archive(feeds.find(SELECTED).orElseThrow(), LogicalFeed.of(SELECTED), number)
                    .orElseThrow();
        }

        @Test
        void hasAnArticleOnceWhenItLivesAgainThoughItHadTwoPlaces() {
            opened(NEWS, titled("News"));
            opened(SELECTED, selecting(from(NEWS)));
            var id = publish(article("a"));
            publishing.revise(id, article("a").published("2026-06-02T00:00:00Z").done());
            clock.set(Instant.parse("2026-06-03T00:00:00Z"));
            assertThat(titles(SELECTED)).containsExactly("About a");

            lifecycle.define(NEWS, retired());
            assertThat(titles(SELECTED)).isEmpty();
            later();
            lifecycle.define(NEWS, titled("News"));

            assertThat(titles(SELECTED)).containsExactly("About a");
        }

        @Test
        void doesNotGetTheArticlesThatThisOneTook() {
            opened(NEWS, titled("News"));
            publish(article("a"));
            opened(OTHER, selecting(from(NEWS)));
            publish(article("own").in("other"));

            opened(SELECTED, selecting(from(OTHER)));

            assertThat(titles(SELECTED)).containsExactly("About own");
        }
    }

    @Nested
    class BesideAnother {
        @Test
        void takesEverythingWhileTheOtherFollowsWhatAFeedNewlySays() {
            opened(NEWS, written("Ann", "en"));
            opened(SELECTED, selecting(Selector.EVERYTHING));
            opened(OTHER, selecting(new Selector(List.of(), List.of(), List.of("bob"), List.of("de"), null)));
            publish(article("a"));
            publish(article("b").by("Bob"));
            later();
            assertThat(titles(OTHER)).isEmpty();

            lifecycle.define(NEWS, written("Bob", "de"));

            assertThat(titles(OTHER)).containsExactlyInAnyOrder("About a", "About b");
            assertThat(titles(SELECTED)).containsExactlyInAnyOrder("About a", "About b");
        }

        @Test
        void followsALanguageForArticlesThatHaveAnAuthorOfTheirOwn() {
            opened(NEWS, written("Ann", "en"));
            opened(SELECTED, selecting(new Selector(List.of(), List.of(), List.of(), List.of("de"), null)));
            publish(article("own-author").by("Carl"));
            later();

            lifecycle.define(NEWS, written("Ann", "de"));
            assertThat(titles(SELECTED)).containsExactly("About own-author");

            lifecycle.define(NEWS, written("Ann", "en"));
            assertThat(titles(SELECTED)).isEmpty();
        }
    }

    @Nested
    class ThatTakesOtherThings {
        @Test
        void hasNoArchivesOfWhatItTookBefore() {
            opened(NEWS, titled("News"));
            opened(OTHER, titled("Other"));
            opened(SELECTED, selecting(from(NEWS)));
            for (int i = 0; i < 45; i++) {
                publish(article("a" + i).published("2026-05-01T00:00:%02dZ".formatted(i)));
            }
            publish(article("b").in("other").published("2026-04-01T00:00:00Z"));
            later();
            assertThat(history().previous()).isEqualTo(2);

            lifecycle.define(SELECTED, selecting(from(OTHER)));

            assertThat(titles(SELECTED)).containsExactly("About b");
            assertThat(history().previous()).isZero();
            publish(article("c").in("other").published("2026-04-02T00:00:00Z"));
            assertThat(titles(SELECTED)).containsExactly("About c", "About b");
        }

        private ArchivePosition history() {
            return selections.select(feeds.find(SELECTED).orElseThrow()).history();
        }
    }

    @Nested
    class ThatHasAnotherTitle {
        @Test
        void hasOtherArchivesFromThenOn() {
            opened(NEWS, titled("News"));
            opened(SELECTED, selecting(from(NEWS)));
            for (int i = 0; i < 45; i++) {
                publish(article("a" + i).published("2026-05-01T00:00:%02dZ".formatted(i)));
            }
            later();
            var before = archive();
            assertThat(before.history().isComplete()).isTrue();
            later();

            lifecycle.define(SELECTED, titled("Another title").with(from(NEWS)));

            assertThat(archive().title()).isEqualTo("Another title");
            assertThat(archive().entries()).isEqualTo(before.entries());
            assertThat(archive().modified()).isAfter(before.modified());
        }

        private Selection archive() {
            return selections
                    .archive(feeds.find(SELECTED).orElseThrow(), LogicalFeed.of(SELECTED), 1)
                    .orElseThrow();
        }
    }

    @Nested
    class WhoseSourceHasEndedBeforeItIsOpened {
        @Test
        void takesNothingOfIt() {
            opened(SELECTED, selecting(from(NEWS)));
            lifecycle.define(NEWS, retired());
            publish(article("a"));

            lifecycle.open(NEWS);

            assertThat(titles(SELECTED)).isEmpty();
        }
    }

    @Nested
    class ThatTakesOtherThingsWhenItLivesAgain {
        @Test
        void hasWhatItSaysThen() {
            opened(NEWS, titled("News"));
            opened(OTHER, titled("Other"));
            opened(SELECTED, selecting(from(NEWS)));
            publish(article("a"));
            publish(article("b").in("other"));
            later();
            lifecycle.retire(SELECTED);
            later();
            lifecycle.define(SELECTED, ended(from(OTHER)));
            publish(article("c").published(clock.instant().toString()));
            later();

            lifecycle.define(SELECTED, selecting(from(OTHER)));

            assertThat(titles(SELECTED)).containsExactly("About b");
        }
    }

    private static Selector from(FeedName feed) {
        return new Selector(List.of(feed), List.of(), List.of(), List.of(), null);
    }

    private void opened(FeedName name, FeedDefinition definition) {
        lifecycle.define(name, definition);
        lifecycle.open(name);
    }

    private ArticleId publish(Manuscripts manuscript) {
        return publishing.publish(manuscript.done()).id();
    }

    private void later() {
        clock.advance(Duration.ofMinutes(1));
    }

    private List<String> titles(FeedName name) {
        return selections.select(feeds.find(name).orElseThrow()).entries().stream()
                .map(Entry::title)
                .toList();
    }

    /** Where an article stands in the composed feed. */
    private @Nullable Instant place(ArticleId article) {
        return new JdbcPlaces(store.jdbc())
                .of(article).stream()
                        .filter(place -> place.logicalFeed().equals(LogicalFeed.of(SELECTED)) && !place.isEmpty())
                        .map(Place::appeared)
                        .findFirst()
                        .orElse(null);
    }
}
