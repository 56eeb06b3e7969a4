package org.feedwright.timeline;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.feedwright.article.ArticleStore;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.FeedIdentity;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.FormerNames;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.feed.JdbcFormerDocuments;
import org.feedwright.feed.Selector;
import org.feedwright.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Leads a feed from its first definition to its end: it is defined, opened, renamed, retired, and may live again. Each
 * step is one transaction, in which the places of its articles follow.
 */
@Component
public class FeedLifecycle {
    private final JdbcFeeds store;
    private final JdbcPlaces places;
    private final JdbcPlacing placing;
    private final ArticleStore articles;
    private final Composition composition;
    private final FeedDefaults inheritance;
    private final FeedChanges changes;
    private final FormerNames formerNames;
    private final JdbcFormerDocuments formerDocuments;
    private final Addresses addresses;
    private final InstantSource clock;
    private final Transactions transactions;
    private final @Nullable Announcements announcements;

    FeedLifecycle(
            JdbcFeeds store,
            JdbcPlaces places,
            JdbcPlacing placing,
            ArticleStore articles,
            Composition composition,
            FeedDefaults inheritance,
            FeedChanges changes,
            FormerNames formerNames,
            JdbcFormerDocuments formerDocuments,
            Feeds feeds,
            InstantSource clock,
            Transactions transactions,
            @Nullable Announcements announcements) {
        this.store = store;
        this.places = places;
        this.placing = placing;
        this.articles = articles;
        this.composition = composition;
        this.inheritance = inheritance;
        this.changes = changes;
        this.formerNames = formerNames;
        this.formerDocuments = formerDocuments;
        this.addresses = feeds.addresses();
        this.clock = clock;
        this.transactions = transactions;
        this.announcements = announcements;
    }

    /**
     * Stores a feed's definition. A feed that had ended lives again. The feed gets the former names that it states,
     * except those that another feed has.
     */
    public void define(FeedName name, FeedDefinition stated) {
        transactions.write(() -> defineNow(name, stated));
    }

    private void defineNow(FeedName name, FeedDefinition stated) {
        store.hold(name);
        formerNames.claim(name, stated.formerly());
        formerDocuments.claim(
                name,
                stated.identity().formerlyAt(),
                addresses,
                stated.description().home());
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
                announceEnd(now);
            }
            inheritance.pass(name, feed.definition(), definition);
        }
    }

    /**
     * Lets the next articles follow their feeds' new definitions, in a part of bounded cost.
     *
     * @return whether there may be more
     */
    public boolean handOn() {
        return transactions.write(inheritance::handOn);
    }

    /** The feed as it is, taking articles by the present names of feeds. */
    private Feed following(FeedName name) {
        return store.find(name).orElseThrow().following(formerNames.successors());
    }

    /** Places the articles of the feed that had this name before anew, because the name means another feed now. */
    private void regroupSuccessor(FeedName name) {
        formerNames
                .holder(name)
                .flatMap(store::findOpened)
                .filter(successor -> !successor.isRetired())
                .ifPresent(composition::regroup);
    }

    /** Completes a definition of the feed of all articles: it always takes all of them. */
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

    /** Opens a feed to readers, when its first articles are all stored. */
    public void open(FeedName name) {
        transactions.write(() -> openNow(name));
    }

    private void openNow(FeedName name) {
        if (store.open(name, clock.instant())) {
            changes.note(name, false);
            var feed = store.findOpened(name).orElseThrow();
            // Most are too short for an archive page.
            int least = ArchivePosition.PLACES + feed.definition().window();
            changes.under(name, false).logicalFeeds.addAll(places.logicalFeeds(name, least));
            if (!feed.isRetired()) {
                composition.join(feed);
            }
        }
    }

    /** Opens the feed of all articles to readers, when the first articles of all feeds are stored. */
    public void openAll() {
        transactions.write(() -> {
            if (store.find(Feed.ALL).isEmpty()) {
                defineNow(Feed.ALL, FeedDefinition.ofAll(addresses.host()));
            }
            openNow(Feed.ALL);
        });
    }

    /**
     * Gives a feed another name; its id, its articles and their places stay.
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
        formerDocuments.rename(from, to);
        articles.refile(from, to);
        placing.rename(from, to, second);
        inheritance.rename(from, to);
        store.findOpened(to).filter(feed -> !feed.isRetired()).ifPresent(composition::regroup);
        changes.note(from, true);
        changes.note(to, true);
        // The articles' pages have other addresses wherever they are shown.
        store.composed().forEach(feed -> changes.note(feed.name(), true));
        var told = announcements;
        if (told != null) {
            store.findOpened(to).filter(feed -> !feed.isRetired()).ifPresent(feed -> told.renamed(feed, from));
        }
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
            store.find(name).ifPresent(this::announceEnd);
        }
    }

    /** Tells of a feed that readers had that it has ended, or lives again. */
    private void announceEnd(Feed feed) {
        if (announcements == null || !feed.isOpen()) {
            return;
        }
        if (feed.isRetired()) {
            announcements.ended(feed);
        } else {
            announcements.resumed(feed);
        }
    }
}
