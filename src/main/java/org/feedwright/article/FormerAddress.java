package org.feedwright.article;

/**
 * An address at which readers met an article that has another address now.
 *
 * @param article the last article that left the address
 */
public record FormerAddress(FeedName feed, Slug slug, ArticleId article) {}
