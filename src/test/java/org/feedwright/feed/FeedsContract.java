package org.feedwright.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.feedwright.testing.Definitions.retired;
import static org.feedwright.testing.Definitions.titled;
import static org.feedwright.testing.Definitions.withWindow;
import static org.feedwright.testing.Manuscripts.article;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.Store;
import org.feedwright.testing.StoreContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What feeds promise, whichever database keeps them. */
abstract class FeedsContract extends StoreContract {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName REPORTS = new FeedName("reports");

    @Nested
    class Life {
        @Test
        void beginsWhenItsFirstArticlesAreStored() {
            feeds.define(NEWS, titled("News"));
            assertThat(feeds.find(NEWS)).isEmpty();
            assertThat(feeds.all()).isEmpty();

            feeds.open(NEWS);
            assertThat(feeds.find(NEWS)).map(Feed::definition).hasValue(titled("News"));
            assertThat(feeds.all()).extracting(Feed::name).containsExactly(NEWS);
        }

        @Test
        void goesOnUnderTheSameIdWhenItIsDefinedAnew() {
            opened(NEWS);
            var id = feed(NEWS).id();
            feeds.define(NEWS, titled("Other news"));

            assertThat(feed(NEWS).id()).isEqualTo(id).startsWith("urn:uuid:");
            assertThat(feed(NEWS).definition().title()).isEqualTo("Other news");
        }

        @Test
        void endsAndBeginsAgain() {
            opened(NEWS);
            feeds.retire(NEWS);
            assertThat(feed(NEWS).isRetired()).isTrue();
            assertThat(feeds.all()).isEmpty();

            feeds.define(NEWS, titled("News"));
            assertThat(feed(NEWS).isRetired()).isFalse();
            assertThat(feeds.all()).hasSize(1);
        }

        @Test
        void endsByItsDefinitionOnce() {
            feeds.define(NEWS, retired());
            feeds.open(NEWS);
            assertThat(feed(NEWS).isRetired()).isTrue();
            var before = feed(NEWS);
            store.told();

            clock.advance(Duration.ofDays(1));
            feeds.define(NEWS, retired());
            feeds.retire(NEWS);
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
            feeds.define(NEWS, titled("News"));
            assertThat(store.told()).isEmpty();

            feeds.open(NEWS);
            feeds.define(NEWS, titled("Other news"));
            feeds.retire(NEWS);
            assertThat(store.told()).hasSize(3).containsOnly(new FeedChanged(NEWS, Set.of()));

            feeds.retire(NEWS);
            feeds.open(NEWS);
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

            assertThat(feeds.count(Strand.of(NEWS))).isOne();
        }
    }

