package org.feedwright.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.feedwright.testing.Definitions.withWindow;
import static org.feedwright.testing.Manuscripts.article;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Category;
import org.feedwright.article.FeedName;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.testing.Manuscripts;
import org.feedwright.testing.Store;

/**
 * A feed whose articles change, and a reader who follows its archives and those of a category. What this reader must
 * find is computed from what the author wrote, not from what is stored.
 */
final class FollowedFeed {
    /** How many places an archive document has. */
    private static final int PLACES = 20;

    private static final String CATEGORY = "C#";

    private final Store store;
    private final FeedName name;
    private final int window;
    private final Map<ArticleId, Written> written = new LinkedHashMap<>();
    private final Set<ArticleId> touched = new HashSet<>();
    private final Set<ArticleId> corrected = new HashSet<>();
    private final Map<LogicalFeed, Map<Integer, Shown>> before = new HashMap<>();

    FollowedFeed(Store store, String name, int window) {
        this.store = store;
        this.name = new FeedName(name);
        this.window = window;
        store.clock().set(Store.START);
        store.lifecycle().define(this.name, withWindow(window));
    }

    /** What the author wants of an article. */
    private record Written(
            Manuscripts manuscript, Instant published, boolean isFiled, boolean isDraft, boolean isGone) {
        boolean isVisible(Instant now) {
            return !isDraft && !isGone && !published.isAfter(now);
        }

        Written with(UnaryOperator<Manuscripts> change) {
            return new Written(change.apply(manuscript), published, isFiled, isDraft, isGone);
        }

        Written dated(Instant time) {
            return new Written(manuscript.published(time.toString()), time, isFiled, isDraft, isGone);
        }

        Written filed(boolean filed) {
            return new Written(manuscript, published, filed, isDraft, isGone);
        }

        Written draft(boolean draft) {
            return new Written(manuscript, published, isFiled, draft, isGone);
        }

        Written gone(boolean gone) {
            return new Written(manuscript, published, isFiled, isDraft, gone);
        }

        Manuscripts done() {
            var filed = isFiled ? manuscript.about(CATEGORY) : manuscript;
            return isDraft ? filed.asDraft() : filed;
        }
    }

    /** The entries of an archive document, as far as readers compare them. */
    private record Shown(boolean isComplete, Map<ArticleId, String> entries) {}

    void open() {
        store.lifecycle().open(name);
    }

    Instant now() {
        return store.clock().instant();
    }

    /** In the order in which they were written. */
    List<ArticleId> live() {
        return ids(each -> !each.isGone());
    }

    List<ArticleId> gone() {
        return ids(Written::isGone);
    }

    private List<ArticleId> ids(Predicate<Written> wanted) {
        return written.entrySet().stream()
                .filter(each -> wanted.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    void transact(Runnable changes) {
        store.transact(changes);
    }

    /** After this time something happens; then the reader comes. */
    void after(Duration time, Runnable changes) {
        touched.clear();
        corrected.clear();
        store.clock().advance(time);
        transact(changes);
        follow(LogicalFeed.of(name));
        follow(LogicalFeed.of(name, new Category(CATEGORY)));
    }

    void publish(int count, Instant published) {
        for (int i = 0; i < count; i++) {
            publish(published, false);
        }
    }

    void publish(Instant published, boolean isFiled) {
        var manuscript = article("a" + written.size()).in(name.value()).published(published.toString());
        var state = new Written(manuscript, published, isFiled, false, false);
        var id = store.publishing().publish(state.done().done()).id();
        written.put(id, state);
        touched.add(id);
    }

    void correct(ArticleId id) {
        corrected.add(id);
        revise(id, was -> was.with(each -> each.saying("Said at " + now())));
    }

    void disclaim(ArticleId id, String disclaimer) {
        revise(id, was -> was.with(each -> each.disclaiming(disclaimer)));
    }

    void date(ArticleId id, Instant published) {
        revise(id, was -> was.dated(published));
    }

    void file(ArticleId id, boolean isFiled) {
        revise(id, was -> was.filed(isFiled));
    }

    void refile(ArticleId id) {
        revise(id, was -> was.filed(!was.isFiled()));
    }

    void draft(ArticleId id, boolean isDraft) {
        revise(id, was -> was.draft(isDraft));
    }

    void bringBack(ArticleId id) {
        revise(id, was -> was.gone(false));
    }

    private void revise(ArticleId id, UnaryOperator<Written> change) {
        var state = change.apply(Objects.requireNonNull(written.get(id)));
        store.publishing().revise(id, state.done().done());
        written.put(id, state);
        touched.add(id);
    }

    void withdraw(ArticleId id) {
        store.publishing().withdraw(id);
        written.computeIfPresent(id, (_, was) -> was.gone(true));
        touched.add(id);
    }

    private void follow(LogicalFeed feed) {
        var expected = visible(feed);
        var found = store.selections().select(store.feeds().find(name).orElseThrow(), feed);
        if (found.isEmpty()) {
            assertThat(expected).isEmpty();
            return;
        }
        var current = found.get().entries().stream().map(Entry::id).toList();
        assertThat(current).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(2 * window);
        assertThat(current)
                .as("what was corrected is shown again")
                .containsAll(corrected.stream().filter(expected::contains).toList());
        var archives = archives(feed, found.get());
        var all = new HashSet<>(current);
        archives.values().forEach(archive -> all.addAll(archive.entries().keySet()));
        assertThat(all).as("all that a walk through %s finds", feed).isEqualTo(expected);
        compare(feed, archives);
        before.put(feed, archives);
    }

    /** All archive documents, from the newest to the oldest; no article is in two of them. */
    private Map<Integer, Shown> archives(LogicalFeed feed, Selection current) {
        var archives = new TreeMap<Integer, Shown>();
        var met = new HashSet<ArticleId>();
        for (int number = current.history().previous(); number > 0; number--) {
            var archive = archive(feed, number);
            assertThat(archive.history().previous()).isEqualTo(number - 1);
            assertThat(archive.entries()).hasSizeLessThanOrEqualTo(PLACES);
            archive.entries()
                    .forEach(entry -> assertThat(met.add(entry.id()))
                            .as("%s is in one archive document", entry.id())
                            .isTrue());
            archives.put(number, shown(archive));
        }
        return archives;
    }

    /** What was complete still is, and shows the same but for what has changed since. */
    private void compare(LogicalFeed feed, Map<Integer, Shown> archives) {
        before.getOrDefault(feed, Map.of()).forEach((number, was) -> {
            if (was.isComplete()) {
                var is = archives.containsKey(number)
                        ? Objects.requireNonNull(archives.get(number))
                        : shown(archive(feed, number));
                assertThat(is.isComplete()).isTrue();
                assertThat(unchanged(is))
                        .as("archive document %s of %s", number, feed)
                        .isEqualTo(unchanged(was));
            }
        });
    }

    private Selection archive(LogicalFeed feed, int number) {
        return store.selections()
                .archive(store.feeds().find(name).orElseThrow(), feed, number)
                .orElseThrow();
    }

    private Set<ArticleId> visible(LogicalFeed feed) {
        return Set.copyOf(ids(each -> each.isVisible(now()) && (feed.facet() == null || each.isFiled())));
    }

    private static Shown shown(Selection archive) {
        return new Shown(
                archive.history().isComplete(),
                archive.entries().stream().collect(Collectors.toMap(Entry::id, Entry::toString)));
    }

    private Map<ArticleId, String> unchanged(Shown shown) {
        var entries = new HashMap<>(shown.entries());
        entries.keySet().removeAll(touched);
        return entries;
    }
}
