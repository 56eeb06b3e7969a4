package org.feedwright.upload;

import java.time.Instant;
import org.feedwright.article.FeedName;
import org.feedwright.article.MediaFile;
import org.feedwright.authoring.MediaTypes;

/**
 * A file that came through the API. Its content never changes: other content under its name is another file.
 *
 * @param id random, the part of its address that nobody guesses
 * @param name the path by which articles of its feed name it, with {@code /} and in NFC
 * @param length in bytes
 * @param digest SHA-256 of its bytes, in hexadecimal digits
 * @param changed when its last byte came
 */
public record UploadedFile(String id, FeedName feed, String name, long length, String digest, Instant changed) {
    /** Where it is served, as a path in the feed's folder. */
    public String path() {
        return id + "/" + name;
    }

    /** The media type that its name tells. */
    public String type() {
        return MediaTypes.servedAs(name);
    }

    /**
     * The file as it comes with an article.
     *
     * @param stated its media type as the article states it; empty where it does not
     */
    public MediaFile beside(String stated) {
        return new MediaFile(path(), stated.isEmpty() ? type() : stated, length, name);
    }
}
