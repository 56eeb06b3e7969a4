package org.feedwright.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.Articles;
import org.feedwright.article.FeedName;
import org.feedwright.article.Person;
import org.springframework.stereotype.Component;

/**
 * Hands on what a feed newly says for those of its articles that do not say it themselves: who wrote them and
 * in which language. They get places, and are found, as if each had been saved again.
 *
 * <p>All of it belongs to the transaction that defines the feed, so that none or all has happened after a crash.
 * Articles are taken in parts, for a feed may have more of them than there is memory for.
 */
@Component
class Inheritance {
    private final JdbcFeeds feeds;
    private final JdbcPlaces places;
    private final Articles articles;
    private final Placement placement;
    private final SearchIndex index;
    private final FeedChanges changes;

    Inheritance(
            JdbcFeeds feeds,
            JdbcPlaces places,
            Articles articles,
            Placement placement,
            SearchIndex index,
            FeedChanges changes) {
        this.feeds = feeds;
        this.places = places;
        this.articles = articles;
        this.placement = placement;
        this.index = index;
        this.changes = changes;
    }

    /** A feed has been defined anew, and stored so. */
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
            var kin = placement.kin(feed);
            var former = kin.with(before);
            places.walk(Strand.of(feed), part -> {
                var heirs = articles(part, feed).stream()
                        .filter(article ->
                                isByAnother && article.text().authors().isEmpty()
                                        || isInAnother && article.text().language() == null)
                        .toList();
                difference(heirs, former, kin).forEach(placement::leave);
                difference(heirs, kin, former).forEach((strand, ids) -> placement.join(strand, ids, kin));
                if (isByAnother) {
                    index.put(ArticleTerms.of(heirs, _ -> now));
                }
            });
        }
    }

    /** A composed feed has places of articles that are filed elsewhere too. */
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

    /** The articles of each strand that they belong to by the one and not by the other. */
    private static Map<Strand, List<ArticleId>> difference(List<Article> articles, Kin one, Kin other) {
        var strands = new HashMap<Strand, List<ArticleId>>();
        for (var article : articles) {
            var others = other.strands(article);
            one.strands(article).stream()
                    .filter(strand -> !others.contains(strand))
                    .forEach(strand -> strands.computeIfAbsent(strand, _ -> new ArrayList<>())
                            .add(article.id()));
        }
        return strands;
    }

    private static Optional<String> author(FeedDefinition definition) {
        return Optional.ofNullable(definition.author()).map(Person::name);
    }
}
