package org.feedwright.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleEvent.ArticlePublished;
import org.feedwright.article.ArticleEvent.ArticleRevised;
import org.feedwright.article.ArticleEvent.ArticleScheduled;
import org.feedwright.article.ArticleEvent.ArticleWithdrawn;
import org.jspecify.annotations.Nullable;

/** Leads an article from one state to the next: the rules of dates, places and events, without a store or a clock. */
public final class Transition {
    private Transition() {}

    public static Article first(ArticleId id, Manuscript manuscript, Horizon horizon, Instant now) {
        var published = manuscript.published().toInstant();
        var text = Corrections.first(manuscript);
        var updated = manuscript.statedUpdated() != null
                ? manuscript.statedUpdated()
                : later(published, Corrections.latest(text));
        var stated = manuscript.statedId();
        String statedId = stated == null || stated.isIri() ? null : stated.text();
        var article = article(id, statedId, manuscript, text, updated, firstPlace(manuscript, horizon, now));
        return manuscript.withdrawal() == null
                ? article
                : WithdrawnArticle.first(article, manuscript.withdrawal(), now);
    }

    public static Article next(Article before, Manuscript manuscript, Horizon horizon, Instant now) {
        if (manuscript.withdrawal() != null) {
            return WithdrawnArticle.next(before, manuscript.feed(), manuscript.slug(), manuscript.withdrawal(), now);
        }
        var text = Corrections.next(before, manuscript, now);
        return article(
                before.id(),
                before.statedId(),
                manuscript,
                text,
                updated(before, manuscript, text, now),
                place(before, manuscript, horizon, now));
    }

    public static Article withdrawn(Article before, @Nullable String reason, Instant now) {
        return WithdrawnArticle.next(before, before.feed(), before.slug(), new Withdrawal(reason, null), now);
    }

    /**
     * The events of a transition, as readers see it. An article that moves to another feed leaves the one and comes to
     * the other.
     */
    public static List<ArticleEvent> events(@Nullable Article before, Article after, Instant now) {
        if (before == null || !before.feed().equals(after.feed())) {
            var left = before == null
                    ? Optional.<ArticleEvent>empty()
                    : left(before, after, now).or(() -> empty(before, after, now));
            return Stream.of(left, came(before, after, now))
                    .flatMap(Optional::stream)
                    .toList();
        }
        if (before.isVisible(now) && after.isVisible(now)) {
            return List.of(new ArticleRevised(after.feed(), after, Revision.between(before, after)));
        }
        var comesFirst = after.isVisible(now) ? came(before, after, now) : left(before, after, now);
        return comesFirst.or(() -> came(before, after, now)).stream().toList();
    }

    private static Optional<ArticleEvent> came(@Nullable Article before, Article article, Instant now) {
        if (article.isVisible(now)) {
            boolean again = before != null && before.hasBeenSeen(now);
            return Optional.of(new ArticlePublished(article.feed(), article, again));
        }
        return article.isScheduled(now)
                ? Optional.of(new ArticleScheduled(article.feed(), article))
                : empty(article, article, now);
    }

    /** The event of a withdrawn article, which its feed still shows by an empty place and a reason. */
    private static Optional<ArticleEvent> empty(Article where, Article after, Instant now) {
        return where.state() == State.WITHDRAWN && where.hasBeenSeen(now)
                ? Optional.of(new ArticleWithdrawn(where.feed(), after))
                : Optional.empty();
    }

    private static Optional<ArticleEvent> left(Article before, Article after, Instant now) {
        if (before.isVisible(now)) {
            return Optional.of(new ArticleWithdrawn(before.feed(), after));
        }
        return before.isScheduled(now) ? Optional.of(new ArticleScheduled(before.feed(), after)) : Optional.empty();
    }

    private static Article article(
            ArticleId id,
            @Nullable String statedId,
            Manuscript manuscript,
            ArticleText text,
            Instant updated,
            @Nullable Instant appeared) {
        return new Article(
                id,
                manuscript.feed(),
                manuscript.slug(),
                manuscript.draft() ? State.DRAFT : State.PUBLISHED,
                manuscript.published().toInstant(),
                updated,
                appeared,
                text,
                null,
                null,
                statedId);
    }

    /**
     * The {@code updated} of a new state. An author's stated date is taken. Else a significant change or a later
     * publication moves it, only of an article that readers have seen, and never backwards. A dated correction was made
     * at its date.
     */
    private static Instant updated(Article before, Manuscript manuscript, ArticleText text, Instant now) {
        if (manuscript.statedUpdated() != null) {
            return manuscript.statedUpdated();
        }
        var earliest = later(manuscript.published().toInstant(), Corrections.latest(text));
        if (!before.hasBeenSeen(now)) {
            return earliest;
        }
        var kept = later(before.updated(), earliest);
        boolean isTold = Revision.onlyCorrected(before.text(), text) && kept.isAfter(before.updated());
        boolean significant = Revision.between(before.text(), text) == Revision.SIGNIFICANT;
        return significant && !isTold
                ? later(kept, now.truncatedTo(ChronoUnit.SECONDS))
                : kept; // RSS dates have no fraction
    }

    /**
     * What readers have met stays where they met it, whatever its date becomes, unless that lies ahead: then
     * it leaves, and appears anew. In another feed it is new.
     */
    private static @Nullable Instant place(Article before, Manuscript manuscript, Horizon horizon, Instant now) {
        var appeared = before.appeared();
        if (appeared == null || appeared.isAfter(now)) {
            return firstPlace(manuscript, horizon, now);
        }
        if (manuscript.draft()) {
            return appeared;
        }
        var published = manuscript.published().toInstant();
        if (published.isAfter(now)) {
            return published;
        }
        return before.feed().equals(manuscript.feed()) ? appeared : firstPlace(manuscript, horizon, now);
    }

    private static @Nullable Instant firstPlace(Manuscript manuscript, Horizon horizon, Instant now) {
        return manuscript.draft() ? null : horizon.place(manuscript.published().toInstant(), now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
