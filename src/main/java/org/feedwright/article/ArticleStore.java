package org.feedwright.article;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where articles are written, without their places and without the index. Each method is a transaction, or belongs to
 * the one around it; when that has been committed, the change survives a crash. {@link Taken} leaves a transaction
 * around it as it was.
 */
public interface ArticleStore {
    /**
     * What became of an article.
     *
     * @param article as it is now
     * @param events what readers see of it, in this order; none if they see no difference
     */
    record Change(Article article, List<ArticleEvent> events) {
        public Change {
            events = List.copyOf(events);
        }
    }

    /**
     * Stores an article that has no identity yet, or has the stated id of a withdrawn one, which it then
     * brings back. One that is handed in as withdrawn takes its place, empty, and its id.
     *
     * @param horizon an article published then or before appears now, where readers still look, instead of
     *     unseen among the old ones
     * @throws Taken if a live article has the stated id, or the slug in the same feed
     */
    Change publish(Manuscript manuscript, Horizon horizon);

    /**
     * Stores articles of one feed that have no identity yet and state no id, as {@link #publish} would one after
     * another, many times faster.
     *
     * @return empty if one of them meets another article's id or address; then none is stored
     */
    Optional<List<Change>> publishAll(List<Manuscript> manuscripts, Horizon horizon);

    /**
     * Stores a new state of an article under the identity it has, whatever id the manuscript states.
     *
     * @throws IllegalArgumentException if there is no such article
     * @throws Taken if another live article of the feed has the slug; or if the article comes from another feed, and
     *     a live article of this one has the same stated id
     */
    Change revise(ArticleId id, Manuscript manuscript, Horizon horizon);

    /**
     * Takes an article back: it leaves every feed, its id is never given again, and its place stays empty. Of
     * one that is withdrawn already only the reason changes, if another one is given.
     *
     * @param reason why, for everyone to read; null where none is given
     * @throws IllegalArgumentException if there is no such article
     */
    Change withdraw(ArticleId id, @Nullable String reason);

    /** Files all articles of a feed under the feed's new name, as they are: their ids and places stay. */
    void refile(FeedName from, FeedName to);
}
