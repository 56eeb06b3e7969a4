package org.feedwright.entry;

import java.time.Instant;
import org.feedwright.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * An entry that was withdrawn, or left its feed (<a href="https://www.rfc-editor.org/rfc/rfc6721">RFC 6721</a>).
 *
 * @param statedId the entry's id in formats that take any text, as in {@link Entry}
 * @param when it was withdrawn or left this feed
 * @param reason plain text; null where none was given
 */
public record Tombstone(
        ArticleId id,
        String statedId,
        Instant when,
        @Nullable String reason) {}
