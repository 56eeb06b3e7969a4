package org.feedwright.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All stored articles, drafts and withdrawn ones among them. */
public interface Articles {
    /** The article with this id, also a draft or a withdrawn one. */
    Optional<Article> find(ArticleId id);

    /** The article at this address: the live one, else of the withdrawn ones that readers had seen, the newest. */
    Optional<Article> find(FeedName feed, Slug slug);

    /**
     * The article that readers mean by this address: the one that they see there at this time; else the one that
     * they met there before it got another address, whatever has become of it; else as {@link #find(FeedName, Slug)}.
     */
    Optional<Article> findMeant(FeedName feed, Slug slug, Instant now);

    /** All addresses at which readers met articles that have other ones since, in any order. */
    List<FormerAddress> formerAddresses();

    /** The articles with these ids, also drafts and withdrawn ones, in any order. */
    List<Article> find(Collection<ArticleId> ids);

    /**
     * All articles, also drafts and withdrawn ones, in the order of their ids and in parts.
     *
     * @param last the last one of the part before; null for the first part
     */
    List<ListedArticle> listed(@Nullable ArticleId last, int count);

    /** The newest visible articles of all feeds. */
    List<Article> newest(int count, Instant now);
}
