package org.feedwright.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files that readers may have: those that an article names, for as long as readers see the article. */
public interface Media {

    /**
     * The media type of a file, if an article that readers see at this time names it.
     *
     * @param path the path in the feed's folder, with {@code /}
     */
    Optional<String> typeOf(FeedName feed, String path, Instant now);

    /** Lists every file that an article names, or named until it was withdrawn, in any order. */
    List<NamedMedia> named();

    /**
     * A file that an article names.
     *
     * @param path the path in the feed's folder, with {@code /}
     */
    record NamedMedia(FeedName feed, String path) {}

    /** The articles that name a file, visible or not, but for withdrawn ones. */
    List<Slug> namedBy(FeedName feed, String path);

    /** Whether a file came with an article that readers had seen before it was withdrawn. */
    boolean wasWithdrawn(FeedName feed, String path, Instant now);
}
