package org.feedwright.feed;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** The catalogue of all feeds: their names, definitions and ids. */
@Service
@EnableConfigurationProperties(FeedSettings.class)
public class Feeds {
    private final JdbcFeeds store;
    private final Addresses addresses;
    private final InstantSource clock;

    Feeds(JdbcFeeds store, FeedSettings settings, InstantSource clock) {
        this.store = store;
        this.addresses = new Addresses(settings.baseUrl());
        this.clock = clock;
    }

    /** Gives the addresses of everything that is published. */
    public Addresses addresses() {
        return addresses;
    }

    /** The feeds that readers can subscribe to, by name. */
    public List<Feed> all() {
        return store.living();
    }

    /**
     * A part of the feeds that readers can subscribe to, the one with the newest article first.
     *
     * @param count the number of feeds in the part
     * @param from the number of feeds before the part
     */
    public List<FeedListing> newest(int count, int from) {
        return store.listed(count, from, clock.instant());
    }

    /** A feed that readers know: open or retired. */
    public Optional<Feed> find(FeedName name) {
        return store.findOpened(name);
    }

    /** A feed as it is stored, also one that is not open yet. */
    public Optional<Feed> stored(FeedName name) {
        return store.find(name);
    }

    /** The definition of a feed, also of one that is not open yet. */
    public Optional<FeedDefinition> definition(FeedName name) {
        return store.find(name).map(Feed::definition);
    }

    /** The id of a feed, also of one that is not open yet. */
    public Optional<String> id(FeedName name) {
        return store.find(name).map(Feed::id);
    }

    /**
     * The revision of each feed: the number of changes that any node with this store has made to what readers see or
     * will see. It contains feeds that are not open yet, feeds that have ended, and the former names of feeds, so that
     * an edition under a former name is recognized as outdated.
     */
    public Map<FeedName, Long> revisions() {
        return store.revisions();
    }
}
