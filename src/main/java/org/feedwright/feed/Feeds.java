package org.feedwright.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleEvent;
import org.feedwright.article.ArticleEvent.ArticleScheduled;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** All feeds: what defines them and which articles they show. */
@Service
@EnableConfigurationProperties(FeedSettings.class)
public class Feeds {
    /**
     * When a feed without articles was updated. Atom demands a date, nothing happened that could give one, and
     * it must be the same in every store; readers take one of 1970 for a mistake.
     */
    private static final Instant WITHOUT_ARTICLES = Instant.parse("2026-01-01T00:00:00Z");

    private final JdbcFeeds store;
    private final Articles articles;
    private final FeedChanges changes;
    private final Addresses addresses;
    private final InstantSource clock;

    Feeds(JdbcFeeds store, Articles articles, FeedChanges changes, FeedSettings settings, InstantSource clock) {
        this.store = store;
        this.articles = articles;
        this.changes = changes;
        this.addresses = new Addresses(settings.baseUrl());
        this.clock = clock;
    }

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

    /** What its publisher last said of a feed, also of one that is not open yet. */
    public Optional<FeedDefinition> definition(FeedName name) {
        return store.find(name).map(Feed::definition);
    }

    /**
     * How often what each feed's readers see, or will see, has been changed by any node that has this store.
     * Feeds are in it that are not open yet or have ended.
     */
    public Map<FeedName, Long> revisions() {
        return store.revisions();
    }

    /** Stores what its publisher says of a feed. A feed that had ended lives again. */
    @Transactional
    public void define(FeedName name, FeedDefinition definition) {
        var before = store.find(name);
        if (before.isEmpty()) {
            store.insert(name, idOf(name, definition), definition, clock.instant());
            return;
        }
        var feed = before.get();
        if (!feed.definition().equals(definition) || feed.isRetired() != definition.retired()) {
            var id = definition.id() != null ? definition.id() : feed.id();
            store.redefine(name, id, definition, clock.instant());
            changes.note(name, true);
        }
    }

    /** Shows a feed to readers: its first articles are all stored. */
    @Transactional
    public void open(FeedName name) {
        if (store.open(name, clock.instant())) {
            changes.note(name, false);
        }
    }

    /** Ends a feed: its addresses answer 410 until it is defined again. */
    @Transactional
    public void retire(FeedName name) {
        if (store.retire(name, clock.instant())) {
            changes.note(name, true);
        }
    }

    /**
     * The publication time at which a new article would be out of its feed's window, unseen by readers who
     * poll; {@link Instant#MIN} while there is none.
     */
    public Instant horizon(FeedName name) {
        return find(name)
                .flatMap(feed -> articles.appearance(name, feed.definition().window(), clock.instant()))
                .orElse(Instant.MIN);
    }

    /**
     * What the feed shows now: the newest articles that fit in its window, by what is stored of the feed
     * now. All of it is one state of the store, whatever is written meanwhile.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Selection select(Feed known) {
        var now = clock.instant();
        var feed = store.find(known.name()).orElse(known);
        var places = articles.newest(feed.name(), feed.definition().window(), now);
        var entries = new Entries(feed.definition(), addresses);
        return new Selection(
                feed,
                addresses,
                places.stream()
                        .filter(article -> article.isVisible(now))
                        .map(entries::of)
                        .toList(),
                places.isEmpty() ? WITHOUT_ARTICLES : latest(places.stream().map(Article::updated)),
                modified(feed, places, now),
                articles.nextAppearance(feed.name(), now).orElse(null));
    }

    @EventListener
    void onArticleEvent(ArticleEvent event) {
        changes.note(event.feed(), !(event instanceof ArticleScheduled));
    }

    /** A scheduled article appears without anything being stored, so its time counts as much as what was. */
    private static Instant modified(Feed feed, List<Article> places, Instant now) {
        var times = places.stream()
                .flatMap(article -> Stream.of(article.updated(), Objects.requireNonNull(article.appeared())))
                .filter(time -> !time.isAfter(now)); // an author may state an update in the future
        return ceiling(latest(Stream.concat(times, Stream.of(feed.modified()))));
    }

    private static Instant ceiling(Instant time) {
        var second = time.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(time) ? second : second.plusSeconds(1);
    }

    private static Instant latest(Stream<Instant> times) {
        return times.max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private static String idOf(FeedName name, FeedDefinition definition) {
        return definition.id() != null ? definition.id() : Feed.mintId(name, definition.authority());
    }
}
