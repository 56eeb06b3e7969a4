package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.withWindow;
import static org.feedwright.testing.Manuscripts.article;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever follows the archives of a feed, while anything happens to its articles, finds each of them once and
 * complete archives as they were, but for what was changed in them.
 */
class WalkTest {
    private static final int HISTORIES = 2_000;

    @TempDir
    static Path directory;

    private static Store store;

    @BeforeAll
    static void open() {
        // What these histories show does not depend on the disk.
        store = Store.sqlite(
                directory,
                "--spring.datasource.url=jdbc:sqlite:" + directory + "/walk.db?journal_mode=WAL&synchronous=OFF");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void findsEveryArticleOnceAndCompleteArchivesAsTheyWere() {
        long seed = RandomGenerator.getDefault().nextLong();
        var random = (RandomGenerator.SplittableGenerator)
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < HISTORIES; i++) {
            new History(i, random.split(), "history " + i + " of the seed " + seed).happen();
        }
    }

    /** What an archive document says, as far as readers compare it. */
    private record Shown(boolean isComplete, Map<ArticleId, String> entries) {}

    private static final class History {
        private final FeedName name;
        private final RandomGenerator random;
        private final String seeded;
        private final int window;
        private final Map<ArticleId, Manuscripts> live = new TreeMap<>();
        private final Map<ArticleId, Manuscripts> gone = new TreeMap<>();
        private final Set<ArticleId> touched = new HashSet<>();
        private final Set<ArticleId> corrected = new HashSet<>();
        private final Map<LogicalFeed, Map<Integer, Shown>> before = new HashMap<>();
        private int articles;

        History(int number, RandomGenerator random, String seeded) {
            this.name = new FeedName("walk-" + number);
            this.random = random;
            this.seeded = seeded;
            this.window = random.nextInt(1, 26);
        }

        void happen() {
            store.clock().set(Store.START);
            store.lifecycle().define(name, withWindow(window));
            if (random.nextBoolean()) {
                store.transact(() -> publish(random.nextInt(1, 50)));
            }
            store.lifecycle().open(name);
            int steps = random.nextInt(1, 8);
            for (int step = 0; step < steps; step++) {
                touched.clear();
                corrected.clear();
                store.clock().advance(Duration.ofMillis(random.nextLong(1, 3_600_000)));
                store.transact(this::happenOnce);
                check(LogicalFeed.of(name));
                check(LogicalFeed.of(name, new Category("C#")));
            }
        }

        private void happenOnce() {
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> publish(random.nextInt(1, 30));
                case 3 ->
                    anyOf(live).forEach(id -> {
                        corrected.add(id);
                        revise(
                                id,
                                Objects.requireNonNull(live.get(id))
                                        .saying("Said at " + store.clock().instant()));
                    });
                case 4 ->
                    anyOf(live)
                            .forEach(id -> revise(
                                    id,
                                    Objects.requireNonNull(live.get(id)).disclaiming("No advice " + random.nextInt())));
                case 5 -> anyOf(live).forEach(id -> revise(id, turned(Objects.requireNonNull(live.get(id)))));
                case 6 -> anyOf(live).forEach(this::withdraw);
                case 7 ->
                    anyOf(gone).forEach(id -> {
                        var manuscript = Objects.requireNonNull(gone.remove(id));
                        revise(id, manuscript);
                    });
                default ->
                    anyOf(live)
                            .forEach(id -> revise(
                                    id, Objects.requireNonNull(live.get(id)).published(time().toString())));
            }
        }

        private void publish(int count) {
            for (int i = 0; i < count; i++) {
                var manuscript = article("a" + articles++).in(name.value()).published(time().toString());
                if (random.nextInt(3) == 0) {
                    manuscript = manuscript.about("C#");
                }
                var id = store.publishing()
                        .publish(manuscript.done())
                        .id();
                live.put(id, manuscript);
                touched.add(id);
            }
        }

        /** Mostly now; also long ago, on the same day as others, and soon. */
        private Instant time() {
            var now = store.clock().instant();
            return switch (random.nextInt(6)) {
                case 0 -> now.minus(Duration.ofDays(random.nextInt(1000)));
                case 1 -> now.truncatedTo(ChronoUnit.DAYS);
                case 2 -> now.plus(Duration.ofMinutes(random.nextInt(1, 120)));
                default -> now.minusSeconds(random.nextInt(60));
            };
        }

