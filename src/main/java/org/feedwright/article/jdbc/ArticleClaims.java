package org.feedwright.article.jdbc;

import java.time.Instant;
import java.util.Objects;
import org.feedwright.article.Article;
import org.feedwright.article.Article.State;
import org.feedwright.article.ArticleId;
import org.feedwright.article.FeedName;
import org.feedwright.article.Manuscript;
import org.feedwright.article.Taken.IdTaken;
import org.feedwright.article.Taken.SlugTaken;
import org.jspecify.annotations.Nullable;

/** Checks the ids and addresses that articles claim against those that are taken. */
final class ArticleClaims {
    private final JdbcArticleRows rows;

    ArticleClaims(JdbcArticleRows rows) {
        this.rows = rows;
    }

    /** The id that a manuscript states: that of the article for which its feed has the same text, whatever made it. */
    @Nullable
    ArticleId stated(Manuscript manuscript) {
        var stated = manuscript.statedId();
        if (stated == null || stated.isIri()) {
            return manuscript.id();
        }
        var made = Objects.requireNonNull(manuscript.id(), "the feed's id is not known");
        return rows.findStated(manuscript.feed(), stated.text())
                .map(Article::id)
                .orElse(made);
    }

    /**
     * The id of an article that states none: minted, or its address where its feed says so.
     *
     * @param attempt 1 for the plain id; a higher number makes another id
     */
    static ArticleId give(Manuscript manuscript, int attempt) {
        return manuscript.idAddress() != null
                ? ArticleId.ofAddress(manuscript.idAddress(), attempt)
                : ArticleId.mint(
                        manuscript.authority(),
                        manuscript.published().toLocalDate(),
                        manuscript.feed(),
                        manuscript.slug(),
                        attempt);
    }

    /** Whether an address was kept for an article that nobody has seen under it, such as a draft that was given up. */
    boolean isUnseen(ArticleId id, Manuscript manuscript, Instant now) {
        return manuscript.idAddress() != null
                && rows.find(id)
                        .filter(holder -> holder.state() == State.WITHDRAWN && !holder.hasBeenSeen(now))
                        .isPresent();
    }

    /** Refuses an article whose address is the id of another one that is still there. */
    void refuseSecondAddress(ArticleId id, Manuscript manuscript) {
        rows.find(id)
                .filter(holder -> holder.state() != State.WITHDRAWN)
                .filter(holder -> manuscript.idAddress() != null
                        && manuscript.text().link() != null
                        && manuscript.text().link().equals(holder.text().link()))
                .ifPresent(holder -> {
                    throw new IdTaken(holder);
                });
    }

    /** Refuses an id that cannot be given to another article: that of a live one. */
    void refuseTaken(ArticleId id) {
        rows.find(id).filter(holder -> holder.state() != State.WITHDRAWN).ifPresent(holder -> {
            throw new IdTaken(holder);
        });
    }

    /** A withdrawn article leaves its address to others. */
    void refuseTakenSlug(Manuscript manuscript, @Nullable ArticleId self) {
        if (manuscript.withdrawal() != null) {
            return;
        }
        rows.findLive(manuscript.feed(), manuscript.slug())
                .filter(holder -> !holder.id().equals(self))
                .ifPresent(holder -> {
                    throw new SlugTaken(holder);
                });
    }

    /** An article that comes from another feed must not be there a second time for who knows it by what was stated. */
    void refuseSecond(Article article, FeedName feed) {
        if (article.statedId() != null && !article.feed().equals(feed)) {
            rows.findStated(feed, article.statedId())
                    .filter(holder -> holder.state() != State.WITHDRAWN)
                    .ifPresent(holder -> {
                        throw new IdTaken(holder);
                    });
        }
    }
}
