package org.feedwright.timeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.FeedName;
import org.feedwright.article.Horizon;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.LogicalFeed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which places the documents of a logical feed show. A place that readers have met never moves. */
@Component
public class Timeline {
    private final Feeds feeds;
    private final JdbcPlaces places;
    private final JdbcArchive archive;
    private final InstantSource clock;

    Timeline(Feeds feeds, JdbcPlaces places, JdbcArchive archive, InstantSource clock) {
        this.feeds = feeds;
        this.places = places;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * The places that one document shows.
     *
     * @param places the places, in any order
     * @param completed when the archive document became complete, if that is noted; empty for every other document
     * @param next when the next scheduled article joins; null if none will
     */
    public record Shown(
            List<Place> places,
            ArchivePosition position,
            Optional<Instant> completed,
            @Nullable Instant next) {
        public Shown {
            places = List.copyOf(places);
        }
    }

    /** How far readers of a feed have passed its places: an article that is published then or before comes too late. */
    Horizon horizon(FeedName name) {
        return feeds.find(name)
                .map(feed -> horizon(LogicalFeed.of(name), feed.definition().window()))
                .orElse(Horizon.NONE);
    }

    /** The later one of the last place in a logical feed's window and the last place in its newest complete archive page. */
    Horizon horizon(LogicalFeed logicalFeed, int window) {
        var tail = places.appearance(logicalFeed, window, clock.instant());
        var mark = Optional.of(archive.mark(logicalFeed, Integer.MAX_VALUE))
                .filter(last -> !last.equals(JdbcArchive.Mark.NONE))
                .map(JdbcArchive.Mark::appeared);
        return Stream.concat(tail.stream(), mark.stream())
                .max(Comparator.naturalOrder())
                .map(Horizon::new)
                .orElse(Horizon.NONE);
    }

    /** How many articles readers can see in a logical feed, its archives included. */
    public int count(LogicalFeed logicalFeed) {
        return places.countArticles(logicalFeed, clock.instant());
    }

    /** Whether a logical feed has ever had an article that readers saw. */
    public boolean exists(LogicalFeed logicalFeed, Instant now) {
        return places.exists(logicalFeed, now);
    }

    /** The newest places that hold an article, the newest first. */
    public List<Place> newestArticles(LogicalFeed logicalFeed, int count, Instant now) {
        return places.newestArticles(logicalFeed, count, now);
    }

    /** When the next scheduled article joins; empty if none will. */
    public Optional<Instant> nextAppearance(LogicalFeed logicalFeed, Instant now) {
        return places.nextAppearance(logicalFeed, now);
    }

    /**
     * The newest places of a logical feed, as many as its window has, and those of older articles that were corrected
     * since the window's last place appeared, at most as many again.
     *
     * @return empty if the category or author has never had an article
     */
    public Optional<Shown> newest(LogicalFeed logicalFeed, int window, Instant now) {
        var shown = new ArrayList<>(places.newest(logicalFeed, window, now));
        if (shown.isEmpty() && logicalFeed.facet() != null) {
            return Optional.empty();
        }
        if (shown.size() == window) {
            shown.addAll(places.corrected(logicalFeed, shown.getLast(), window, now));
        }
        int archived = archived(logicalFeed, window, now);
        return Optional.of(new Shown(
                shown,
                ArchivePosition.current(pages(archived)),
                Optional.empty(),
                places.nextAppearance(logicalFeed, now).orElse(null)));
    }

    /**
     * The places of an archive document: {@value ArchivePosition#PLACES}, fewer while it is being filled. An archive
     * without places waits for the first one that leaves the window.
     *
     * @param number the number of the archive, from 1, the oldest
     * @return empty if there is no such archive
     */
    public Optional<Shown> archive(LogicalFeed logicalFeed, int window, int number, Instant now) {
        int archived = archived(logicalFeed, window, now);
        boolean isComplete = number <= archived / ArchivePosition.PLACES;
        int size = isComplete ? ArchivePosition.PLACES : archived - (number - 1) * ArchivePosition.PLACES;
        if (number < 1 || size < 0 || archived == 0) {
            return Optional.empty();
        }
        var mark = archive.mark(logicalFeed, number - 1);
        var shown = archive.behind(logicalFeed, mark, (number - 1 - mark.page()) * ArchivePosition.PLACES, size, now);
        var completed = archive.mark(logicalFeed, number);
        return Optional.of(new Shown(
                shown.reversed(),
                new ArchivePosition(number, number - 1, isComplete ? number + 1 : 0, isComplete),
                completed.page() == number ? Optional.of(completed.modified()) : Optional.empty(),
                isComplete ? null : places.nextAppearance(logicalFeed, now).orElse(null)));
    }

    /** The number of places below the window, empty ones included. */
    private int archived(LogicalFeed logicalFeed, int window, Instant now) {
        var last = archive.mark(logicalFeed, Integer.MAX_VALUE);
        return Math.max(
                Math.max(0, archive.count(logicalFeed, last, now) - window), last.page() * ArchivePosition.PLACES);
    }

    private static int pages(int archived) {
        return (archived + ArchivePosition.PLACES - 1) / ArchivePosition.PLACES;
    }
}
