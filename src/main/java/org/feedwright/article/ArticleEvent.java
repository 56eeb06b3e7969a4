package org.feedwright.article;

/** What happened to an article, told inside the transaction in which it happened. */
public sealed interface ArticleEvent {
    FeedName feed();

    ArticleId id();

    /** Readers can see an article that they could not see before. */
    record ArticlePublished(FeedName feed, ArticleId id) implements ArticleEvent {}

    /** An article that readers see reads or looks different. */
    record ArticleRevised(FeedName feed, ArticleId id, Revision revision) implements ArticleEvent {}

    /** Readers can no longer see an article. */
    record ArticleWithdrawn(FeedName feed, ArticleId id) implements ArticleEvent {}

    /** Readers see nothing new yet; when they will by themselves may have changed. */
    record ArticleScheduled(FeedName feed, ArticleId id) implements ArticleEvent {}
}
