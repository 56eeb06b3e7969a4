package org.feedwright.article;

import org.jspecify.annotations.Nullable;

/**
 * A file beside an article, in its feed's folder, that comes with the article.
 *
 * @param path the path in the feed's folder, with {@code /}
 * @param type the media type, such as {@code image/png}
 * @param length the size in bytes
 * @param name the path from the article's own folder, as addresses in the article have it; null where it is the same
 */
public record MediaFile(
        String path, String type, long length, @Nullable String name) {
    public MediaFile {
        name = path.equals(name) ? null : name;
    }

    /** A file of an article that lies in the feed's folder itself. */
    public MediaFile(String path, String type, long length) {
        this(path, type, length, null);
    }

    /** The path as addresses in the article have it. */
    public String written() {
        return name == null ? path : name;
    }
}
