package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.testing.Definitions.retired;
import static org.feedwright.testing.Definitions.titled;
import static org.feedwright.testing.Definitions.withWindow;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.FeedName;
import org.feedwright.article.Horizon;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.FeedListing;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.search.Query;
import org.feedwright.testing.Manuscripts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What feeds promise, whichever database keeps them. */
class FeedsTest extends OpenFeedsContract {
    @Nested
    class TheListOfFeeds {
        @Test
        void countsScheduledArticlesOnlyFromTheirTimeOn() {
            opened(NEWS);
            publish(article("out"));
            var before = feeds.newest(10, 0);
            assertThat(before).extracting(FeedListing::articles).containsExactly(1);

            var time = clock.instant().plus(Duration.ofMinutes(10));
            publish(article("soon").published(time.toString()));
            assertThat(feeds.newest(10, 0)).extracting(FeedListing::articles).containsExactly(1);
            assertThat(feeds.newest(10, 0))
                    .extracting(FeedListing::newest)
                    .containsExactly(before.getFirst().newest());

            clock.advance(Duration.ofMinutes(10));
            assertThat(feeds.newest(10, 0)).extracting(FeedListing::articles).containsExactly(2);
            assertThat(feeds.newest(10, 0)).extracting(FeedListing::newest).containsExactly(time);
        }
    }

    @Nested
    class Life {
        @Test
        void beginsWhenItsFirstArticlesAreStored() {
            lifecycle.define(NEWS, titled("News"));
            assertThat(feeds.find(NEWS)).isEmpty();
            assertThat(feeds.all()).isEmpty();

            lifecycle.open(NEWS);
            assertThat(feeds.find(NEWS)).map(Feed::definition).hasValue(titled("News"));
            assertThat(feeds.all()).extracting(Feed::name).containsExactly(NEWS);
        }

        @Test
        void goesOnUnderTheSameIdWhenItIsDefinedAnew() {
            opened(NEWS);
            var id = feed(NEWS).id();
            lifecycle.define(NEWS, titled("Other news"));

            assertThat(feed(NEWS).id()).isEqualTo(id).startsWith("urn:uuid:");
            assertThat(feed(NEWS).definition().title()).isEqualTo("Other news");
        }

        @Test
        void endsAndBeginsAgain() {
            opened(NEWS);
            lifecycle.retire(NEWS);
            assertThat(feed(NEWS).isRetired()).isTrue();
            assertThat(feeds.all()).isEmpty();

            lifecycle.define(NEWS, titled("News"));
            assertThat(feed(NEWS).isRetired()).isFalse();
            assertThat(feeds.all()).hasSize(1);
        }

        @Test
        void endsByItsDefinitionOnce() {
            lifecycle.define(NEWS, retired());
            lifecycle.open(NEWS);
            assertThat(feed(NEWS).isRetired()).isTrue();
            var before = feed(NEWS);
            store.told();

            clock.advance(Duration.ofDays(1));
            lifecycle.define(NEWS, retired());
            lifecycle.retire(NEWS);
            assertThat(feed(NEWS)).isEqualTo(before);
            assertThat(store.told()).isEmpty();
        }

        @Test
        void isInTheOrderOfNames() {
            List.of("b", "a-b", "ab", "a").forEach(name -> opened(new FeedName(name)));

            assertThat(feeds.all()).extracting(feed -> feed.name().value()).containsExactly("a", "a-b", "ab", "b");
        }
    }

    @Nested
    class Told {
        @Test
        void onceForEachFeedAfterTheTransaction() {
            store.transact(() -> {
                for (int i = 0; i < 10; i++) {
                    publish(article("a" + i));
                    publish(article("b" + i).in("reports"));
                }
                assertThat(store.told()).hasSize(20).allMatch(ArticleEvent.class::isInstance);
            });

            assertThat(changedFeeds()).containsExactly(NEWS, REPORTS);
        }

        @Test
        void whenTheChangeIsStoredAndOthersCanSeeIt() throws Exception {
            opened(NEWS);
            var seen = new LinkedBlockingQueue<Integer>();
            try (var _ = store.onFeedChanged(() -> Thread.ofVirtual()
                    .start(() -> seen.add(select(NEWS).entries().size())))) {
                publish(article("a"));
            }

            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
        }

