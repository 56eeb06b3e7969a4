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

    /** The addresses of everything that is published here. */
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
     * @param from how many feeds come before this part
     */
    public List<FeedListing> newest(int count, int from) {
        return store.listed(count, from, clock.instant());
    }

    /** A feed that is there or has been: open or retired. */
    public Optional<Feed> find(FeedName name) {
        return store.findOpened(name);
    }

    /** A feed as it is stored, also one that is not open yet. */
    public Optional<Feed> stored(FeedName name) {
        return store.find(name);
    }

    /** What its publisher last said of a feed, also of one that is not open yet. */
    public Optional<FeedDefinition> definition(FeedName name) {
        return store.find(name).map(Feed::definition);
    }

    /** What identifies a feed for ever, also one that is not open yet. */
    public Optional<String> id(FeedName name) {
        return store.find(name).map(Feed::id);
    }

    /**
     * How often what each feed's readers see, or will see, has been changed by any node that has this store.
     * Feeds are in it that are not open yet or have ended, and under the names that they had before too, so
     * that what was made under one of those is known to be outdated.
     */
    public Map<FeedName, Long> revisions() {
        return store.revisions();
    }
}