    @Nested
    class Modified {
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
                    () -> articles.withdraw(id),
                    () -> feeds.define(NEWS, titled("Other news")))) {
                clock.advance(Duration.ofMillis(1300));
                change.run();
                times.add(modified(NEWS));
            }

            assertThat(times).isSorted().doesNotHaveDuplicates().allMatch(FeedsContract::isWholeSecond);
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
            articles.withdraw(draft);

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
        @Test
        void tellsEveryTwoStatesThatAReaderMetApart() {
            long seed = new SecureRandom().nextLong();
            System.out.println("seed " + seed);
            RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
            feeds.define(NEWS, withWindow(3));
            feeds.open(NEWS);
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
                    assertThat(met.modified())
                            .as("seed %d, step %d", seed, step)
                            .isAfter(said);
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
                    .published(clock.instant()
                            .plusMillis(random.nextInt(-3000, 3000))
                            .toString());
            switch (random.nextInt(5)) {
                case 0, 1 -> ids.add(publish(manuscript).id());
                case 2 -> ids.add(publish(manuscript.asDraft()).id());
                case 3 -> anyOf(random, ids).ifPresent(id -> revise(id, manuscript));
                default -> anyOf(random, ids).ifPresent(articles::withdraw);
            }
        }

        private Optional<ArticleId> anyOf(RandomGenerator random, List<ArticleId> ids) {
            return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
        }
    }

    @Nested
    class TheFeedOfAllArticles {
        @Test
        void hasThoseOfEveryFeedWhateverItsPublisherSaysOfIt() {
            opened(NEWS);
            opened(REPORTS);
            publish(article("a"));
            feeds.openAll();
            publish(article("b").in("reports").published("2026-06-01T09:00:00Z"));
            assertThat(titles(Feed.ALL)).containsExactly("About b", "About a");

            feeds.define(Feed.ALL, titled("Everything"));

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
            feeds.openAll();
            publish(article("a"));
            publish(article("b").in("reports"));

            feeds.retire(REPORTS);
            assertThat(titles(Feed.ALL)).containsExactly("About a");

            feeds.define(REPORTS, titled("Reports"));
            assertThat(titles(Feed.ALL)).containsExactlyInAnyOrder("About a", "About b");
        }

        @Test
        void isNoFeedAmongTheOthers() {
            opened(NEWS);
            feeds.openAll();

            assertThat(feeds.all()).extracting(Feed::name).containsExactly(NEWS);
            assertThat(feeds.newest(10, 0)).hasSize(1);
        }
    }

    @Nested
    class Window {
        @Test
        void ofADeletionLeavesThePlaceEmpty() {
            feeds.define(NEWS, withWindow(3));
            for (int day = 1; day <= 5; day++) {
                publish(article("day-" + day).published("2026-05-0" + day + "T00:00:00Z"));
            }
            feeds.open(NEWS);
            articles.withdraw(select(NEWS).entries().get(1).id());

            assertThat(titles(NEWS)).containsExactly("About day-5", "About day-3");
        }

        @Test
        void showsALateArticleNowThoughItsDateIsOld() {
            feeds.define(NEWS, withWindow(2));
            publish(article("1").published("2026-05-01T00:00:00Z"));
            assertThat(feeds.horizon(NEWS)).as("while the feed is not open").isEqualTo(Instant.MIN);
            publish(article("2").published("2026-05-02T00:00:00Z"));
            feeds.open(NEWS);

            assertThat(feeds.horizon(NEWS)).isEqualTo("2026-05-01T00:00:00Z");
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

    @Nested
    class ManyAtOnce {
        @Test
        void doNotLetAReaderWaitForAnOpenTransaction() {
            opened(NEWS);
            publish(article("a"));
            store.transact(() -> {
                publish(article("b"));
                var read = CompletableFuture.supplyAsync(() -> titles(NEWS));

                assertThat(read).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(List.of("About a"));
            });

            assertThat(titles(NEWS)).containsExactly("About a", "About b");
        }

        @Test
        void selectOneStateAndNeverAMixture() {
            opened(NEWS);
            var first = publish(article("a").titled("0")).id();
            var second = publish(article("b").titled("0")).id();
            feeds.define(NEWS, titled("0"));

            var writing = CompletableFuture.runAsync(() -> {
                for (int i = 1; i <= 100; i++) {
                    String title = Integer.toString(i);
                    store.transact(() -> {
                        revise(first, article("a").titled(title));
                        feeds.define(NEWS, titled(title));
                        revise(second, article("b").titled(title));
                    });
                }
            });
            int last = 0;
            do {
                var selection = select(NEWS);
                assertThat(selection.entries())
                        .hasSize(2)
                        .extracting(Entry::title)
                        .containsOnly(selection.feed().definition().title());
                int state = Integer.parseInt(selection.feed().definition().title());
                assertThat(state).isGreaterThanOrEqualTo(last);
                last = state;
            } while (!writing.isDone());
            writing.join();
        }

        @Test
        void letEightWritersPublishAtOnce() {
            opened(NEWS);
            opened(REPORTS);
            try (var writers = Executors.newFixedThreadPool(8)) {
                var all = IntStream.range(0, 8)
                        .mapToObj(writer -> CompletableFuture.runAsync(
                                () -> {
                                    for (int i = 0; i < 25; i++) {
                                        String slug = writer + "-" + i;
                                        var id = publish(article(slug).in(i % 2 == 0 ? "news" : "reports"))
                                                .id();
                                        revise(id, article(slug).in("news"));
                                    }
                                },
                                writers))
                        .toArray(CompletableFuture[]::new);
                CompletableFuture.allOf(all).join();
            }

            clock.advance(Duration.ofSeconds(1)); // those that came at once appear one after another
            assertThat(feeds.count(Strand.of(NEWS))).isEqualTo(200);
        }

        @Test
        void loseNoneOfTwoChangesToOneArticle() {
            var id = publish(article("a")).id();
            store.told();
            try (var writers = Executors.newFixedThreadPool(4)) {
                var all = IntStream.range(0, 40)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> revise(id, article("a").titled("Title " + i)), writers))
                        .toArray(CompletableFuture[]::new);
                CompletableFuture.allOf(all).join();
            }

            assertThat(store.told().stream().filter(ArticleEvent.class::isInstance))
                    .as("each met a state that the one before had left")
                    .hasSize(40);
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
        feeds.define(NEWS, withWindow(3));
        slugs.forEach(slug -> publish(article(slug)));
        publish(article("draft").asDraft());
        feeds.open(NEWS);
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
    void hasManyNewArticlesWhereEachWouldBeByItself() {
        for (var name : List.of(NEWS, REPORTS)) {
            opened(name);
            IntStream.range(0, 25)
                    .forEach(i -> publish(article("known-" + i).in(name.value()).about("A")));
        }
        feeds.openAll();
        clock.advance(Duration.ofHours(1));
        var dates = List.of("2026-06-01T12:30:00Z", "2020-01-01T00:00:00Z", "2026-07-01T00:00:00Z");
        var many = IntStream.range(0, dates.size())
                .mapToObj(i ->
                        article("new-" + i).published(dates.get(i)).about("A").by("B"))
                .toList();

        articles.publishAll(many.stream().map(Manuscripts::done).toList(), feeds.horizon(NEWS));
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

    private void opened(FeedName name) {
        feeds.define(name, titled("News"));
        feeds.open(name);
    }

    private Feed feed(FeedName name) {
        return feeds.find(name).orElseThrow();
    }

    private List<FeedName> changedFeeds() {
        return store.told().stream()
                .filter(FeedChanged.class::isInstance)
                .map(told -> ((FeedChanged) told).feed())
                .toList();
    }

    private Selection select(FeedName name) {
        return feeds.select(feed(name));
    }

    private Instant modified(FeedName name) {
        return select(name).modified();
    }

    private List<String> titles(FeedName name) {
        return select(name).entries().stream().map(Entry::title).toList();
    }

    private Article publish(Manuscripts manuscript) {
        return articles.publish(manuscript.done(), feeds.horizon(new FeedName(manuscript.feed())));
    }

    private void revise(ArticleId id, Manuscripts manuscript) {
        articles.revise(id, manuscript.done(), feeds.horizon(new FeedName(manuscript.feed())));
    }

    private static boolean isWholeSecond(Instant time) {
        return time.getNano() == 0;
    }
}
