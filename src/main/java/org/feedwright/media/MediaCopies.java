package org.feedwright.media;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedwright.article.FeedName;
import org.feedwright.article.Media.NamedMedia;
import org.springframework.stereotype.Component;

/**
 * Gives the files that come with articles to a program that copies them, with the header fields that the service would
 * send.
 */
@Component
public class MediaCopies {
    private final PublishedMedia media;

    MediaCopies(PublishedMedia media) {
        this.media = media;
    }

    /** What is at an address. */
    public sealed interface Found permits MediaCopy, Nothing {}

    /** Nothing, and whether there was something. */
    public enum Nothing implements Found {
        UNKNOWN,
        WITHDRAWN
    }

    /**
     * A file that readers may have.
     *
     * @param modified the file's own time, to the second
     * @param version a text that is another one after every change of the file
     * @param fields the header fields of every answer, without type, validators and length
     */
    public record MediaCopy(Path file, String type, Instant modified, String version, Map<String, String> fields)
            implements Found {
        public MediaCopy {
            fields = Map.copyOf(fields);
        }
    }

    /** Lists every file that an article names, or named until it was withdrawn. */
    public List<NamedMedia> named() {
        return media.named();
    }

    /**
     * Finds the file at a path, if readers may have it.
     *
     * @param path the path in the feed's folder, with {@code /}
     */
    public Found find(FeedName feed, String path) {
        return switch (media.find(feed, path)) {
            case MediaRepresentation file ->
                new MediaCopy(file.path(), file.type(), file.modified(), file.entityTag(), file.headers());
            case PublishedMedia.Nothing.UNKNOWN -> Nothing.UNKNOWN;
            case PublishedMedia.Nothing.WITHDRAWN -> Nothing.WITHDRAWN;
        };
    }
}
