package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.selecting;
import static org.feedwright.testing.Definitions.withWindow;
import static org.feedwright.testing.Definitions.written;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.article.Horizon;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Person;
import org.feedwright.article.Withdrawal;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.feed.Selector;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.StoreContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where articles get their places, to the millisecond, whichever database keeps them. */
class PlacementTest extends StoreContract {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName SELECTED = new FeedName("selected");
    private static final Instant FIRST = Instant.parse("2026-05-01T00:00:00.250Z");

    @Nested
    class TheHorizonOfAFeed {
        @Test
        void isNoneWithoutAPlace() {
            opened(NEWS, withWindow(2));
            assertThat(timeline.horizon(NEWS)).isEqualTo(Horizon.NONE);

            publishInARow(1);
            assertThat(timeline.horizon(NEWS)).isEqualTo(Horizon.NONE);
        }

        @Test
        void isWhenTheLastPlaceOfTheWindowAppeared() {
            opened(NEWS, withWindow(2));
            publishInARow(3);

            assertThat(timeline.horizon(NEWS).passed()).isEqualTo(nth(1));
        }

        @Test
        void letsWhatIsAMillisecondLaterKeepItsDate() {
            opened(NEWS, withWindow(2));
            publishInARow(3);

            var above = publish(article("above").published(nth(1).plusMillis(1).toString()));

            assertThat(above.appeared()).isEqualTo(nth(1).plusMillis(1));
        }

        @Test
        void putsWhatHasItsVeryDateOnTop() {
            opened(NEWS, withWindow(2));
            publishInARow(3);

            var at = publish(article("at").published(nth(1).toString()));

            assertThat(at.appeared()).isEqualTo(clock.instant());
        }

        @Test
        void isThatOfTheArchiveWhereTheWindowHasGrownOverIt() {
            opened(NEWS, withWindow(1));
            publishInARow(25);
            lifecycle.define(NEWS, withWindow(10));

            assertThat(timeline.horizon(NEWS).passed())
                    .as("the last place of the archive")
                    .isEqualTo(nth(19));
            assertThat(publish(article("at").published(nth(19).toString())).appeared())
                    .isEqualTo(clock.instant());
        }

        @Test
        void isThatOfTheArchiveWhereTheWindowReachesBelowEveryPlace() {
            opened(NEWS, withWindow(1));
            publishInARow(25);
            lifecycle.define(NEWS, withWindow(100));

            assertThat(timeline.horizon(NEWS).passed()).isEqualTo(nth(19));
        }

        @Test
        void isThatOfTheWindowWhereItIsAboveTheArchive() {
            opened(NEWS, withWindow(2));
            publishInARow(25);

            assertThat(timeline.horizon(NEWS).passed())
                    .as("the last place of the window")
                    .isEqualTo(nth(23));
        }
    }

    @Nested
    class APartOfAFeed {
        @Test
        void putsWhatHasTheDateOfItsHorizonOnTop() {
            var at = published("at", nth(1));

            assertThat(at).isEqualTo(clock.instant());
        }

        @Test
        void letsWhatIsAMillisecondLaterKeepItsDate() {
            var above = published("above", nth(1).plusMillis(1));

            assertThat(above).isEqualTo(nth(1).plusMillis(1));
        }

        @Test
        void hasAHorizonOfItsOwn() {
            var metals = LogicalFeed.of(NEWS, new Category("Metals"));
            var at = article("at").published(nth(1).toString());
            var above = article("above").published(nth(1).plusMillis(1).toString());
            lifecycle.define(NEWS, withWindow(2));
            var atId = publish(at).id();
            var aboveId = publish(above).id();
            for (int i = 0; i < 3; i++) {
                publish(article("m" + i).about("Metals").published(nth(i).toString()));
            }
            lifecycle.open(NEWS);
            later();

            store.transact(() -> {
                publishing.revise(atId, at.about("Metals").done());
                publishing.revise(aboveId, above.about("Metals").done());
            });

            assertThat(place(LogicalFeed.of(NEWS), atId).appeared()).isEqualTo(nth(1));
            assertThat(place(metals, atId).appeared()).isEqualTo(clock.instant());
            assertThat(place(metals, aboveId).appeared()).isEqualTo(nth(1).plusMillis(1));
        }

