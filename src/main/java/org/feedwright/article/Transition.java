package org.feedwright.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleEvent.ArticlePublished;
import org.feedwright.article.ArticleEvent.ArticleRevised;
import org.feedwright.article.ArticleEvent.ArticleScheduled;
import org.feedwright.article.ArticleEvent.ArticleWithdrawn;
import org.jspecify.annotations.Nullable;

/** From one state of an article to the next: the rules of identity and dates, without a store or a clock. */
final class Transition {
    private Transition() {}

    static Article first(ArticleId id, Manuscript manuscript, Instant horizon, Instant now) {
        var published = manuscript.published().toInstant();
        var updated = manuscript.statedUpdated() != null ? manuscript.statedUpdated() : published;
        return article(id, manuscript, published, updated, appearance(manuscript, horizon, now));
    }

    static Article next(Article before, Manuscript manuscript, Instant horizon, Instant now) {
        var published = manuscript.published().toInstant();
        boolean keepsItsPlace = hasBeenSeen(before, now) && before.published().equals(published);
        var appeared = keepsItsPlace ? before.appeared() : appearance(manuscript, horizon, now);
        return article(before.id(), manuscript, published, updated(before, manuscript, now), appeared);
    }

    static Article withdrawn(Article before, Instant now) {
        return new Article(
                before.id(),
                before.feed(),
                before.slug(),
                State.WITHDRAWN,
                before.published(),
                before.updated(),
                hasBeenSeen(before, now) ? before.appeared() : null,
                before.text());
    }

    static Optional<ArticleEvent> event(@Nullable Article before, Article after, Revision revision, Instant now) {
        boolean wasVisible = before != null && before.isVisible(now);
        boolean isVisible = after.isVisible(now);
        if (isVisible) {
            return Optional.of(
                    wasVisible
                            ? new ArticleRevised(after.feed(), after.id(), revision)
                            : new ArticlePublished(after.feed(), after.id()));
        }
        if (wasVisible) {
            return Optional.of(new ArticleWithdrawn(after.feed(), after.id()));
        }
        boolean changesTheSchedule = after.isScheduled(now) || (before != null && before.isScheduled(now));
        return changesTheSchedule
                ? Optional.of(new ArticleScheduled(after.feed(), after.id(), after.published()))
                : Optional.empty();
    }

    private static Article article(
            ArticleId id, Manuscript manuscript, Instant published, Instant updated, @Nullable Instant appeared) {
        return new Article(
                id,
                manuscript.feed(),
                manuscript.slug(),
                manuscript.draft() ? State.DRAFT : State.PUBLISHED,
                published,
                updated,
                appeared,
                manuscript.text());
    }

    /** What an author states is believed; else only what a reader has seen can be updated. */
    private static Instant updated(Article before, Manuscript manuscript, Instant now) {
        if (manuscript.statedUpdated() != null) {
            return manuscript.statedUpdated();
        }
        var published = manuscript.published().toInstant();
        if (!hasBeenSeen(before, now)) {
            return published;
        }
        if (Revision.between(before.text(), manuscript.text()) == Revision.SIGNIFICANT) {
            var second = now.truncatedTo(ChronoUnit.SECONDS); // RSS dates have no fraction
            return second.isAfter(before.updated()) ? second : before.updated();
        }
        return before.updated().equals(before.published()) ? published : before.updated();
    }

    private static boolean hasBeenSeen(Article article, Instant now) {
        return article.appeared() != null && !article.appeared().isAfter(now);
    }

    private static @Nullable Instant appearance(Manuscript manuscript, Instant horizon, Instant now) {
        if (manuscript.draft()) {
            return null;
        }
        var published = manuscript.published().toInstant();
        return published.isBefore(horizon) ? now : published;
    }
}
