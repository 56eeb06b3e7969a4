package org.feedwright.article;

/**
 * A file beside an article, in its feed's folder, that comes with the article.
 *
 * @param path the path in the feed's folder, with {@code /}
 * @param type the media type, such as {@code image/png}
 * @param length the size in bytes
 */
public record MediaFile(String path, String type, long length) {}
