package org.feedwright.entry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.feed.Facet;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.Place;
import org.feedwright.timeline.Timeline;
import org.feedwright.timeline.Timeline.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the selection of each document of a logical feed: the articles in its places, as the feed shows them. */
@Component
public class Selections {
    /**
     * The {@code updated} of a feed without articles. Atom demands a date, nothing has happened that could give one,
     * and it must be the same in every store; readers take a date of 1970 for a mistake.
     */
    public static final Instant WITHOUT_ARTICLES = Instant.parse("2026-01-01T00:00:00Z");

    private final Feeds feeds;
    private final Timeline timeline;
    private final Articles articles;
    private final InstantSource clock;
    private final Transactions transactions;

    Selections(Feeds feeds, Timeline timeline, Articles articles, InstantSource clock, Transactions transactions) {
        this.feeds = feeds;
        this.timeline = timeline;
        this.articles = articles;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The newest entries of a whole feed: its subscription document. */
    public Selection select(Feed known) {
        return select(known, LogicalFeed.of(known.name())).orElseThrow();
    }

    /**
     * The newest entries of a logical feed: its subscription document, read in one state of the store.
     *
     * @return empty if the category or author has never had an article
     */
    public Optional<Selection> select(Feed known, LogicalFeed logicalFeed) {
        return select(known, logicalFeed, EntryCache.NONE);
    }

    /**
     * The newest entries of a logical feed, made with the entries that a cache remembers; these may be a moment old.
     *
     * @return empty if the category or author has never had an article
     */
    public Optional<Selection> select(Feed known, LogicalFeed logicalFeed, EntryCache recent) {
        return transactions.read(() -> {
            var now = clock.instant();
            var feed = recent.feed(known.name(), feeds::stored).orElse(known);
            return timeline.newest(logicalFeed, feed.definition().window(), now)
                    .map(shown -> selection(feed, logicalFeed, shown, now, recent));
        });
    }

    /**
     * The entries of an archive document of a logical feed.
     *
     * @param number from 1, the oldest
     * @return empty if there is no such archive
     */
    public Optional<Selection> archive(Feed known, LogicalFeed logicalFeed, int number) {
        return archive(known, logicalFeed, number, EntryCache.NONE);
    }

    /**
     * The entries of an archive document of a logical feed, made with the entries that a cache remembers; these may be
     * a moment old.
     *
     * @param number from 1, the oldest
     * @return empty if there is no such archive
     */
    public Optional<Selection> archive(Feed known, LogicalFeed logicalFeed, int number, EntryCache recent) {
        return transactions.read(() -> {
            var now = clock.instant();
            var feed = recent.feed(known.name(), feeds::stored).orElse(known);
            return timeline.archive(logicalFeed, feed.definition().window(), number, now)
                    .map(shown -> selection(feed, logicalFeed, shown, now, recent));
        });
    }

    private Selection selection(Feed feed, LogicalFeed logicalFeed, Shown shown, Instant now, EntryCache recent) {
        var places = shown.places();
        var found = recent.articles(places.stream().map(Place::article).toList(), articles::find).stream()
                .collect(Collectors.toMap(Article::id, Function.identity()));
        var sources = new EntriesByFeed(name -> recent.feed(name, feeds::stored), feed, feeds.addresses());
        var entries = latestFirst(places, found, now).stream()
                .map(article -> recent.entry(feed.name(), article, sources::entry))
                .toList();
        return new Selection(
                feed,
                logicalFeed,
                logicalFeed.facet() == null ? null : name(logicalFeed.facet(), entries),
                feeds.addresses(),
                shown.position(),
                entries,
                feed.definition().delivery().tombstones() ? tombstones(places, found, feed) : List.of(),
                found.isEmpty()
                        ? WITHOUT_ARTICLES
                        : latest(found.values().stream().map(Article::updated)),
                modified(feed, logicalFeed, shown, found.values(), now),
                shown.next(),
                null);
    }

    private static List<Tombstone> tombstones(List<Place> places, Map<ArticleId, Article> found, Feed feed) {
        return places.stream()
                .filter(Place::isEmpty)
                .map(place -> tombstone(place, found.get(place.article()), feed))
                .toList();
    }

    /**
     * The visible articles in these places, the latest first. Articles that came too late for their dates at the same
     * moment, as when a feed joins others, are in the order of their dates.
     */
    public static List<Article> latestFirst(List<Place> places, Map<ArticleId, Article> found, Instant now) {
        return places.stream()
                .filter(place -> !place.isEmpty() && found.containsKey(place.article()))
                .map(place -> Map.entry(place.latest(), Objects.requireNonNull(found.get(place.article()))))
                .filter(shown -> shown.getValue().isVisible(now))
                .sorted(Map.Entry.<Instant, Article>comparingByKey()
                        .thenComparing(shown -> shown.getValue().published())
                        .reversed()
                        .thenComparing(shown -> shown.getValue().id()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Tombstone tombstone(Place place, @Nullable Article article, Feed feed) {
        String statedId = article == null ? place.article().value() : Entries.statedId(article, feed.definition());
        if (article != null && article.withdrawn() != null) {
            return new Tombstone(place.article(), statedId, article.withdrawn(), article.reason());
        }
        return new Tombstone(place.article(), statedId, Objects.requireNonNull(place.gone()), null);
    }

    /** The name of a category or an author as the latest of the entries spells it; else its key. */
    public static String name(Facet facet, List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.name(facet).stream())
                .findFirst()
                .orElse(facet.key());
    }

    /**
     * The modification time of a document. A scheduled article appears without a change in the store, so its time
     * counts too. An archive document that is complete is modified only by what happens to its own places.
     */
    private static Instant modified(
            Feed feed, LogicalFeed logicalFeed, Shown document, Collection<Article> found, Instant now) {
        var completed = document.completed();
        var shown = document.places();
        var stored = completed.isEmpty() && logicalFeed.facet() == null
                ? Stream.of(feed.modified())
                : Stream.concat(
                        Stream.of(feed.defined(), completed.orElse(feed.defined())),
                        shown.stream().map(Place::modified));
        var times = Stream.concat(
                        shown.stream().map(Place::appeared), found.stream().map(Article::updated))
                .filter(time -> !time.isAfter(now)); // an author may state an update in the future
        return ceiling(latest(Stream.concat(times, stored)));
    }

    private static Instant ceiling(Instant time) {
        var second = time.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(time) ? second : second.plusSeconds(1);
    }

    private static Instant latest(Stream<Instant> times) {
        return times.max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
