package org.feedwright.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.ArticleEvent.ArticleScheduled;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All feeds: what defines them and which articles they show. */
@Service
@EnableConfigurationProperties(FeedSettings.class)
public class Feeds {
    private final JdbcFeeds store;
    private final Articles articles;
    private final Addresses addresses;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Feeds(
            JdbcFeeds store,
            Articles articles,
            FeedSettings settings,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.articles = articles;
        this.addresses = new Addresses(settings.baseUrl());
        this.clock = clock;
        this.events = events;
    }

    public Addresses addresses() {
        return addresses;
    }

    /** The feeds that readers can subscribe to, by name. */
    public List<Feed> all() {
        return store.opened();
    }

    /** A feed that is there or has been: open or retired. */
    public Optional<Feed> find(FeedName name) {
        return store.isOpen(name) ? store.find(name) : Optional.empty();
    }

    /** What its publisher last said of a feed, also of one that is not open yet. */
    public Optional<FeedDefinition> definition(FeedName name) {
        return store.find(name).map(Feed::definition);
    }

    /** Stores what its publisher says of a feed. A feed that had ended lives again. */
    @Transactional
    public void define(FeedName name, FeedDefinition definition) {
        var before = store.find(name);
        if (before.isEmpty()) {
            store.insert(name, idOf(name, definition), definition);
            return;
        }
        var feed = before.get();
        if (!feed.isRetired() && feed.definition().equals(definition)) {
            return;
        }
        store.redefine(name, definition.id() != null ? definition.id() : feed.id(), definition);
        if (definition.retired()) {
            store.retire(name, clock.instant());
        }
        changed(name, true);
    }

    /** Shows a feed to readers: its first articles are all stored. */
    @Transactional
    public void open(FeedName name) {
        if (!store.isOpen(name)) {
            store.open(name, clock.instant());
            if (store.find(name).filter(feed -> feed.definition().retired()).isPresent()) {
                store.retire(name, clock.instant());
            }
            changed(name, false);
        }
    }

    /** Ends a feed: its addresses answer 410 until it is defined again. */
    @Transactional
    public void retire(FeedName name) {
        store.retire(name, clock.instant());
        changed(name, true);
    }

    /**
     * The publication time before which a new article would be out of its feed's window, unseen by readers
     * who poll; {@link Instant#MIN} while there is none.
     */
    public Instant horizon(FeedName name) {
        var feed = find(name);
        if (feed.isEmpty()) {
            return Instant.MIN;
        }
        int window = feed.get().definition().window();
        var places = articles.newest(name, window, clock.instant());
        return places.size() < window
                ? Instant.MIN
                : Objects.requireNonNull(places.getLast().appeared());
    }

    /** What the feed shows now: the newest articles that fit in its window. */
    @Transactional(readOnly = true)
    public Selection select(Feed feed) {
        var now = clock.instant();
        var next = articles.nextAppearance(feed.name(), now).orElse(null);
        var places = articles.newest(feed.name(), feed.definition().window(), now);
        var entries = new Entries(feed.definition(), addresses);
        var updated = latest(places.stream().map(Article::updated));
        return new Selection(
                feed,
                addresses,
                places.stream()
                        .filter(article -> article.isVisible(now))
                        .map(entries::of)
                        .toList(),
                updated,
                latest(Stream.of(updated, latest(places.stream().map(Article::appeared)), feed.modified())
                                .filter(Objects::nonNull))
                        .truncatedTo(ChronoUnit.SECONDS),
                next);
    }

    @EventListener
    void onArticleEvent(ArticleEvent event) {
        changed(event.feed(), !(event instanceof ArticleScheduled));
    }

    private void changed(FeedName name, boolean visibly) {
        if (visibly) {
            store.touch(name, clock.instant());
        }
        events.publishEvent(new FeedChanged(name));
    }

    private static Instant latest(Stream<Instant> instants) {
        return instants.max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private static String idOf(FeedName name, FeedDefinition definition) {
        return definition.id() != null ? definition.id() : Feed.mintId(name, definition.authority());
    }
}
