package org.feedwright.article;

/** What happened to an article, told inside the transaction in which it happened. */
public sealed interface ArticleEvent {
    /** The feed whose readers it concerns: where the article is filed, or where it was filed until now. */
    FeedName feed();

    /** The article as it is now. */
    Article article();

    default ArticleId id() {
        return article().id();
    }

    /**
     * Readers can see an article that they could not see before.
     *
     * @param again whether they saw it at some time before: it was withdrawn, or comes from another feed
     */
    record ArticlePublished(FeedName feed, Article article, boolean again) implements ArticleEvent {}

    /** An article that readers see has changed for them. */
    record ArticleRevised(FeedName feed, Article article, Revision revision) implements ArticleEvent {}

    /** Readers can no longer see an article; or an article that they could not see is withdrawn for another reason. */
    record ArticleWithdrawn(FeedName feed, Article article) implements ArticleEvent {}

    /** Readers see no difference yet. The time at which a scheduled article appears may have changed. */
    record ArticleScheduled(FeedName feed, Article article) implements ArticleEvent {}
}