        @Test
        void getsWhatItsFeedNewlySaysOnTopAndInThePlaceThatItHadThere() {
            var bobs = LogicalFeed.of(NEWS, Person.named("Bob"));
            lifecycle.define(NEWS, written("Ann", "en"));
            for (int i = 0; i < 20; i++) {
                publish(article("b" + i).by("Bob").published(nth(i).toString()));
            }
            var old = publish(article("old").published(nth(0).plusMillis(1).toString()))
                    .id();
            var older = publish(article("older").published(FIRST.toString())).id();
            lifecycle.open(NEWS);
            later();

            lifecycle.define(NEWS, written("Bob", "en"));
            var joined = clock.instant();
            assertThat(place(bobs, old).appeared()).isEqualTo(nth(0).plusMillis(1));
            assertThat(place(bobs, older).appeared()).as("it had been passed").isEqualTo(joined);

            later();
            lifecycle.define(NEWS, written("Ann", "en"));
            assertThat(place(bobs, older).isEmpty()).isTrue();
            later();
            lifecycle.define(NEWS, written("Bob", "en"));
            assertThat(places(older))
                    .filteredOn(place -> place.logicalFeed().equals(bobs))
                    .singleElement()
                    .satisfies(place -> {
                        assertThat(place.appeared()).isEqualTo(joined);
                        assertThat(place.isEmpty()).isFalse();
                    });
        }

        /** Where it stands in its category, whose window of two places ends with the second of three articles. */
        private Instant published(String slug, Instant published) {
            opened(NEWS, withWindow(2));
            for (int i = 0; i < 3; i++) {
                publish(article("m" + i).about("Metals").published(nth(i).toString()));
            }
            later();
            var article = article(slug).about("Metals").published(published.toString());
            var id = publishing.publish(article.done()).id();
            return place(LogicalFeed.of(NEWS, new Category("Metals")), id).appeared();
        }
    }

    @Nested
    class AComposedFeed {
        @Test
        void putsWhatHasTheDateOfItsHorizonOnTopAndWhatIsLaterWhereItBelongs() {
            opened(NEWS, withWindow(20));
            opened(SELECTED, selecting(Selector.EVERYTHING));
            publishInARow(21); // its window has twenty places: the second is its last
            later();

            var at = publishing.publish(
                    article("at").published(nth(1).toString()).done());
            assertThat(place(LogicalFeed.of(SELECTED), at.id()).appeared()).isEqualTo(clock.instant());
        }

        @Test
        void hasAHorizonOfItsOwn() {
            var other = new FeedName("other");
            opened(NEWS, withWindow(20));
            opened(other, withWindow(20));
            opened(SELECTED, selecting(Selector.EVERYTHING));
            publishInARow(20); // the first is the last of its window
            later();

            var at = publish(article("at").in("other").published(FIRST.toString()));
            assertThat(at.appeared()).isEqualTo(FIRST);
            assertThat(place(LogicalFeed.of(SELECTED), at.id()).appeared()).isEqualTo(clock.instant());
        }

        @Test
        void isToldOfWhatItTakes() {
            opened(NEWS, withWindow(20));
            opened(SELECTED, selecting(Selector.EVERYTHING));
            store.told();
            var selected = new FeedChanged(SELECTED, Set.of(LogicalFeed.of(SELECTED)));

            var id = publish(article("a")).id();
            assertThat(store.told()).contains(selected);
            publishing.publishAll(
                    List.of(article("b").done(), article("c").asDraft().done()));
            assertThat(store.told()).contains(selected);
            publishing.withdraw(id);
            assertThat(store.told()).contains(selected);
        }

        @Test
        void putsWhatAFeedThatOpensLaterBringsOnTopByTheSameRule() {
            var other = new FeedName("other");
            opened(NEWS, withWindow(20));
            opened(SELECTED, selecting(Selector.EVERYTHING));
            publishInARow(20); // the first is the last of its window
            later();
            lifecycle.define(other, withWindow(20));
            var at = publishing.publish(
                    article("at").in("other").published(FIRST.toString()).done());
            var above = publishing.publish(article("above")
                    .in("other")
                    .published(FIRST.plusMillis(1).toString())
                    .done());

            lifecycle.open(other);

            assertThat(place(LogicalFeed.of(SELECTED), at.id()).appeared()).isEqualTo(clock.instant());
            assertThat(place(LogicalFeed.of(SELECTED), above.id()).appeared()).isEqualTo(FIRST.plusMillis(1));
        }
    }

