package org.feedwright.timeline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.FeedSettings;
import org.springframework.stereotype.Component;

/**
 * The articles' pages that anybody may read, for those who want to know them all. They come in parts of so
 * few that one costs little, however many there are; a part keeps its articles while others are published
 * and withdrawn after them.
 */
@Component
public class PublishedPages {
    /** How many places of a feed a part has. */
    public static final int PLACES = 1000;

    private final JdbcPublishedPages store;
    private final Addresses addresses;
    private final InstantSource clock;

    PublishedPages(JdbcPublishedPages store, FeedSettings settings, InstantSource clock) {
        this.store = store;
        this.addresses = new Addresses(settings.baseUrl());
        this.clock = clock;
    }

    /**
     * A part of the pages of a feed's articles.
     *
     * @param number counted from 1, the oldest
     */
    public record Part(FeedName feed, int number) {}

    /**
     * The page of an article.
     *
     * @param updated when its article last changed significantly
     */
    public record Page(String address, Instant updated) {}

    /** Every part that there is now, by feed. A feed that has ended still has its articles. */
    public List<Part> parts() {
        return store.places(clock.instant()).entrySet().stream()
                .flatMap(feed -> IntStream.rangeClosed(1, parts(feed.getValue()))
                        .mapToObj(number -> new Part(feed.getKey(), number)))
                .toList();
    }

    /**
     * The pages of a part, the oldest first; empty if there is no such part. A page that only repeats what
     * has its address elsewhere is not one to look for.
     */
    public Optional<List<Page>> pages(Part part) {
        long before = (part.number() - 1L) * PLACES;
        var now = clock.instant();
        if (before >= store.places(part.feed(), now)) {
            return Optional.empty();
        }
        return Optional.of(store.articles(part.feed(), before, PLACES, now).stream()
                .filter(article -> article.link() == null)
                .map(article -> new Page(addresses.article(part.feed(), article.slug()), article.updated()))
                .toList());
    }

    /**
     * The full second by which everything about a feed's pages had changed, also what appeared by its
     * schedule; empty for a feed that readers do not know. It may lie up to a second ahead.
     */
    public Optional<Instant> modified(FeedName feed) {
        return store.changed(feed, clock.instant()).map(PublishedPages::ceiling);
    }

    /** The same of all feeds together. */
    public Instant modified() {
        return ceiling(store.changed(clock.instant()));
    }

    private static int parts(int places) {
        return Math.ceilDiv(places, PLACES);
    }

    private static Instant ceiling(Instant time) {
        var second = time.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(time) ? second : second.plusSeconds(1);
    }
}
