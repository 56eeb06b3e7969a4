package org.feedwright.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.feedwright.article.Article.State;
import org.jspecify.annotations.Nullable;

/** The rules for withdrawn articles: what is kept of one, and which place it leaves empty. */
final class WithdrawnArticle {
    private WithdrawnArticle() {}

    /**
     * The first state of an article that is withdrawn when it comes, as into a fresh store. It leaves the place empty
     * that it would have had; if no reader can have met it there, it takes no place.
     */
    static Article first(Article article, Withdrawal withdrawal, Instant now) {
        boolean wasMet =
                article.state() == State.PUBLISHED && !article.published().isAfter(now);
        return of(
                article,
                article.feed(),
                article.slug(),
                wasMet ? article.published() : null,
                withdrawal.date() != null
                        ? withdrawal.date()
                        : article.updated().truncatedTo(ChronoUnit.SECONDS),
                withdrawal.reason());
    }

    /**
     * The next state of an article that is withdrawn now, or was before. Only its address follows its file. The text
     * stays as readers have met it, so that a difference is a revision when the article comes back.
     */
    static Article next(Article before, FeedName feed, Slug slug, Withdrawal withdrawal, Instant now) {
        var since = withdrawal.date();
        if (since == null) {
            since = before.state() == State.WITHDRAWN ? before.withdrawn() : now.truncatedTo(ChronoUnit.SECONDS);
        }
        return of(before, feed, slug, before.hasBeenSeen(now) ? before.appeared() : null, since, withdrawal.reason());
    }

    private static Article of(
            Article article,
            FeedName feed,
            Slug slug,
            @Nullable Instant appeared,
            @Nullable Instant since,
            @Nullable String reason) {
        return new Article(
                article.id(),
                feed,
                slug,
                State.WITHDRAWN,
                article.published(),
                article.updated(),
                appeared,
                article.text(),
                since,
                reason,
                article.statedId());
    }
}
