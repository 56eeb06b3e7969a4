package org.feedwright.article;

import org.jspecify.annotations.Nullable;

/**
 * Another article to which an article leads by the name of its file, as its author's folder has it.
 *
 * @param path the file in the article's feed's folder, or {@code ../} and the file in another feed's
 * @param feed the feed of that file; null where it is the article's own, whatever that is called by now
 * @param slug the other article's, as its file said when this one was read
 */
public record LinkedArticle(String path, @Nullable FeedName feed, Slug slug) {}
