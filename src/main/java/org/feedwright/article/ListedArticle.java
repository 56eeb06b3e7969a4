package org.feedwright.article;

import java.time.Instant;
import org.feedwright.article.Article.State;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an article that a list of all articles contains.
 *
 * @param appeared its place in its feed's order; null for an article that has never been visible
 * @param digest a digest of everything that is stored of the article; it changes exactly when something of that does
 */
public record ListedArticle(
        ArticleId id,
        FeedName feed,
        Slug slug,
        State state,
        @Nullable Instant appeared,
        String digest) {}
