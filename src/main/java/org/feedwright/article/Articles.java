package org.feedwright.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All stored articles. Each change is one transaction, which also tells its {@link ArticleEvent}; when a
 * method has returned, or the transaction around it has been committed, the change survives a crash.
 * {@link IdTaken} and {@link SlugTaken} leave a transaction around it as it was.
 */
public interface Articles {

    /**
     * Stores an article that has no identity yet, or has the stated id of a withdrawn one, which it then
     * brings back. One that is handed in as withdrawn takes its place, empty, and its id.
     *
     * @param horizon an article published then or before appears now, where readers still look, instead of
     *     unseen among the old ones; {@link Instant#MIN} for none
     * @throws IdTaken if the stated id is that of a live article
     * @throws SlugTaken if a live article of the feed has the slug
     */
    Article publish(Manuscript manuscript, Instant horizon);

    /**
     * Stores articles of one feed that have no identity yet and state no id, as {@link #publish} would one after
     * another, many times faster. It tells of those that readers see by one {@link ArticlesPublished}.
     *
     * @return empty if one of them meets another article's id or address; then none is stored
     */
    Optional<List<Article>> publishAll(List<Manuscript> manuscripts, Instant horizon);

    /**
     * Stores a new state of an article under the identity it has, whatever id the manuscript states.
     *
     * @throws IllegalArgumentException if there is no such article
     * @throws IdTaken if it comes from another feed, and a live article of this one has the same stated text
     * @throws SlugTaken if another live article of the feed has the slug
     */
    Article revise(ArticleId id, Manuscript manuscript, Instant horizon);

    /**
     * Refuses an id that cannot be given to another article.
     *
     * @throws IdTaken if it is that of a live article
     */
    void refuseTaken(ArticleId id);

    /**
     * Takes an article back: it leaves every feed, its id is never given again, and its place stays empty. Of
     * one that is withdrawn already only the reason changes, if another one is given.
     *
     * @param reason why, for everyone to read; null where none is given
     */
    void withdraw(ArticleId id, @Nullable String reason);

    /** Takes an article back without giving a reason. */
    void withdraw(ArticleId id);

    /** Files all articles of a feed under the feed's new name, as they are: their ids and places stay. */
    void refile(FeedName from, FeedName to);

    /** The article with this id, also a draft or a withdrawn one. */
    Optional<Article> find(ArticleId id);

    /** The article at this address: the live one, else of the withdrawn ones that readers had seen, the newest. */
    Optional<Article> find(FeedName feed, Slug slug);

    /**
     * The article that readers mean by this address: the one that they see there at this time; else the one that
     * they met there before it got another address, whatever has become of it; else as {@link #find(FeedName, Slug)}.
     */
    Optional<Article> findMeant(FeedName feed, Slug slug, Instant now);

    /** All addresses at which readers met articles that have other ones since, in any order. */
    List<FormerAddress> formerAddresses();

    /** The articles with these ids, also drafts and withdrawn ones, in any order. */
    List<Article> find(Collection<ArticleId> ids);

    /**
     * All articles, also drafts and withdrawn ones, in the order of their ids and in parts.
     *
     * @param last the last one of the part before; null for the first part
     */
    List<ListedArticle> listed(@Nullable ArticleId last, int count);

    /** The newest visible articles of all feeds. */
    List<Article> newest(int count, Instant now);
}