        private void revise(ArticleId id, Manuscripts manuscript) {
            store.publishing().revise(id, manuscript.done());
            live.put(id, manuscript);
            touched.add(id);
        }

        private void withdraw(ArticleId id) {
            store.publishing().withdraw(id);
            gone.put(id, Objects.requireNonNull(live.remove(id)));
            touched.add(id);
        }

        private Manuscripts turned(Manuscripts manuscript) {
            return manuscript.categories().isEmpty()
                    ? manuscript.about("c#")
                    : article(manuscript.slug())
                            .in(name.value())
                            .published(manuscript.published())
                            .saying(manuscript.body());
        }

        private List<ArticleId> anyOf(Map<ArticleId, ?> articles) {
            var ids = new ArrayList<>(articles.keySet());
            return ids.isEmpty() ? List.of() : List.of(ids.get(random.nextInt(ids.size())));
        }

        private void check(LogicalFeed strand) {
            var selections = store.selections();
            var feed = store.feeds().find(name).orElseThrow();
            var found = selections.select(feed, strand);
            var expected = visible(strand);
            if (found.isEmpty()) {
                assertThat(expected).as(seeded).isEmpty();
                return;
            }
            var current = found.get();
            var archives = new TreeMap<Integer, Shown>();
            var times = new HashMap<ArticleId, Integer>();
            var archived = new HashSet<ArticleId>();
            for (int number = current.history().previous(); number > 0; number--) {
                var archive = selections.archive(feed, strand, number).orElseThrow();
                assertThat(archive.history().previous()).as(seeded).isEqualTo(number - 1);
                assertThat(archive.entries())
                        .as(seeded)
                        .hasSizeLessThanOrEqualTo(org.feedwright.timeline.ArchivePosition.PLACES);
                archives.put(number, shown(archive));
                archive.entries().forEach(entry -> {
                    assertThat(archived.add(entry.id()))
                            .as("%s: %s is in one archive", seeded, entry.id())
                            .isTrue();
                });
            }
            archived.forEach(id -> times.merge(id, 1, Integer::sum));
            current.entries().stream()
                    .filter(entry -> !archived.contains(entry.id()))
                    .forEach(entry -> times.merge(entry.id(), 1, Integer::sum));
            assertThat(times.keySet())
                    .as("%s: what a walk through %s finds", seeded, strand)
                    .isEqualTo(expected);
            assertThat(times.values()).as(seeded).containsOnly(expected.isEmpty() ? new Integer[0] : new Integer[] {1});
            assertThat(current.entries()).as(seeded).hasSizeLessThanOrEqualTo(2 * window);
            var shownNow = current.entries().stream().map(Entry::id).collect(Collectors.toSet());
            assertThat(shownNow)
                    .as("%s: corrections are shown", seeded)
                    .containsAll(corrected.stream().filter(expected::contains).toList());
            before.getOrDefault(strand, Map.of()).forEach((number, was) -> {
                if (was.isComplete()) {
                    var is = archives.containsKey(number)
                            ? archives.get(number)
                            : shown(selections.archive(feed, strand, number).orElseThrow());
                    assertThat(is.isComplete()).as(seeded).isTrue();
                    assertThat(without(is, touched))
                            .as("%s: archive %s of %s", seeded, number, strand)
                            .isEqualTo(without(was, touched));
                }
            });
            before.put(strand, archives);
        }

        private Set<ArticleId> visible(LogicalFeed strand) {
            var now = store.clock().instant();
            return live.entrySet().stream()
                    .filter(each -> strand.facet() == null
                            || !each.getValue().categories().isEmpty())
                    .map(Map.Entry::getKey)
                    .filter(id -> store.articles().find(id).orElseThrow().isVisible(now))
                    .collect(Collectors.toSet());
        }

        private static Shown shown(Selection archive) {
            return new Shown(
                    archive.history().isComplete(),
                    archive.entries().stream().collect(Collectors.toMap(Entry::id, Entry::toString)));
        }

        private static Map<ArticleId, String> without(Shown shown, Set<ArticleId> touched) {
            var entries = new HashMap<>(shown.entries());
            entries.keySet().removeAll(touched);
            return entries;
        }
    }
}
