package org.feedwright.search;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.Articles;
import org.feedwright.entry.EntriesByFeed;
import org.feedwright.entry.Entry;
import org.feedwright.entry.Selection;
import org.feedwright.entry.Selections;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.ArchivePosition;
import org.feedwright.timeline.Place;
import org.feedwright.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers a {@link Query} at a feed's address: a feed that is put together for this one request and has no archives.
 */
@Service
public class Search {
    /**
     * The most characters that all entries of an answer may have together; the oldest entries that do not fit are left
     * out.
     */
    private static final int LARGEST = 4_000_000;

    private final SearchIndex index;
    private final Feeds feeds;
    private final Timeline timeline;
    private final Articles articles;
    private final InstantSource clock;
    private final Transactions transactions;

    Search(
            SearchIndex index,
            Feeds feeds,
            Timeline timeline,
            Articles articles,
            InstantSource clock,
            Transactions transactions) {
        this.index = index;
        this.feeds = feeds;
        this.timeline = timeline;
        this.articles = articles;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Finds the newest entries of a logical feed that match a query, in one state of the store.
     *
     * @return empty if the category or author of the logical feed has never had an article
     * @throws SearchTooLong if the search would keep the store busy for too long
     */
    public Optional<Selection> select(Feed known, LogicalFeed logicalFeed, Query query) {
        return transactions.read(() -> found(known, logicalFeed, query));
    }

    private Optional<Selection> found(Feed known, LogicalFeed logicalFeed, Query query) {
        var now = clock.instant();
        var feed = feeds.stored(known.name()).orElse(known);
        if (logicalFeed.facet() != null && !timeline.exists(logicalFeed, now)) {
            return Optional.empty();
        }
        int limit = query.limit().orElse(Math.min(feed.definition().window(), Query.MOST));
        var shown = query.takesAll()
                ? timeline.newestArticles(logicalFeed, limit, now)
                : index.find(logicalFeed, query, limit, now);
        var found = articles.find(shown.stream().map(Place::article).toList()).stream()
                .collect(Collectors.toMap(Article::id, Function.identity()));
        var sources = new EntriesByFeed(feeds::stored, feed, feeds.addresses());
        var entries = fitting(Selections.latestFirst(shown, found, now).stream()
                .map(sources::entry)
                .toList());
        return Optional.of(new Selection(
                feed,
                logicalFeed,
                name(logicalFeed, query, entries),
                feeds.addresses(),
                ArchivePosition.current(0),
                entries,
                List.of(),
                latest(entries.stream().map(Entry::updated)).orElse(Selections.WITHOUT_ARTICLES),
                modified(feed, shown, entries, now),
                timeline.nextAppearance(logicalFeed, now).orElse(null),
                query.toString()));
    }

    private static List<Entry> fitting(List<Entry> entries) {
        var fitting = new ArrayList<Entry>();
        long size = 0;
        for (var entry : entries) {
            size += length(entry.summary()) + length(entry.content());
            if (size > LARGEST && !fitting.isEmpty()) {
                break;
            }
            fitting.add(entry);
        }
        return fitting;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static @Nullable String name(LogicalFeed logicalFeed, Query query, List<Entry> entries) {
        var names = Stream.concat(
                        Stream.ofNullable(logicalFeed.facet()).map(facet -> Selections.name(facet, entries)),
                        query.name(entries).stream())
                .toList();
        return names.isEmpty() ? null : String.join(", ", names);
    }

    /**
     * The modification time of a result, which is at least the feed's: any change of the feed may take an article out
     * of the result, and leave no trace in it.
     */
    private static Instant modified(Feed feed, List<Place> shown, List<Entry> entries, Instant now) {
        var times = Stream.concat(
                        shown.stream().map(Place::appeared), entries.stream().map(Entry::updated))
                .filter(time -> !time.isAfter(now));
        var latest = latest(Stream.concat(times, Stream.of(feed.modified()))).orElse(Instant.EPOCH);
        var second = latest.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(latest) ? second : second.plusSeconds(1);
    }

    private static Optional<Instant> latest(Stream<Instant> times) {
        return times.max(Comparator.naturalOrder());
    }
}
