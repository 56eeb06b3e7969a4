package org.feedwright.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.feedwright.article.FeedName;
import org.feedwright.article.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** All feeds: what defines them and which articles they show. */
@Service
@EnableConfigurationProperties(FeedSettings.class)
public class Feeds {
    /**
     * When a feed without articles was updated. Atom demands a date, nothing happened that could give one, and
     * it must be the same in every store; readers take one of 1970 for a mistake.
     */
    static final Instant WITHOUT_ARTICLES = Instant.parse("2026-01-01T00:00:00Z");

    private final JdbcFeeds store;
    private final JdbcPlaces places;
    private final Articles articles;
    private final Placement placement;
    private final Composition composition;
    private final Inheritance inheritance;
    private final FeedChanges changes;
    private final FormerNames formerNames;
    private final Addresses addresses;
    private final InstantSource clock;
    private final Transactions transactions;

    Feeds(
            JdbcFeeds store,
            JdbcPlaces places,
            Articles articles,
            Placement placement,
            Composition composition,
            Inheritance inheritance,
            FeedChanges changes,
            FormerNames formerNames,
            FeedSettings settings,
            InstantSource clock,
            Transactions transactions) {
        this.store = store;
        this.places = places;
        this.articles = articles;
        this.placement = placement;
        this.composition = composition;
        this.inheritance = inheritance;
        this.changes = changes;
        this.formerNames = formerNames;
        this.addresses = new Addresses(settings.baseUrl());
        this.clock = clock;
        this.transactions = transactions;
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

    /**
     * Stores what its publisher says of a feed. A feed that had ended lives again. The names that it had
     * before are its own, but for those that another feed has.
     */
    public void define(FeedName name, FeedDefinition stated) {
        transactions.write(() -> defineNow(name, stated));
    }

    private void defineNow(FeedName name, FeedDefinition stated) {
        store.hold(name);
        formerNames.claim(name, stated.formerly());
        var before = store.find(name);
        var definition = identified(name, whole(name, stated), before.map(Feed::definition));
        if (before.isEmpty()) {
            store.insert(name, FeedIdentity.first(name, definition, store), definition, clock.instant());
            if (definition.select() != null) {
                composition.compose(following(name));
            }
            regroupSuccessor(name);
            return;
        }
        var feed = before.get();
        if (!feed.definition().equals(definition) || feed.isRetired() != definition.retired()) {
            var selected = following(name).definition().select();
            store.redefine(name, FeedIdentity.next(feed, definition, store), definition, clock.instant());
            changes.note(name, true);
            var now = following(name);
            if (!Objects.equals(selected, now.definition().select())) {
                composition.compose(now);
            }
            boolean livesAgain = feed.isRetired() && !definition.retired();
            boolean isMeantByOthers = !feed.definition().formerly().equals(definition.formerly());
            if (definition.retired()) {
                composition.leave(name);
            } else if (feed.isOpen() && isMeantByOthers) {
                composition.regroup(now);
            } else if (feed.isOpen() && livesAgain) {
                composition.join(now);
            }
            if (livesAgain && now.isComposed()) {
                composition.resume(now);
            }
            if (feed.isRetired() != definition.retired()) {
                regroupSuccessor(name);
            }
            inheritance.pass(name, feed.definition(), definition);
        }
    }

    /**
     * Hands on to the next articles what their feeds newly say for all that do not say it themselves: what a
     * definition began, in a part of bounded cost.
     *
     * @return whether there may be more
     */
    public boolean handOn() {
        return transactions.write(inheritance::handOn);
    }

    /** A feed as it is, taking articles by what feeds are called now. */
    private Feed following(FeedName name) {
        return store.find(name).orElseThrow().following(formerNames.successors());
    }

    /** The name has got another meaning: that of the feed that had it before, or has it again. */
    private void regroupSuccessor(FeedName name) {
        formerNames
                .holder(name)
                .flatMap(store::findOpened)
                .filter(successor -> !successor.isRetired())
                .ifPresent(composition::regroup);
    }

    /** Whatever its publisher says of the feed of all articles, it has all of them. */
    private static FeedDefinition whole(FeedName name, FeedDefinition stated) {
        return name.equals(Feed.ALL) && stated.select() == null ? stated.with(Selector.EVERYTHING) : stated;
    }

    private FeedDefinition identified(FeedName name, FeedDefinition stated, Optional<FeedDefinition> before) {
        var podcast = stated.podcast();
        return podcast == null
                ? stated
                : stated.with(podcast.identified(
                        before.map(FeedDefinition::podcast).orElse(null), addresses.document(name, "rss")));
    }

    /** Shows a feed to readers: its first articles are all stored. */
    public void open(FeedName name) {
        transactions.write(() -> openNow(name));
    }

    private void openNow(FeedName name) {
        if (store.open(name, clock.instant())) {
            changes.note(name, false);
            var feed = store.findOpened(name).orElseThrow();
            // Most are too short for an archive page.
            int least = History.PLACES + feed.definition().window();
            changes.under(name, false).strands.addAll(places.strands(name, least));
            if (!feed.isRetired()) {
                composition.join(feed);
            }
        }
    }

    /** Shows the feed of all articles to readers, once the first articles of all feeds are stored. */
    public void openAll() {
        transactions.write(() -> {
            if (store.find(Feed.ALL).isEmpty()) {
                defineNow(Feed.ALL, FeedDefinition.ofAll(addresses.host()));
            }
            openNow(Feed.ALL);
        });
    }

    /**
     * Gives a feed another name: its id, its articles and their places stay what they are.
     *
     * @throws IllegalArgumentException if there is no such feed, or one that has the new name already
     */
    public void rename(FeedName from, FeedName to) {
        transactions.write(() -> renameNow(from, to));
    }

    private void renameNow(FeedName from, FeedName to) {
        var second = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        if (store.find(to).isPresent() || !store.rename(from, to, second)) {
            throw new IllegalArgumentException("the feed " + from + " cannot be called " + to);
        }
        formerNames.rename(from, to);
        articles.refile(from, to);
        places.rename(from, to, second);
        inheritance.rename(from, to);
        store.findOpened(to).filter(feed -> !feed.isRetired()).ifPresent(composition::regroup);
        changes.note(from, true);
        changes.note(to, true);
        // The articles' pages have other addresses wherever they are shown.
        store.composed().forEach(feed -> changes.note(feed.name(), true));
    }

    /** Ends a feed: its addresses answer 410 until it is defined again. */
    public void retire(FeedName name) {
        transactions.write(() -> retireNow(name));
    }

    private void retireNow(FeedName name) {
        if (store.retire(name, clock.instant())) {
            changes.note(name, true);
            // Its articles leave archive documents of others, which are other ones from now on.
            changes.under(name, true).speakers.add(name);
            composition.leave(name);
            regroupSuccessor(name);
        }
    }

    /**
     * The publication time at which a new article would be out of its feed's window, unseen by readers who
     * poll, or among those that archives hold already; {@link Instant#MIN} while there is none.
     */
    public Instant horizon(FeedName name) {
        return find(name)
                .map(feed ->
                        placement.horizon(Strand.of(name), feed.definition().window()))
                .orElse(Instant.MIN);
    }

    /** How many articles readers can see in a strand, its archives included. */
    public int count(Strand strand) {
        return places.countArticles(strand, clock.instant());
    }

    /** What the whole feed shows now. */
    public Selection select(Feed known) {
        return select(known, Strand.of(known.name())).orElseThrow();
    }

    /**
     * What a strand shows now: the articles in the newest places that its feed's window has, and those in
     * older ones that were corrected since the window's last place appeared, at most as many again. All of it
     * is one state of the store, whatever is written meanwhile.
     *
     * @return empty if the category or author has never had an article
     */
    public Optional<Selection> select(Feed known, Strand strand) {
        return select(known, strand, RecentEntries.NONE);
    }

    /**
     * The same, made of entries that are known already, which may be those of a moment ago.
     *
     * @return empty if the category or author has never had an article
     */
    public Optional<Selection> select(Feed known, Strand strand, RecentEntries recent) {
        return transactions.read(() -> shown(known, strand, recent));
    }

    private Optional<Selection> shown(Feed known, Strand strand, RecentEntries recent) {
        var now = clock.instant();
        var feed = recent.feed(known.name(), store::find).orElse(known);
        int window = feed.definition().window();
        var shown = new ArrayList<>(places.newest(strand, window, now));
        if (shown.isEmpty() && strand.facet() != null) {
            return Optional.empty();
        }
        if (shown.size() == window) {
            shown.addAll(places.corrected(strand, shown.getLast(), window, now));
        }
        int archived = archived(strand, window, now);
        var next = places.nextAppearance(strand, now).orElse(null);
        return Optional.of(
                selection(feed, strand, History.current(pages(archived)), shown, Optional.empty(), next, now, recent));
    }

    /**
     * An archive document of a strand. Its places are {@value History#PLACES}, fewer while it is being filled;
     * an empty one is waiting for what the window gives up next.
     *
     * @param number from 1, the oldest
     * @return empty if there is no such archive
     */
    public Optional<Selection> archive(Feed known, Strand strand, int number) {
        return archive(known, strand, number, RecentEntries.NONE);
    }

    /**
     * The same, made of entries that are known already, which may be those of a moment ago.
     *
     * @return empty if there is no such archive
     */
    public Optional<Selection> archive(Feed known, Strand strand, int number, RecentEntries recent) {
        return transactions.read(() -> archived(known, strand, number, recent));
    }

    private Optional<Selection> archived(Feed known, Strand strand, int number, RecentEntries recent) {
        var now = clock.instant();
        var feed = recent.feed(known.name(), store::find).orElse(known);
        int archived = archived(strand, feed.definition().window(), now);
        boolean isComplete = number <= archived / History.PLACES;
        int size = isComplete ? History.PLACES : archived - (number - 1) * History.PLACES;
        if (number < 1 || size < 0 || archived == 0) {
            return Optional.empty();
        }
        var mark = places.mark(strand, number - 1);
        var shown = places.behind(strand, mark, (number - 1 - mark.page()) * History.PLACES, size, now);
        var completed = places.mark(strand, number);
        return Optional.of(selection(
                feed,
                strand,
                new History(number, number - 1, isComplete ? number + 1 : 0, isComplete),
                shown.reversed(),
                completed.page() == number ? Optional.of(completed.modified()) : Optional.empty(),
                isComplete ? null : places.nextAppearance(strand, now).orElse(null),
                now,
                recent));
    }

    /** How many places are out of the window, empty ones included. */
    private int archived(Strand strand, int window, Instant now) {
        var last = places.mark(strand, Integer.MAX_VALUE);
        return Math.max(Math.max(0, places.count(strand, last, now) - window), last.page() * History.PLACES);
    }

    private static int pages(int archived) {
        return (archived + History.PLACES - 1) / History.PLACES;
    }

    private Selection selection(
            Feed feed,
            Strand strand,
            History history,
            List<Place> shown,
            Optional<Instant> completed,
            @Nullable Instant next,
            Instant now,
            RecentEntries recent) {
        var found = recent.articles(shown.stream().map(Place::article).toList(), articles::find).stream()
                .collect(Collectors.toMap(Article::id, Function.identity()));
        var sources = new Sources(name -> recent.feed(name, store::find), feed, addresses);
        var entries = latestFirst(shown, found, now).stream()
                .map(article -> recent.entry(feed.name(), article, sources::entry))
                .toList();
        return new Selection(
                feed,
                strand,
                strand.facet() == null ? null : name(strand.facet(), entries),
                addresses,
                history,
                entries,
                feed.definition().tombstones()
                        ? shown.stream()
                                .filter(Place::isEmpty)
                                .map(place -> tombstone(place, found.get(place.article()), feed))
                                .toList()
                        : List.of(),
                found.isEmpty()
                        ? WITHOUT_ARTICLES
                        : latest(found.values().stream().map(Article::updated)),
                modified(feed, strand, shown, found.values(), completed, now),
                next);
    }

    /**
     * The articles in these places that readers can see, the latest first. Those that came too late for their
     * dates all at once, as with a feed that has joined others, are in the order of their dates.
     */
    static List<Article> latestFirst(List<Place> places, Map<ArticleId, Article> found, Instant now) {
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

    static String name(Facet facet, List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.name(facet).stream())
                .findFirst()
                .orElse(facet.key());
    }

    /**
     * A scheduled article appears without anything being stored, so its time counts as much as what was. An
     * archive page that has become complete is modified only by what happens in it.
     */
    private static Instant modified(
            Feed feed,
            Strand strand,
            List<Place> shown,
            Collection<Article> found,
            Optional<Instant> completed,
            Instant now) {
        var stored = completed.isEmpty() && strand.facet() == null
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
