package org.feedwright.media;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.article.Media;
import org.feedwright.article.Media.NamedMedia;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.MediaFolder;
import org.springframework.stereotype.Component;

/**
 * Finds the files that readers may have: those named by an article that readers see, and the art of a podcast. A file
 * that only drafts, scheduled or withdrawn articles name is not found, whatever its address.
 */
@Component
class PublishedMedia {
    private final Feeds feeds;
    private final Media media;
    private final MediaFolder folder;
    private final InstantSource clock;

    PublishedMedia(Feeds feeds, Media media, MediaFolder folder, InstantSource clock) {
        this.feeds = feeds;
        this.media = media;
        this.folder = folder;
        this.clock = clock;
    }

    /** What is at an address. */
    sealed interface Found permits MediaRepresentation, Nothing {}

    /** Nothing, and whether there was something. */
    enum Nothing implements Found {
        UNKNOWN,
        WITHDRAWN
    }

    /** Whatever an article names, or named until it was withdrawn; readers may not have all of it. */
    List<NamedMedia> named() {
        return media.named();
    }

    /**
     * Finds the file at a path. Browsers and copied addresses may have the path in another Unicode form than the
     * documents, which have it composed (NFC).
     *
     * @param path the path in the feed's folder, with {@code /}
     */
    Found find(FeedName feed, String path) {
        var found = findExactly(feed, path);
        return found != Nothing.UNKNOWN || Normalizer.isNormalized(path, Normalizer.Form.NFC)
                ? found
                : findExactly(feed, Normalizer.normalize(path, Normalizer.Form.NFC));
    }

    private Found findExactly(FeedName feed, String path) {
        var now = clock.instant();
        var type = feeds.find(feed).flatMap(each -> type(each, path, now));
        if (type.isPresent()) {
            return folder.find(feed, path)
                    .<Found>map(file -> {
                        try {
                            return MediaRepresentation.of(file, type.get());
                        } catch (IOException _) {
                            return Nothing.UNKNOWN; // it has gone since it was found
                        }
                    })
                    .orElse(Nothing.UNKNOWN);
        }
        return media.wasWithdrawn(feed, path, now) ? Nothing.WITHDRAWN : Nothing.UNKNOWN;
    }

    private Optional<String> type(Feed feed, String path, Instant now) {
        var podcast = feed.definition().podcast();
        return podcast != null && !feed.isRetired() && podcast.shows(path)
                ? Optional.of(folder.type(path))
                : media.typeOf(feed.name(), path, now);
    }
}
