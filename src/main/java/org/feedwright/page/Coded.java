package org.feedwright.page;

import java.util.Optional;
import org.feedwright.edition.Compression;
import org.feedwright.edition.Compression.Effort;
import org.feedwright.http.AcceptEncoding;
import org.feedwright.http.ContentCoding;
import org.jspecify.annotations.Nullable;

/**
 * Content in the coding that is asked for, for those who answer with something else than documents.
 *
 * @param coding as {@code Content-Encoding} names it; null for none
 * @param tag its entity tag, without quotes: another one in each coding
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares it, and a copy would cost its size
record Coded(@Nullable String coding, String tag, byte[] content) {
    private static final int WORTH_IT = 256; // bytes

    /**
     * Chooses a coding and applies it.
     *
     * @param tag of the plain content, without quotes
     * @param acceptEncoding null where the request has none
     */
    static Coded of(byte[] content, String tag, @Nullable String acceptEncoding) {
        var coding = Optional.of(AcceptEncoding.parse(acceptEncoding))
                .filter(_ -> content.length >= WORTH_IT)
                .flatMap(accepted -> accepted.preferred(Compression.codings()))
                .orElse(ContentCoding.IDENTITY);
        return coding == ContentCoding.IDENTITY
                ? new Coded(null, tag, content)
                : new Coded(coding.token(), tag + coding.suffix(), Compression.of(content, coding, Effort.SELDOM_READ));
    }

    /** Whether a tag is that of the content with this plain tag, in whichever coding. */
    static boolean isOf(String plain, String tag) {
        for (var coding : ContentCoding.values()) {
            if (tag.equals(plain + coding.suffix())) {
                return true;
            }
        }
        return false;
    }
}
