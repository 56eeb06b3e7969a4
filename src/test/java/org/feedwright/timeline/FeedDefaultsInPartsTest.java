package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.selecting;
import static org.feedwright.testing.Definitions.written;
import static org.feedwright.testing.Manuscripts.article;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedChanged;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.feed.Selector;
import org.feedwright.search.Query;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a feed that has more articles than its definition can follow at once. */
class FeedDefaultsInPartsTest {
    private static final FeedName NEWS = new FeedName("news");
    private static final FeedName BY_BOB = new FeedName("by-bob");
    private static final int ARTICLES = 1_203;

    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void publishManyArticles() {
        store = Store.sqlite(directory);
        define("Ann");
        store.lifecycle().open(NEWS);
        store.transact(() -> {
            for (int i = 0; i < ARTICLES; i++) {
                publish("a" + i, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i));
            }
        });
        store.lifecycle()
                .define(BY_BOB, selecting(new Selector(List.of(), List.of(), List.of("bob"), List.of(), null)));
        store.lifecycle().open(BY_BOB);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void goesOnAfterTheProgramEndedInTheMiddle() {
        define("Bob");
        assertThat(count("Ann")).isPositive();
        store.close();

        store = Store.sqlite(directory);
        finish();

        assertThat(count("Ann")).isZero();
        assertThat(count("Bob")).isEqualTo(ARTICLES);
        assertThat(store.timeline().count(LogicalFeed.of(BY_BOB))).isEqualTo(ARTICLES);
        assertThat(found("ann")).isEmpty();
        assertThat(found("bob")).isNotEmpty();
    }

    @Test
    void doesNothingMoreOnceAllIsDone() {
        define("Bob");
        finish();
        store.told();

        assertThat(store.lifecycle().handOn()).isFalse();
        assertThat(store.told()).isEmpty();
    }

    @Test
    void followsWhatIsSaidInTheMiddle() {
        define("Bob");
        define("Cid");
        store.lifecycle().handOn();
        define("Dee");
        finish();

        assertThat(count("Ann") + count("Bob") + count("Cid")).isZero();
        assertThat(count("Dee")).isEqualTo(ARTICLES);
        assertThat(store.timeline().count(LogicalFeed.of(BY_BOB))).isZero();
    }

    @Test
    void followsTheFeedToAnotherName() {
        define("Bob");
        var other = new FeedName("other");
        store.lifecycle().rename(NEWS, other);
        finish();

        assertThat(store.timeline().count(LogicalFeed.of(other, Person.named("Bob"))))
                .isEqualTo(ARTICLES);
        assertThat(store.timeline().count(LogicalFeed.of(BY_BOB))).isEqualTo(ARTICLES);
    }

    @Test
    void changesNoCompleteArchiveAndLosesNothingThatIsPublishedMeanwhile() {
        define("Bob");
        var known = new TreeMap<Integer, List<ArticleId>>();
        int more = 0;
        do {
            for (int i = 0; i < 7; i++) {
                later();
                publish("more-" + more++, store.clock().instant());
            }
            for (var archive : archives(BY_BOB).entrySet()) {
                assertThat(known.getOrDefault(archive.getKey(), archive.getValue()))
                        .isEqualTo(archive.getValue());
            }
            known.putAll(archives(BY_BOB));
            later();
        } while (store.lifecycle().handOn());

        for (var logicalFeed : List.of(LogicalFeed.of(BY_BOB), LogicalFeed.of(NEWS, Person.named("Bob")))) {
            var all = new ArrayList<ArticleId>();
            select(logicalFeed).entries().stream().map(Entry::id).forEach(all::add);
            for (int number = 1; archive(logicalFeed, number).isPresent(); number++) {
                archive(logicalFeed, number).orElseThrow().entries().stream()
                        .map(Entry::id)
                        .forEach(all::add);
            }
            assertThat(all).doesNotHaveDuplicates().hasSize(ARTICLES + more);
        }
    }

    @Test
    void tellsWithEachPartWhatHasChanged() {
        define("Bob");
        store.told();

        store.lifecycle().handOn();

        assertThat(store.told())
                .contains(new FeedChanged(BY_BOB, Set.of(LogicalFeed.of(BY_BOB))))
                .contains(new FeedChanged(
                        NEWS,
                        new HashSet<>(List.of(
                                LogicalFeed.of(NEWS, Person.named("Ann")),
                                LogicalFeed.of(NEWS, Person.named("Bob"))))));
    }

    private SortedMap<Integer, List<ArticleId>> archives(FeedName feed) {
        var complete = new TreeMap<Integer, List<ArticleId>>();
        for (int number = 1; ; number++) {
            var archive = archive(LogicalFeed.of(feed), number)
                    .filter(each -> each.history().isComplete());
            if (archive.isEmpty()) {
                return complete;
            }
            complete.put(number, archive.get().entries().stream().map(Entry::id).toList());
        }
    }

    private Optional<Selection> archive(LogicalFeed logicalFeed, int number) {
        return store.selections().archive(feed(logicalFeed.feed()), logicalFeed, number);
    }

    private Selection select(LogicalFeed logicalFeed) {
        return store.selections().select(feed(logicalFeed.feed()), logicalFeed).orElseThrow();
    }

    private Feed feed(FeedName name) {
        return store.feeds().find(name).orElseThrow();
    }

    private void define(String author) {
        later();
        store.lifecycle().define(NEWS, written(author, "en"));
    }

    private void publish(String name, Instant published) {
        store.publishing().publish(article(name).published(published.toString()).done());
    }

    private void finish() {
        while (store.lifecycle().handOn()) {
            later();
        }
    }

    private void later() {
        store.clock().advance(Duration.ofMinutes(1));
    }

    private int count(String author) {
        return store.timeline().count(LogicalFeed.of(NEWS, Person.named(author)));
    }

    private List<Entry> found(String words) {
        var query = Query.parse(List.of(), List.of(), words, null);
        return store.search()
                .select(feed(NEWS), LogicalFeed.of(NEWS), query)
                .orElseThrow()
                .entries();
    }
}
