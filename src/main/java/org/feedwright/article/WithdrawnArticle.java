package org.feedwright.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.feedwright.article.Article.State;
import org.jspecify.annotations.Nullable;

/** An article that is taken back: what is kept of it, and what it leaves empty. */
final class WithdrawnArticle {
    private WithdrawnArticle() {}

    /**
     * One that comes as withdrawn, as into a fresh store, leaves the place empty that it would have had; but
     * one that no reader can have met takes none.
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
     * One that is withdrawn now, or was already. Only its address may follow its file: the text stays as
     * readers have met it, so that what is different when the article comes back is a revision then.
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
