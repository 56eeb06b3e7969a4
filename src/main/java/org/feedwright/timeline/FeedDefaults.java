package org.feedwright.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.feedwright.feed.FeedDefinition;
import org.feedwright.feed.JdbcFeeds;
import org.feedwright.feed.LogicalFeed;
import org.feedwright.timeline.JdbcArchive.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Follows a feed that changes what holds for articles that do not state it themselves: their author and their language.
 * These articles get places and are found as if each had been saved again.
 *
 * <p>A feed may have more articles than others can wait for. The first ones belong to the transaction that defines the
 * feed; the others follow in parts, and each part notes how far it has come, so that the work goes on after a crash.
 * Each part compares the places that an article has with those that it should have, so it does not matter what has
 * happened to the article, or how often the feed was defined, in between.
 */
@Component
class FeedDefaults {
    private static final Logger log = LoggerFactory.getLogger(FeedDefaults.class);

    /** The number of articles in a part. While a part is stored, nobody else can write to SQLite. */
    private static final int PART = 500;

    private final JdbcFeedDefaults progress;
    private final JdbcFeeds feeds;
    private final JdbcPlaces places;
    private final JdbcArchive archive;
    private final Articles articles;
    private final Placement placement;
    private final ArticleIndex index;
    private final FeedChanges changes;

    FeedDefaults(
            JdbcFeedDefaults progress,
            JdbcFeeds feeds,
            JdbcPlaces places,
            JdbcArchive archive,
            Articles articles,
            Placement placement,
            ArticleIndex index,
            FeedChanges changes) {
        this.progress = progress;
        this.feeds = feeds;
        this.places = places;
        this.archive = archive;
        this.articles = articles;
        this.placement = placement;
        this.index = index;
        this.changes = changes;
    }

    /** Begins to follow a feed whose new definition is stored. */
    void pass(FeedName feed, FeedDefinition before, FeedDefinition now) {
        var composed = feeds.composed().stream()
                .filter(other -> !other.name().equals(feed))
                .filter(other -> other.definition().select() != null
                        && other.definition().select().takesFrom(feed))
                .toList();
        composed.forEach(other -> changes.note(other.name(), true));
        changes.under(feed, true).speakers.add(feed);
        boolean isByAnother = !author(before).equals(author(now));
        boolean isInAnother = !Objects.equals(before.language(), now.language())
                && composed.stream()
                        .anyMatch(other -> Objects.requireNonNull(
                                        other.definition().select())
                                .goesByLanguage());
        if (isByAnother || isInAnother) {
            progress.begin(feed);
            if (handOn(feed)) {
                log.info("What the feed {} newly says is being handed on to its articles", feed);
            }
        }
    }

    /**
     * Follows with the next part of articles, in the current transaction.
     *
     * @return whether there may be more
     */
    boolean handOn() {
        var next = progress.next();
        next.ifPresent(this::handOn);
        return next.isPresent();
    }

    private boolean handOn(FeedName feed) {
        var kin = placement.kin(feed); // locks the feed first, so that no other node works on it
        var last = progress.last(feed);
        if (last.isEmpty() || kin.own().isEmpty()) {
            progress.end(feed);
            return false;
        }
        var part = archive.following(LogicalFeed.of(feed), last.get(), PART);
        var heirs = articles(part, feed).stream()
                .filter(article ->
                        article.text().authors().isEmpty() || article.text().language() == null)
                .toList();
        handOn(heirs, kin);
        boolean isMore = part.size() == PART;
        if (isMore) {
            progress.note(feed, Mark.at(part.getLast()));
        } else {
            progress.end(feed);
        }
        return isMore;
    }

    private void handOn(List<Article> heirs, CandidateFeeds kin) {
        var left = new HashMap<LogicalFeed, List<ArticleId>>();
        var joined = new HashMap<LogicalFeed, List<ArticleId>>();
        var filled = places.filled(heirs.stream().map(Article::id).toList());
        for (var article : heirs) {
            var now = filled.getOrDefault(article.id(), Set.of());
            var wanted = kin.logicalFeeds(article);
            now.stream()
                    .filter(logicalFeed -> kin.has(logicalFeed) && !wanted.contains(logicalFeed))
                    .forEach(logicalFeed -> add(left, logicalFeed, article));
            wanted.stream()
                    .filter(logicalFeed -> !now.contains(logicalFeed))
                    .forEach(logicalFeed -> add(joined, logicalFeed, article));
        }
        left.forEach(placement::leave);
        joined.forEach((logicalFeed, ids) -> placement.join(logicalFeed, ids, kin));
        index.note(heirs.stream()
                .filter(article -> article.text().authors().isEmpty())
                .toList());
    }

    private static void add(Map<LogicalFeed, List<ArticleId>> logicalFeeds, LogicalFeed logicalFeed, Article article) {
        logicalFeeds.computeIfAbsent(logicalFeed, _ -> new ArrayList<>()).add(article.id());
    }

    /** Goes on under a feed's new name. */
    void rename(FeedName from, FeedName to) {
        progress.rename(from, to);
    }

    /** The articles that are filed in the feed. A feed that takes articles of others has places of those too. */
    private List<Article> articles(List<Place> places, FeedName feed) {
        var ids = places.stream()
                .filter(place -> !place.isEmpty())
                .map(Place::article)
                .toList();
        return articles.find(ids).stream()
                .filter(article ->
                        article.state() == State.PUBLISHED && article.feed().equals(feed))
                .toList();
    }

    private static Optional<String> author(FeedDefinition definition) {
        return Optional.ofNullable(definition.author()).map(Person::name);
    }
}
