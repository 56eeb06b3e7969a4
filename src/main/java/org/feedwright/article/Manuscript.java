package org.feedwright.article;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is handed in, before the store has given it its identity.
 *
 * @param statedId the id that the author gave it, if any; it is believed
 * @param authority the domain under which an id is minted where none is stated (RFC 4151)
 * @param published when the author says it is published; in the future, the article is scheduled
 * @param statedUpdated when the author says it changed last, if at all; it is believed
 * @param draft whether it is to be kept from everyone
 */
public record Manuscript(
        FeedName feed,
        Slug slug,
        @Nullable ArticleId statedId,
        String authority,
        OffsetDateTime published,
        @Nullable Instant statedUpdated,
        boolean draft,
        ArticleText text) {}
