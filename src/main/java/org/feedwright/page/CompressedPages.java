package org.feedwright.page;

import java.util.LinkedHashMap;
import org.feedwright.edition.Compression;
import org.feedwright.edition.Compression.Effort;
import org.feedwright.http.ContentCoding;
import org.jspecify.annotations.Nullable;

/**
 * Compresses pages, and keeps the copies that were asked for last. An entity tag is a hash of a page, so a copy is
 * never out of date.
 */
final class CompressedPages {
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final LinkedHashMap<String, byte[]> copies = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** @param tag of the plain content, without quotes */
    byte[] of(byte[] content, String tag, ContentCoding coding) {
        String key = tag + coding.suffix();
        byte[] known = find(key);
        if (known != null) {
            return known;
        }
        byte[] compressed = Compression.of(content, coding, Effort.SELDOM_READ);
        keep(key, compressed);
        return compressed;
    }

    private synchronized byte @Nullable [] find(String key) {
        return copies.get(key);
    }

    private synchronized void keep(String key, byte[] copy) {
        if (copy.length <= MOST_BYTES / 8 && copies.putIfAbsent(key, copy) == null) {
            size += copy.length;
            var oldest = copies.entrySet().iterator();
            while (size > MOST_BYTES) {
                size -= oldest.next().getValue().length;
                oldest.remove();
            }
        }
    }
}
