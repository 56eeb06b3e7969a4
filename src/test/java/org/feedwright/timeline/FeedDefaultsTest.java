package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.feedwright.testing.Definitions.selecting;
import static org.feedwright.testing.Definitions.written;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.entry.Entry;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.feed.Selector;
import org.feedwright.search.Query;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.StoreContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of a feed's articles when the feed says something else for all of them, whichever database keeps them. */
class FeedDefaultsTest extends StoreContract {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName SELECTED = new FeedName("selected");
    private static final LogicalFeed ANN = LogicalFeed.of(NEWS, Person.named("Ann"));
    private static final LogicalFeed BOB = LogicalFeed.of(NEWS, Person.named("Bob"));

    @BeforeEach
    void openAFeed() {
        define("Ann", "en");
        lifecycle.open(NEWS);
    }

    @Nested
    class AnotherAuthor {
        @Test
        void hasTheArticlesThatNameNobody() {
            publish(article("own").by("Ann"));
            publish(article("both").by("Ann", "Bob").published("2026-06-01T09:00:00Z"));
            publish(article("none").published("2026-06-01T10:00:00Z"));
            later();

            define("Bob", "en");

            assertThat(titles(ANN)).containsExactly("About both", "About own");
            assertThat(titles(BOB)).containsExactly("About none", "About both");
            assertThat(titles(LogicalFeed.of(NEWS))).containsExactly("About none", "About both", "About own");
        }

        @Test
        void leavesThePlacesOfTheOneBeforeEmptyAndFillsThemAgainWhenItIsBack() {
            var id = publish(article("none"));
            var before = places(id);
            later();

            define("Bob", "en");
            assertThat(places(id))
                    .as("it stands in the logical feed of the other where it stood in this one")
                    .extracting(Place::logicalFeed, Place::appeared, Place::isEmpty)
                    .containsExactly(
                            tuple(LogicalFeed.of(NEWS), before.get(0).appeared(), false),
                            tuple(ANN, before.get(1).appeared(), true),
                            tuple(BOB, before.get(1).appeared(), false));

            later();
            define("Ann", "en");
            assertThat(titles(ANN)).containsExactly("About none");
            assertThat(titles(BOB)).isEmpty();
            assertThat(places(id)).hasSize(3);
        }

        @Test
        void comesToAnArticleOnTopWhereReadersHavePassedItsDate() {
            for (int i = 0; i < 21; i++) {
                publish(article("own-" + i).by("Bob").published("2026-05-01T00:00:%02dZ".formatted(i)));
            }
            publish(article("none").published("2026-04-01T00:00:00Z"));
            later();

            define("Bob", "en");

            assertThat(titles(BOB)).hasSize(20).startsWith("About none");
        }

        @Test
        void isNobodyAtAll() {
            publish(article("none"));

            define(null, "en");
            assertThat(titles(ANN)).isEmpty();

            define("Bob", "en");
            assertThat(titles(BOB)).containsExactly("About none");
        }

        @Test
        void isSearchedBy() {
            publish(article("none"));
            publish(article("own").by("Ann"));

            define("Bob", "en");

            assertThat(found("Bob", null)).containsExactly("About none");
            assertThat(found("Ann", null)).containsExactly("About own");
            assertThat(found(null, "bob")).containsExactly("About none");
            assertThat(found(null, "ann")).containsExactly("About own");
        }

        @Test
        void isThatOfScheduledArticlesAtTheirTimeAndOfDraftsNever() {
            publish(article("draft").asDraft());
            publish(article("next").published("2026-06-02T00:00:00Z"));

            define("Bob", "en");
            assertThat(selections.select(feed(NEWS), BOB)).isEmpty();
            assertThat(found("Bob", null)).isEmpty();

            clock.set(Instant.parse("2026-06-02T00:00:00Z"));
            assertThat(titles(BOB)).containsExactly("About next");
            assertThat(found("Bob", null)).containsExactly("About next");
        }

