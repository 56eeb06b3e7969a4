package org.feedwright.imports;

import java.nio.file.Path;
import org.feedwright.article.FeedName;

/**
 * Where an import writes.
 *
 * @param folder the folder of feeds
 * @param isDryRun whether nothing is to be written, and only the report made
 */
public record ImportTarget(Path folder, FeedName feed, boolean isDryRun) {
    /** The folder of the feed. */
    public Path directory() {
        return folder.resolve(feed.value());
    }
}
