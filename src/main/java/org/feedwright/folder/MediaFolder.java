package org.feedwright.folder;

import java.nio.file.Path;
import java.util.Optional;
import org.feedwright.article.FeedName;
import org.feedwright.authoring.MediaTypes;
import org.feedwright.folder.disk.FeedFolder;
import org.springframework.stereotype.Component;

/** The files in the folder of feeds that may come with an article. Whether one may be had now is not its matter. */
@Component
public class MediaFolder {
    private final FeedFolder folder;

    MediaFolder(FeedFolder folder) {
        this.folder = folder;
    }

    /**
     * A file in a feed's folder: an ordinary one, not hidden, no article or definition, and nowhere outside,
     * whatever links say.
     *
     * @param path in the feed's folder, with {@code /}
     */
    public Optional<Path> find(FeedName feed, String path) {
        return folder.beside(feed.value(), path);
    }

    /** The media type that a file's name tells. */
    public String type(String path) {
        return MediaTypes.servedAs(path);
    }
}
