package org.feedwright.timeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feedwright.article.ArticleId;
import org.feedwright.feed.Feed;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.store.Transactions;
import org.feedwright.text.Digest;
import org.springframework.stereotype.Component;

/** Lists everything that readers can read, for programs that copy it. */
@Component
public class Inventory {
    private static final int BATCH = 2_000;

    private final JdbcFeeds store;
    private final JdbcPlaces places;
    private final JdbcArchive archive;
    private final InstantSource clock;
    private final Transactions transactions;

    Inventory(JdbcFeeds store, JdbcPlaces places, JdbcArchive archive, InstantSource clock, Transactions transactions) {
        this.store = store;
        this.places = places;
        this.archive = archive;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * The contents of an archive document.
     *
     * @param digest a digest that stays the same as long as the document does, apart from what the definitions of feeds
     *     put in it
     * @param oldest when the first of its articles appeared
     */
    public record Contents(String digest, Instant oldest) {}

    /** All feeds by name, with those that have ended and the feed of all articles. */
    public List<Feed> feeds() {
        return store.revisions().keySet().stream()
                .sorted()
                .map(store::findOpened)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The logical feeds of a feed that have ever had an article. */
    public List<LogicalFeed> logicalFeeds(Feed feed) {
        return Stream.concat(Stream.of(LogicalFeed.of(feed.name())), places.logicalFeeds(feed.name()).stream())
                .distinct()
                .toList();
    }

    /**
     * The contents of the complete archive documents of a logical feed, the oldest first.
     *
     * @param articles gives the digest of an article
     */
    public List<Contents> archives(Feed feed, LogicalFeed logicalFeed, Function<ArticleId, String> articles) {
        return transactions.read(() -> complete(feed, logicalFeed, articles));
    }

    private List<Contents> complete(Feed feed, LogicalFeed logicalFeed, Function<ArticleId, String> articles) {
        var now = clock.instant();
        int settled = archive.mark(logicalFeed, Integer.MAX_VALUE).page();
        var archives = new ArrayList<Contents>();
        var mark = JdbcArchive.Mark.NONE;
        List<Place> batch;
        do {
            batch = archive.behind(logicalFeed, mark, 0, BATCH, now);
            for (int i = 0; i + ArchivePosition.PLACES <= batch.size(); i += ArchivePosition.PLACES) {
                var text = new StringBuilder();
                if (archives.size() >= settled) {
                    text.append(feed.modified()); // which dates the document until it is settled
                }
                for (var place : batch.subList(i, i + ArchivePosition.PLACES)) {
                    text.append(place).append(articles.apply(place.article()));
                }
                archives.add(
                        new Contents(Digest.hex(text.toString()), batch.get(i).appeared()));
            }
            if (batch.size() == BATCH) {
                var last = batch.getLast();
                mark = new JdbcArchive.Mark(0, last.appeared(), last.article().value(), last.modified());
            }
        } while (batch.size() == BATCH);
        return archives;
    }
}
