package org.feedwright.feed;

import java.time.Instant;
import org.feedwright.article.ArticleId;

/**
 * An entry that was here and has been taken back (<a
 * href="https://www.rfc-editor.org/rfc/rfc6721">RFC 6721</a>).
 *
 * @param when it left
 */
public record Tombstone(ArticleId id, Instant when) {}