        @Test
        void notOfWhatWasUndone() {
            assertThatThrownBy(() -> store.transact(() -> {
                        publish(article("a"));
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");

            assertThat(store.told()).noneMatch(FeedChanged.class::isInstance);
            publish(article("b"));
            assertThat(changedFeeds()).containsExactly(NEWS);
        }

        @Test
        void ofDefinitionOpeningAndEnd() {
            lifecycle.define(NEWS, titled("News"));
            assertThat(store.told()).isEmpty();

            lifecycle.open(NEWS);
            lifecycle.define(NEWS, titled("Other news"));
            lifecycle.retire(NEWS);
            assertThat(store.told()).hasSize(3).containsOnly(new FeedChanged(NEWS, Set.of()));

            lifecycle.retire(NEWS);
            lifecycle.open(NEWS);
            assertThat(store.told()).isEmpty();
        }

        @Test
        void ofTheScheduleButNotOfDrafts() {
            publish(article("a").asDraft());
            assertThat(store.told()).isEmpty();

            publish(article("b").published("2027-01-01T00:00:00Z"));
            assertThat(changedFeeds()).containsExactly(NEWS);
        }

        @Test
        void doesNotMakeAStoredChangeFailWhereAListenerFails() throws Exception {
            try (var _ = store.onFeedChanged(() -> {
                throw new IllegalStateException("a listener that fails on purpose");
            })) {
                publish(article("a"));
            }

            assertThat(timeline.count(LogicalFeed.of(NEWS))).isOne();
        }
    }

    @Nested
    class TheFeedOfAllArticles {
        @Test
        void hasThoseOfEveryFeedWhateverItsPublisherSaysOfIt() {
            opened(NEWS);
            opened(REPORTS);
            publish(article("a"));
            lifecycle.openAll();
            publish(article("b").in("reports").published("2026-06-01T09:00:00Z"));
            assertThat(titles(Feed.ALL)).containsExactly("About b", "About a");

            lifecycle.define(Feed.ALL, titled("Everything"));

            assertThat(titles(Feed.ALL)).containsExactly("About b", "About a");
            assertThat(select(Feed.ALL).title()).isEqualTo("Everything");
            assertThat(select(Feed.ALL).entries().getFirst().source())
                    .extracting(Feed::name)
                    .isEqualTo(REPORTS);
        }

        @Test
        void losesThoseOfAFeedThatEnds() {
            opened(NEWS);
            opened(REPORTS);
            lifecycle.openAll();
            publish(article("a"));
            publish(article("b").in("reports"));

            lifecycle.retire(REPORTS);
            assertThat(titles(Feed.ALL)).containsExactly("About a");

            lifecycle.define(REPORTS, titled("Reports"));
            assertThat(titles(Feed.ALL)).containsExactlyInAnyOrder("About a", "About b");
        }

        @Test
        void isNoFeedAmongTheOthers() {
            opened(NEWS);
            lifecycle.openAll();

            assertThat(feeds.all()).extracting(Feed::name).containsExactly(NEWS);
            assertThat(feeds.newest(10, 0)).hasSize(1);
        }
    }

    @Nested
    class Window {
        @Test
        void ofADeletionLeavesThePlaceEmpty() {
            lifecycle.define(NEWS, withWindow(3));
            for (int day = 1; day <= 5; day++) {
                publish(article("day-" + day).published("2026-05-0" + day + "T00:00:00Z"));
            }
            lifecycle.open(NEWS);
            publishing.withdraw(select(NEWS).entries().get(1).id());

            assertThat(titles(NEWS)).containsExactly("About day-5", "About day-3");
        }

        @Test
        void holdsOfArticlesWithTheSameDateTheLastByTheirIds() {
            lifecycle.define(NEWS, withWindow(2));
            for (String slug : List.of("b", "c", "a")) {
                publish(article(slug).published("2026-05-01T00:00:00Z"));
            }
            lifecycle.open(NEWS);

            assertThat(titles(NEWS)).containsExactly("About b", "About c");
        }

        @Test
        void showsALateArticleNowThoughItsDateIsOld() {
            lifecycle.define(NEWS, withWindow(2));
            publish(article("1").published("2026-05-01T00:00:00Z"));
            assertThat(timeline.horizon(NEWS)).as("while the feed is not open").isEqualTo(Horizon.NONE);
            publish(article("2").published("2026-05-02T00:00:00Z"));
            lifecycle.open(NEWS);

            assertThat(timeline.horizon(NEWS).passed()).isEqualTo("2026-05-01T00:00:00Z");
            publish(article("late").published("2026-04-01T00:00:00Z"));

            assertThat(titles(NEWS)).containsExactly("About late", "About 2");
            assertThat(select(NEWS).entries().getFirst().published()).isEqualTo("2026-04-01T00:00:00Z");
        }

        @Test
        void letsAnArticleIntoAFeedThatIsNotFull() {
            opened(NEWS);
            publish(article("1").published("2026-05-01T00:00:00Z"));
            publish(article("2").published("2026-04-01T00:00:00Z"));

            assertThat(titles(NEWS)).containsExactly("About 1", "About 2");
        }
    }

    @Test
    void ofAFreshStoreAreAsTheyWere() {
        var grown = grow(List.of("c", "a", "d", "b"));
        store.jdbc().sql("delete from place").update();
        store.jdbc().sql("delete from mark").update();
        store.jdbc().sql("delete from article").update();
        store.jdbc().sql("delete from feed").update();
        clock.advance(Duration.ofDays(100));

        assertThat(grow(List.of("a", "b", "c", "d"))).isEqualTo(grown);
    }

    private List<Object> grow(List<String> slugs) {
        lifecycle.define(NEWS, withWindow(3));
        slugs.forEach(slug -> publish(article(slug)));
        publish(article("draft").asDraft());
        lifecycle.open(NEWS);
        var selection = select(NEWS);
        return List.of(selection.feed(), selection.entries(), selection.updated(), selection.modified());
    }

    @Test
    void sayWhenTheNextArticleJoins() {
        opened(NEWS);
        publish(article("a").published("2026-06-03T00:00:00Z"));
        publish(article("b").published("2026-06-02T00:00:00Z"));

        assertThat(select(NEWS).next()).isEqualTo("2026-06-02T00:00:00Z");
        clock.set(Instant.parse("2026-06-02T00:00:00Z"));
        assertThat(select(NEWS).next()).isEqualTo("2026-06-03T00:00:00Z");
        assertThat(titles(NEWS)).containsExactly("About b");
    }

    @Test
    void sayNothingOfAnArticleThatWasScheduledAndIsWithdrawn() {
        opened(NEWS);
        var soon = publish(article("soon").published("2026-06-02T00:00:00Z"));
        publish(article("later").published("2026-06-03T00:00:00Z"));
        assertThat(select(NEWS).next()).isEqualTo("2026-06-02T00:00:00Z");

        publishing.withdraw(soon.id());

        assertThat(select(NEWS).next()).isEqualTo("2026-06-03T00:00:00Z");
        clock.set(Instant.parse("2026-06-02T00:00:00.500Z"));
        assertThat(titles(NEWS)).isEmpty();
        assertThat(store.search()
                        .select(
                                feeds.find(NEWS).orElseThrow(),
                                LogicalFeed.of(NEWS),
                                Query.parse(List.of(), List.of(), "soon", null))
                        .orElseThrow()
                        .entries())
                .isEmpty();
    }

    @Test
    void hasManyNewArticlesWhereEachWouldBeByItself() {
        for (var name : List.of(NEWS, REPORTS)) {
            opened(name);
            IntStream.range(0, 25)
                    .forEach(i -> publish(article("known-" + i).in(name.value()).about("A")));
        }
        lifecycle.openAll();
        clock.advance(Duration.ofHours(1));
        var dates = List.of("2026-06-01T12:30:00Z", "2020-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
        var many = IntStream.range(0, dates.size())
                .mapToObj(i ->
                        article("new-" + i).published(dates.get(i)).about("A").by("B"))
                .toList();

        publishing.publishAll(many.stream().map(Manuscripts::done).toList());
        store.transact(() -> many.forEach(one -> publish(one.in("reports"))));

        assertThat(places("news")).hasSize(3 * 25 + 9).isEqualTo(places("reports"));
        assertThat(titles(NEWS)).isEqualTo(titles(REPORTS)).contains("About new-0");
    }

    /** Where articles of a feed have places, by what tells them within their feed. */
    private List<String> places(String feed) {
        return store.jdbc()
                .sql("""
                        select replace(strand, :feed, '') || ' ' || appeared || ' ' || replace(article, :feed, '') || ' '
                          || modified
                        from place where article in (select id from article where feed = :feed) and strand <> 'all'
                        order by 1
                        """)
                .param("feed", feed)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<FeedName> changedFeeds() {
        return store.told().stream()
                .filter(FeedChanged.class::isInstance)
                .map(told -> ((FeedChanged) told).feed())
                .toList();
    }
}