        @Test
        void isThatOfMoreArticlesThanAreTakenAtOnce() {
            int count = 1_203;
            store.transact(() -> {
                for (int i = 0; i < count; i++) {
                    publish(article("a" + i));
                }
            });
            later();

            define("Bob", "en");
            assertThat(timeline.count(BOB)).as("in its first part").isBetween(1, 500);
            while (lifecycle.handOn()) {
                assertThat(timeline.count(BOB) + timeline.count(ANN)).isEqualTo(count);
                later();
            }

            assertThat(timeline.count(BOB)).isEqualTo(count);
            assertThat(timeline.count(ANN)).isZero();
            assertThat(store.jdbc()
                            .sql("select count(*) from mark where strand = :bob")
                            .param("bob", BOB.toString())
                            .query(Integer.class)
                            .single())
                    .as("its complete archives are known")
                    .isEqualTo((count - FeedDefinition.DEFAULT_WINDOW) / ArchivePosition.PLACES);
        }

        @Test
        void isNotHalfDoneWhereTheTransactionFails() {
            var id = publish(article("none"));
            var before = places(id);

            assertThatThrownBy(() -> store.transact(() -> {
                        define("Bob", "en");
                        throw new IllegalStateException("a failure on purpose");
                    }))
                    .hasMessage("a failure on purpose");
            assertThat(places(id)).isEqualTo(before);
            assertThat(found("Ann", null)).containsExactly("About none");

            define("Bob", "en");
            assertThat(titles(BOB)).containsExactly("About none");
            assertThat(found("Bob", null)).containsExactly("About none");
        }

        @Test
        void saysOfAPlaceThatIsFilledAgainWhenItsArticleWasCorrected() {
            var id = publish(article("none"));
            later();
            define("Bob", "en");
            publishing.revise(id, article("none").saying("Else.").done());
            later();

            define("Ann", "en");

            assertThat(places(id))
                    .filteredOn(place -> place.logicalFeed().equals(ANN))
                    .extracting(Place::corrected)
                    .containsExactly(articles.find(id).orElseThrow().updated());
        }

        @Test
        void hasAnArticleThatIsScheduledAnewWhenItAppearsAgain() {
            var id = publish(article("none"));
            later();
            define("Bob", "en");
            publishing.revise(
                    id, article("none").published("2026-06-02T00:00:00Z").done());
            later();

            define("Ann", "en");
            assertThat(titles(ANN)).isEmpty();
            assertThat(timeline.count(ANN)).as("nobody has it yet").isZero();

            clock.set(Instant.parse("2026-06-02T00:00:00Z"));
            assertThat(titles(ANN)).containsExactly("About none");
            assertThat(timeline.count(ANN)).isOne();
            assertThat(titles(BOB)).isEmpty();
        }

        @Test
        void withTheSameNameMovesNothing() {
            var id = publish(article("none"));
            var before = places(id).stream().map(Place::appeared).toList();
            later();

            define("ANN", "en");

            assertThat(places(id)).extracting(Place::appeared).isEqualTo(before);
            assertThat(titles(ANN)).containsExactly("About none");
        }
    }

    @Nested
    class AComposedFeed {
        @Test
        void followsTheAuthor() {
            publish(article("own").by("Ann"));
            publish(article("none").published("2026-06-01T09:00:00Z"));
            compose(new Selector(List.of(), List.of(), List.of("bob"), List.of(), null));
            assertThat(titles(LogicalFeed.of(SELECTED))).isEmpty();

            define("Bob", "en");
            assertThat(titles(LogicalFeed.of(SELECTED))).containsExactly("About none");

            later();
            define("Ann", "en");
            assertThat(titles(LogicalFeed.of(SELECTED))).isEmpty();
        }