    @Nested
    class AnEmptyPlace {
        @Test
        void keepsItsDateWhateverIsSaidOfItsArticleLater() {
            opened(NEWS, withWindow(20));
            var id = publish(article("a").about("Metals")).id();
            later();
            publishing.withdraw(id);
            var gone = clock.instant();
            later();

            publishing.withdraw(id, "It was about another company.");

            assertThat(places(id))
                    .hasSize(3)
                    .allSatisfy(place -> assertThat(place.gone()).isEqualTo(gone));
        }

        @Test
        void keepsItsDateWhileItsArticleChangesInOtherPlaces() {
            opened(NEWS, withWindow(20));
            var id = publish(article("a").about("Metals")).id();
            later();
            publishing.revise(id, article("a").about("Energy").done());
            var left = clock.instant();
            later();

            publishing.revise(id, article("a").about("Energy").saying("Else.").done());

            assertThat(place(LogicalFeed.of(NEWS, new Category("Metals")), id).gone())
                    .isEqualTo(left);
        }
    }

    @Nested
    class AnArticleThatComesWithdrawn {
        @Test
        void leavesItsPlaceEmptyWhereReadersHaveNotPassedIt() {
            opened(NEWS, withWindow(2));
            publishInARow(3);

            store.told();
            var above = publishing.publish(withdrawn("above", nth(1).plusMillis(1)));
            assertThat(store.told())
                    .contains(new FeedChanged(
                            NEWS, Set.of(LogicalFeed.of(NEWS), LogicalFeed.of(NEWS, Person.named("Ann Author")))));
            var at = publishing.publish(withdrawn("at", nth(1)));

            assertThat(places(above.id()))
                    .hasSize(2) // in the feed and among its author's
                    .allSatisfy(place -> {
                        assertThat(place.appeared()).isEqualTo(nth(1).plusMillis(1));
                        assertThat(place.gone()).isEqualTo("2026-05-02T00:00:00Z");
                    });
            assertThat(places(at.id())).isEmpty();
        }

        @Test
        void leavesItsPlaceEmptyWhileNobodyCanLookYet() {
            lifecycle.define(NEWS, withWindow(2));
            publishInARow(3);

            var below = publishing.publish(withdrawn("below", FIRST.minusMillis(1)));

            assertThat(places(below.id()))
                    .hasSize(2)
                    .allSatisfy(place -> assertThat(place.appeared()).isEqualTo(FIRST.minusMillis(1)));
        }

        @Test
        void leavesNoPlaceWhereItIsScheduled() {
            opened(NEWS, withWindow(2));

            assertThat(places(publishing
                            .publish(withdrawn("ahead", clock.instant().plusMillis(1)))
                            .id()))
                    .isEmpty();
        }

        private static Manuscript withdrawn(String slug, Instant published) {
            var plain = article(slug).published(published.toString()).done();
            return new Manuscript(
                    plain.feed(),
                    plain.slug(),
                    null,
                    plain.authority(),
                    plain.published(),
                    null,
                    false,
                    plain.text(),
                    new Withdrawal("Wrong.", Instant.parse("2026-05-02T00:00:00Z")),
                    null);
        }
    }

    /** When the article with this number, from 0, was published. */
    private static Instant nth(int number) {
        return FIRST.plus(Duration.ofHours(number));
    }

    private void publishInARow(int count) {
        for (int i = 0; i < count; i++) {
            publish(article("a" + i).published(nth(i).toString()));
        }
    }

    private Article publish(Manuscripts manuscript) {
        return publishing.publish(manuscript.done());
    }

    private void opened(FeedName name, FeedDefinition definition) {
        lifecycle.define(name, definition);
        lifecycle.open(name);
    }

    private void later() {
        clock.advance(Duration.ofMinutes(1));
    }

    private Place place(LogicalFeed logicalFeed, ArticleId article) {
        return places(article).stream()
                .filter(place -> place.logicalFeed().equals(logicalFeed))
                .findFirst()
                .orElseThrow();
    }

    private List<Place> places(ArticleId article) {
        return new JdbcPlaces(store.jdbc()).of(article);
    }
}
