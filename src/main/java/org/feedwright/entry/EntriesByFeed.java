package org.feedwright.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.feedwright.article.Article;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Addresses;
import org.feedwright.feed.Feed;

/** Makes entries of articles of several feeds, each by the definition of its own feed. */
public final class EntriesByFeed {
    private final Function<FeedName, Optional<Feed>> store;
    private final Feed shown;
    private final Addresses addresses;
    private final Map<FeedName, Entries> known = new HashMap<>();

    public EntriesByFeed(Function<FeedName, Optional<Feed>> store, Feed shown, Addresses addresses) {
        this.store = store;
        this.shown = shown;
        this.addresses = addresses;
        known.put(shown.name(), new Entries(shown.definition(), addresses));
    }

    public Entry entry(Article article) {
        return known.computeIfAbsent(article.feed(), this::entries).of(article);
    }

    private Entries entries(FeedName name) {
        return store.apply(name)
                .map(source -> new Entries(source, shown.definition(), addresses))
                .orElseGet(() -> new Entries(shown.definition(), addresses));
    }
}
