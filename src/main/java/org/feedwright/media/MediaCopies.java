package org.feedwright.media;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feedwright.article.FeedName;
import org.feedwright.article.Media.NamedMedia;
import org.springframework.stereotype.Component;

/** Files that come with articles, without anyone who asks for them: each exactly as it would be answered. */
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
     * @param version another one after every change
     * @param fields what is said of it, but for its type, its validators and its length
     */
    public record MediaCopy(Path file, String type, Instant modified, String version, Map<String, String> fields)
            implements Found {
        public MediaCopy {
            fields = Map.copyOf(fields);
        }
    }

    /** Whatever an article names, or named until it was withdrawn. */
    public List<NamedMedia> named() {
        return media.named();
    }

    /**
     * Finds the file that readers may see under a path.
     *
     * @param path in the feed's folder, with {@code /}
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
