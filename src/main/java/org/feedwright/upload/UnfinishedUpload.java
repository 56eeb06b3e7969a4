package org.feedwright.upload;

import org.feedwright.article.FeedName;
import org.jspecify.annotations.Nullable;

/**
 * A file of which bytes may still come.
 *
 * @param name as articles will name it
 * @param offset the bytes that have come and are stored
 * @param total the bytes that are to come in all; null where that is not known
 */
public record UnfinishedUpload(
        String id,
        FeedName feed,
        String name,
        long offset,
        @Nullable Long total) {
    UnfinishedUpload at(long later) {
        return new UnfinishedUpload(id, feed, name, later, total);
    }

    UnfinishedUpload of(@Nullable Long bytes) {
        return bytes == null ? this : new UnfinishedUpload(id, feed, name, offset, bytes);
    }
}
