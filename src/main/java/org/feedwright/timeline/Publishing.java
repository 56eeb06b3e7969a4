package org.feedwright.timeline;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.ArticleEvent.ArticlePublished;
import org.feedwright.article.ArticleId;
import org.feedwright.article.ArticleStore;
import org.feedwright.article.ArticleStore.Change;
import org.feedwright.article.Articles;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Taken;
import org.feedwright.feed.Feeds;
import org.feedwright.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one door by which articles are published, revised and withdrawn, whoever asks for it. An article, its places and
 * the index by which it is found change in one transaction, or none of them; after its commit {@code FeedChanged} tells
 * of each feed that changed. Several calls in one transaction are one change of their feeds.
 */
@Component
public class Publishing {
    private final ArticleStore store;
    private final FeedsAsFound found;
    private final Placement placement;
    private final ArticleIndex index;
    private final Articles articles;
    private final InstantSource clock;
    private final Transactions transactions;
    private final @Nullable Announcements announcements;
    private final Publications publications = new Publications();

    Publishing(
            ArticleStore store,
            Timeline timeline,
            Placement placement,
            ArticleIndex index,
            Articles articles,
            Feeds feeds,
            InstantSource clock,
            Transactions transactions,
            @Nullable Announcements announcements) {
        this.store = store;
        this.articles = articles;
        this.clock = clock;
        this.found = new FeedsAsFound(feeds, timeline);
        this.placement = placement;
        this.index = index;
        this.transactions = transactions;
        this.announcements = announcements;
    }

    /**
     * Publishes an article that has no identity yet, or has the stated id of a withdrawn one, which it then brings
     * back. One that comes too late for its date appears on top, where readers still look.
     *
     * @throws Taken if a live article has the stated id, or the slug in the same feed; nothing else of the transaction
     *     is undone
     */
    public Article publish(Manuscript manuscript) {
        return transactions.writeOrRefuse(
                Taken.class,
                () -> follow(store.publish(found.addressed(manuscript), found.horizon(manuscript.feed()))));
    }

    /**
     * Publishes articles of one feed that have no identity yet and state no id, as {@link #publish} would one after
     * another, many times faster.
     *
     * @return empty if one of them meets another article's id or address; then none is published
     */
    public Optional<List<Article>> publishAll(List<Manuscript> manuscripts) {
        return transactions.writeOrUndo(() -> manuscripts.isEmpty()
                ? Optional.of(List.of())
                : store.publishAll(
                                manuscripts.stream().map(found::addressed).toList(),
                                found.horizon(manuscripts.getFirst().feed()))
                        .map(this::followAll));
    }

    /**
     * Gives an article a new state under the identity it has, whatever id the manuscript states. One that nobody has
     * seen gets a new identity where its feed identifies articles by their addresses and it has another address now:
     * an id is fixed when an article is first published.
     *
     * @throws IllegalArgumentException if there is no such article
     * @throws Taken if another live article of the feed has the slug, or, for an article that comes from another feed,
     *     its stated id; nothing else of the transaction is undone
     */
    public Article revise(ArticleId id, Manuscript manuscript) {
        return transactions.writeOrRefuse(Taken.class, () -> {
            var addressed = found.addressed(manuscript);
            return isToBeIdentified(id, addressed)
                    ? identify(id, addressed)
                    : follow(store.revise(id, addressed, found.horizon(manuscript.feed())));
        });
    }

    private boolean isToBeIdentified(ArticleId id, Manuscript manuscript) {
        return manuscript.idAddress() != null
                && !id.isOf(manuscript.idAddress())
                && articles.find(id)
                        .filter(article -> !article.hasBeenSeen(clock.instant()))
                        .isPresent();
    }

    private Article identify(ArticleId before, Manuscript manuscript) {
        return transactions.writeOrUndo(() -> {
            withdraw(before);
            return follow(store.publish(manuscript, found.horizon(manuscript.feed())));
        });
    }

    /**
     * Takes an article back: it leaves every feed, its id is never given again, and its places stay empty.
     *
     * @param reason why, for everyone to read; null where none is given
     * @throws IllegalArgumentException if there is no such article
     */
    public void withdraw(ArticleId id, @Nullable String reason) {
        transactions.write(() -> follow(store.withdraw(id, reason)));
    }

    /** Takes an article back without giving a reason. */
    public void withdraw(ArticleId id) {
        withdraw(id, null);
    }

    /** What has been published, revised and withdrawn. */
    public Publications publications() {
        return publications;
    }

    private Article follow(Change change) {
        note(change);
        change.events().forEach(placement::place);
        if (!change.events().isEmpty()) {
            index.note(List.of(change.article()));
        }
        return change.article();
    }

    private List<Article> followAll(List<Change> changes) {
        var visible = new ArrayList<Article>();
        for (var change : changes) {
            if (change.events().stream().anyMatch(ArticlePublished.class::isInstance)) {
                note(change);
                visible.add(change.article());
            } else {
                follow(change);
            }
        }
        if (!visible.isEmpty()) {
            placement.placeFirst(visible.getFirst().feed(), visible);
            index.note(visible);
        }
        return changes.stream().map(Change::article).toList();
    }

    private void note(Change change) {
        change.events().forEach(publications::note);
        if (announcements != null) {
            change.events().forEach(announcements::note);
        }
    }
}
