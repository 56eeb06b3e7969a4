package org.feedwright.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.feedwright.api.JdbcApiFeeds.Written;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feed;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.Feeds;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.folder.FolderFiles;
import org.feedwright.store.Transactions;
import org.feedwright.timeline.FeedLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Defines and ends the feeds of the API. */
@Component
class ApiFeeds {
    private final JdbcApiFeeds store;
    private final JdbcFeeds locks;
    private final Feeds feeds;
    private final KnownFeeds known;
    private final FolderFiles files;
    private final RequestReader reader;
    private final FeedLifecycle lifecycle;
    private final Transactions transactions;

    ApiFeeds(
            JdbcApiFeeds store,
            JdbcFeeds locks,
            Feeds feeds,
            KnownFeeds known,
            FolderFiles files,
            RequestReader reader,
            FeedLifecycle lifecycle,
            Transactions transactions) {
        this.store = store;
        this.locks = locks;
        this.feeds = feeds;
        this.known = known;
        this.files = files;
        this.reader = reader;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
    }

    /** A feed, and where its definition comes from. */
    record Found(Feed feed, HeldFeed held) {
        boolean isOfTheApi() {
            return held.written() != null;
        }
    }

    /** Every feed that readers can subscribe to. */
    List<Found> all() {
        return feeds.all().stream().map(this::found).toList();
    }

    /** A feed, also one that has ended. */
    Optional<Found> find(FeedName name) {
        return feeds.stored(name).map(this::found);
    }

    private Found found(Feed feed) {
        return new Found(
                feed,
                new HeldFeed(
                        store.find(feed.name()).orElse(null),
                        files.definition(feed.name()).orElse(null)));
    }

    /**
     * Defines a feed.
     *
     * @param check may refuse it by what is there
     * @return whether nothing was there before
     */
    boolean define(FeedName name, ObjectNode written, Consumer<Optional<Found>> check) {
        known.refuseDuringFirstLook();
        var warnings = new ArrayList<FieldNote>();
        var definition = reader.feed(name, written, warnings);
        return transactions.write(() -> {
            locks.hold(name);
            var before = find(name);
            refuseFolders(name);
            check.accept(before);
            refuseLiving(name, definition);
            lifecycle.define(name, definition);
            lifecycle.open(name);
            store.note(name, new Written(Json.write(written), Json.write(warnings)));
            return before.filter(Found::isOfTheApi).isEmpty();
        });
    }

    private void refuseFolders(FeedName name) {
        files.definition(name).ifPresent(file -> {
            throw new Refusal(
                    409, "The feed '" + name + "' is defined by the file " + file + " of the folder. Change it there.");
        });
    }

    /** Lets all articles follow what their feeds newly say, part by part. */
    void handOn() {
        boolean isMore = true;
        while (isMore) {
            isMore = lifecycle.handOn();
        }
    }

    /** A feed that is still there keeps its name. */
    private void refuseLiving(FeedName name, FeedDefinition definition) {
        definition.formerly().stream()
                .filter(other -> !other.equals(name))
                .filter(other ->
                        feeds.find(other).filter(feed -> !feed.isRetired()).isPresent())
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.of(
                            409,
                            "#/formerly",
                            "there still is a feed '" + other + "'",
                            "end it first, or leave it out");
                });
    }

    /** Ends a feed of the API: its addresses answer 410 until it is defined again. */
    void end(FeedName name, Consumer<Optional<Found>> check) {
        known.refuseDuringFirstLook();
        transactions.write(() -> {
            locks.hold(name);
            known.find(name);
            refuseFolders(name);
            var before = find(name);
            check.accept(before);
            if (before.filter(Found::isOfTheApi).isEmpty()) {
                throw new Refusal(409, "The feed '" + name + "' is not one that the API defines.");
            }
            lifecycle.retire(name);
            store.forget(name);
        });
    }
}
