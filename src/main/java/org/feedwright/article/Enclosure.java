package org.feedwright.article;

import java.time.Duration;
import org.feedwright.text.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes with an article, such as a recording (RFC 4287 §4.2.7.2, RSS 2.0 {@code enclosure}).
 *
 * @param url the address; may be relative to the article's address
 * @param type the media type, such as {@code audio/mpeg}
 * @param length the size in bytes; 0 where it is not known
 * @param duration how long it plays; null where that is not known
 */
public record Enclosure(
        String url,
        String type,
        long length,
        @Nullable String title,
        @Nullable Duration duration) {
    public Enclosure {
        url = XmlText.line(url);
        type = XmlText.line(type);
        title = XmlText.lineOrNull(title);
    }

    /** A file whose duration is not known. */
    public Enclosure(String url, String type, long length, @Nullable String title) {
        this(url, type, length, title, null);
    }
}
