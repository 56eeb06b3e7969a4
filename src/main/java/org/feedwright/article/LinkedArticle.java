package org.feedwright.article;

import org.jspecify.annotations.Nullable;

/**
 * Another article to which an article leads by the name of that article's file.
 *
 * @param path the other article's file, from the folder of the article's own file, as addresses in the article have it
 * @param feed the feed of that file; null where it is the article's own feed, whatever its name is by now
 * @param slug the other article's slug, as its file had it when this article was read
 */
public record LinkedArticle(String path, @Nullable FeedName feed, Slug slug) {}
