package org.feedwright.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleText;
import org.feedwright.article.FeedName;
import org.feedwright.feed.Feed;
import org.jspecify.annotations.Nullable;

/**
 * Remembers feeds, and the articles and entries that were used last, for a program that makes many documents at once.
 * An article is in documents of its feed, of its categories and authors, and of feeds that take articles of others;
 * when these documents are made in the order of time, they follow one another closely. The service never answers from
 * this cache.
 */
public final class EntryCache {
    /** Remembers nothing. */
    static final EntryCache NONE = new EntryCache(0);

    private static final long SMALL = 2_000; // characters, of which the rest of an article may be
    private static final long ROOM = 12_000_000; // characters, twice that many bytes where they are not all Latin

    private final boolean isRemembering;
    private final Map<FeedName, Optional<Feed>> feeds = new ConcurrentHashMap<>();
    private final Recent<ArticleId, Article> articles;
    private final Recent<Key, Entry> entries;

    private record Key(FeedName feed, ArticleId article) {}

    public EntryCache() {
        this(ROOM);
    }

    private EntryCache(long room) {
        isRemembering = room > 0;
        articles = new Recent<>(room, article -> SMALL + size(article.text()));
        entries = new Recent<>(room, entry -> SMALL + size(entry.content()) + size(entry.summary()));
    }

    Optional<Feed> feed(FeedName name, Function<FeedName, Optional<Feed>> store) {
        return isRemembering ? feeds.computeIfAbsent(name, store) : store.apply(name);
    }

    /** The articles with these ids; only those that are not remembered are read from the store. */
    List<Article> articles(Collection<ArticleId> ids, Function<List<ArticleId>, List<Article>> store) {
        var found = new ArrayList<Article>();
        var unknown = new ArrayList<ArticleId>();
        for (var id : ids) {
            var article = articles.get(id);
            if (article == null) {
                unknown.add(id);
            } else {
                found.add(article);
            }
        }
        for (var article : store.apply(unknown)) {
            articles.put(article.id(), article);
            found.add(article);
        }
        return found;
    }

    /** An article as a feed shows it. */
    Entry entry(FeedName feed, Article article, Function<Article, Entry> maker) {
        var key = new Key(feed, article.id());
        var known = entries.get(key);
        if (known != null) {
            return known;
        }
        var entry = maker.apply(article);
        entries.put(key, entry);
        return entry;
    }

    private static long size(ArticleText text) {
        return (long) text.body().source().length() + text.body().html().length();
    }

    private static long size(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    /** The values that were used last, as many as there is room for. */
    private static final class Recent<K, V> {
        private final long room;
        private final Function<V, Long> size;
        private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
        private long taken;

        Recent(long room, Function<V, Long> size) {
            this.room = room;
            this.size = size;
        }

        @Nullable
        V get(K key) {
            if (room == 0) {
                return null;
            }
            synchronized (this) {
                return values.get(key);
            }
        }

        void put(K key, V value) {
            if (room > 0) {
                keep(key, value);
            }
        }

        private synchronized void keep(K key, V value) {
            var before = values.put(key, value);
            taken += size.apply(value) - (before == null ? 0 : size.apply(before));
            for (var oldest = values.values().iterator(); taken > room && oldest.hasNext(); ) {
                taken -= size.apply(oldest.next());
                oldest.remove();
            }
        }
    }
}
