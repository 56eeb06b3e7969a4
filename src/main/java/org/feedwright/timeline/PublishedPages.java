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
 * The pages of all visible articles, for programs that want to know them all. They come in parts of bounded cost,
 * however many there are. A part keeps its articles while later ones are published and withdrawn.
 */
@Component
public class PublishedPages {
    /** The number of a feed's places in a part. */
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
     * @param number the number of the part, from 1, the oldest
     */
    public record Part(FeedName feed, int number) {}

    /**
     * The page of an article.
     *
     * @param updated when its article last changed significantly
     */
    public record Page(String address, Instant updated) {}

    /** All parts, by feed. A feed that has ended still has its articles. */
    public List<Part> parts() {
        return store.places(clock.instant()).entrySet().stream()
                .flatMap(feed -> IntStream.rangeClosed(1, parts(feed.getValue()))
                        .mapToObj(number -> new Part(feed.getKey(), number)))
                .toList();
    }

    /**
     * The pages of a part, the oldest first; empty if there is no such part. The page of an article that has its
     * address elsewhere is left out.
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
     * The full second after the last change of a feed's pages, articles that appeared by their schedule included; empty
     * if readers do not know the feed. It may lie up to a second ahead.
     */
    public Optional<Instant> modified(FeedName feed) {
        return store.changed(feed, clock.instant()).map(PublishedPages::ceiling);
    }

    /** The full second after the last change of any feed's pages. It may lie up to a second ahead. */
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
