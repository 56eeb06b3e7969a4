package org.feedwright.article;

/**
 * An address at which readers met an article that has another one since.
 *
 * @param article the one that left it last
 */
public record FormerAddress(FeedName feed, Slug slug, ArticleId article) {}
