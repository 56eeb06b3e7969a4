package org.feedwright.article;

import java.time.Instant;
import org.feedwright.article.Article.State;
import org.jspecify.annotations.Nullable;

/**
 * What a list of articles says of one.
 *
 * @param appeared its place in its feed's order; null for what was never visible
 * @param digest the same exactly as long as everything is that is stored of the article
 */
public record ListedArticle(
        ArticleId id,
        FeedName feed,
        Slug slug,
        State state,
        @Nullable Instant appeared,
        String digest) {}
