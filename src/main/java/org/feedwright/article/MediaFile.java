package org.feedwright.article;

/**
 * A file that stands beside an article in its feed's folder and comes with it.
 *
 * @param path in the feed's folder, with {@code /}
 * @param type its media type, such as {@code image/png}
 * @param length its size in bytes
 */
public record MediaFile(String path, String type, long length) {}
