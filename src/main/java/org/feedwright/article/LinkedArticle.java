package org.feedwright.article;

import org.jspecify.annotations.Nullable;

/**
 * Another article to which an article leads by the name of that article's file.
 *
 * @param path the file in the article's feed's folder, or {@code ../} and the file in another feed's folder
 * @param feed the feed of that file; null where it is the article's own feed, whatever its name is by now
 * @param slug the other article's slug, as its file had it when this article was read
 */
public record LinkedArticle(String path, @Nullable FeedName feed, Slug slug) {}