        @Test
        void followsTheLanguage() {
            publish(article("none"));
            compose(new Selector(List.of(), List.of(), List.of(), List.of("de"), null));
            assertThat(titles(LogicalFeed.of(SELECTED))).isEmpty();

            define("Ann", "de-CH");
            assertThat(titles(LogicalFeed.of(SELECTED))).containsExactly("About none");

            later();
            define("Ann", null);
            assertThat(titles(LogicalFeed.of(SELECTED))).isEmpty();
        }

        @Test
        void losesWhatItExcludes() {
            publish(article("none"));
            compose(new Selector(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    new Selector(List.of(), List.of(), List.of(), List.of("de"), null)));
            assertThat(titles(LogicalFeed.of(SELECTED))).containsExactly("About none");

            later();
            define("Ann", "de");

            assertThat(titles(LogicalFeed.of(SELECTED))).isEmpty();
        }

        @Test
        void isToldOfWhateverItsEntriesSayOfTheirFeed() {
            publish(article("none"));
            compose(Selector.EVERYTHING);
            var before = selections.select(feed(SELECTED)).modified();
            store.told();
            later();

            define("Ann", "de");

            assertThat(store.told()).contains(new FeedChanged(SELECTED, Set.of()));
            var after = selections.select(feed(SELECTED));
            assertThat(after.modified()).isAfter(before);
            assertThat(after.entries()).extracting(Entry::language).containsExactly("de");
        }

        @Test
        void doesNotSpeakForTheArticlesThatItTakes() {
            var id = publish(article("none"));
            compose(Selector.EVERYTHING);
            var before = places(id);

            lifecycle.define(SELECTED, written("Bob", "de").with(Selector.EVERYTHING));

            assertThat(places(id))
                    .extracting(Place::logicalFeed)
                    .isEqualTo(before.stream().map(Place::logicalFeed).toList());
            assertThat(found("Ann", null)).containsExactly("About none");
            assertThat(found("Bob", null)).isEmpty();
        }

        @Test
        void doesNotTakeBackWhatHasLeftItWhenAFeedLivesAgain() {
            var id = publish(article("energy").about("Energy"));
            publish(article("markets").about("Markets").published("2026-06-01T09:00:00Z"));
            compose(new Selector(List.of(), List.of("energy", "markets"), List.of(), List.of(), null));
            later();
            publishing.revise(id, article("energy").about("Sport").done());
            assertThat(titles(LogicalFeed.of(SELECTED))).containsExactly("About markets");

            lifecycle.retire(NEWS);
            assertThat(titles(LogicalFeed.of(SELECTED))).isEmpty();
            later();
            define("Ann", "en");

            assertThat(titles(LogicalFeed.of(SELECTED))).containsExactly("About markets");
        }
    }

    private void define(@Nullable String author, @Nullable String language) {
        lifecycle.define(NEWS, written(author, language));
    }

    private void compose(Selector select) {
        lifecycle.define(SELECTED, selecting(select));
        lifecycle.open(SELECTED);
    }

    private ArticleId publish(Manuscripts manuscript) {
        return publishing.publish(manuscript.done()).id();
    }

    private void later() {
        clock.advance(Duration.ofMinutes(1));
    }

    private Feed feed(FeedName name) {
        return feeds.find(name).orElseThrow();
    }

    private List<String> titles(LogicalFeed logicalFeed) {
        return selections.select(feed(logicalFeed.feed()), logicalFeed).orElseThrow().entries().stream()
                .map(Entry::title)
                .toList();
    }

    private List<String> found(@Nullable String author, @Nullable String words) {
        var query = Query.parse(List.of(), Optional.ofNullable(author).stream().toList(), words, null);
        return store.search().select(feed(NEWS), LogicalFeed.of(NEWS), query).orElseThrow().entries().stream()
                .map(Entry::title)
                .toList();
    }

    private List<Place> places(ArticleId article) {
        return new JdbcPlaces(store.jdbc()).of(article);
    }
}
