package org.feedwright.media;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.feedwright.article.Article;
import org.feedwright.article.FeedName;
import org.feedwright.article.Media;
import org.feedwright.article.Media.NamedMedia;
import org.feedwright.feed.Feed;
import org.feedwright.feed.Feeds;
import org.feedwright.folder.MediaFolder;
import org.feedwright.http.Absence;
import org.feedwright.upload.UploadedFile;
import org.feedwright.upload.Uploads;
import org.springframework.stereotype.Component;

/**
 * Finds the files that readers may have: those named by an article that readers see, and the art of a podcast. A file
 * in the folder that only drafts, scheduled or withdrawn articles name is not found, whatever its address. One that came
 * through the API has an address that nobody guesses, and is found by whoever knows it, until its article is withdrawn.
 */
@Component
public class PublishedMedia {
    private static final MediaLookup UNKNOWN = new MediaLookup.Nothing(Absence.UNKNOWN);

    private final Feeds feeds;
    private final Media media;
    private final MediaFolder folder;
    private final Uploads uploads;
    private final InstantSource clock;

    PublishedMedia(Feeds feeds, Media media, MediaFolder folder, Uploads uploads, InstantSource clock) {
        this.feeds = feeds;
        this.media = media;
        this.folder = folder;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Whatever an article names, or named until it was withdrawn; readers may not have all of it. */
    public List<NamedMedia> named() {
        return media.named();
    }

    /**
     * Finds the file at a path. Browsers and copied addresses may have the path in another Unicode form than the
     * documents, which have it composed (NFC).
     *
     * @param path the path in the feed's folder, with {@code /}
     */
    public MediaLookup find(FeedName feed, String path) {
        var found = findExactly(feed, path);
        return !found.equals(UNKNOWN) || Normalizer.isNormalized(path, Normalizer.Form.NFC)
                ? found
                : findExactly(feed, Normalizer.normalize(path, Normalizer.Form.NFC));
    }

    private MediaLookup findExactly(FeedName feed, String path) {
        var now = clock.instant();
        return uploads.at(feed, path).map(file -> uploaded(file, now)).orElseGet(() -> inFolder(feed, path, now));
    }

    private MediaLookup uploaded(UploadedFile file, Instant now) {
        var type = feeds.find(file.feed()).flatMap(each -> media.typeOf(each.name(), file.path(), now));
        boolean isTakenBack = type.isEmpty()
                && media.namedBy(file.feed(), file.path()).isEmpty()
                && media.wasWithdrawn(file.feed(), file.path(), now);
        return isTakenBack
                ? new MediaLookup.Nothing(Absence.GONE)
                : MediaCopy.of(file, uploads.content(file), type.orElseGet(file::type), type.isPresent());
    }

    private MediaLookup inFolder(FeedName feed, String path, Instant now) {
        var type = feeds.find(feed).flatMap(each -> type(each, path, now));
        if (type.isPresent()) {
            return copy(feed, path, type.get());
        }
        return media.wasWithdrawn(feed, path, now) ? new MediaLookup.Nothing(Absence.GONE) : UNKNOWN;
    }

    /** Finds a file that an article names, for whoever may see the article before readers do. */
    public MediaLookup find(Article article, String path) {
        return article.text().media().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .map(file -> uploads.at(article.feed(), path)
                        .<MediaLookup>map(sent -> MediaCopy.of(sent, uploads.content(sent), file.type(), false))
                        .orElseGet(() -> copy(article.feed(), path, file.type())))
                .orElse(UNKNOWN);
    }

    private MediaLookup copy(FeedName feed, String path, String type) {
        return folder.find(feed, path)
                .<MediaLookup>map(file -> {
                    try {
                        return MediaCopy.of(file, type);
                    } catch (IOException _) {
                        return UNKNOWN; // it has gone since it was found
                    }
                })
                .orElse(UNKNOWN);
    }

    private Optional<String> type(Feed feed, String path, Instant now) {
        var podcast = feed.definition().podcast();
        return podcast != null && !feed.isRetired() && podcast.shows(path)
                ? Optional.of(folder.type(path))
                : media.typeOf(feed.name(), path, now);
    }
}
