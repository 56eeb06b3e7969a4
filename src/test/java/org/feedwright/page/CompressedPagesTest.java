package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.feedwright.edition.Compression;
import org.feedwright.http.ContentCoding;
import org.junit.jupiter.api.Test;

class CompressedPagesTest {
    private static final byte[] PAGE = noise(1, 1_000);

    private final CompressedPages pages = new CompressedPages();

    @Test
    void compressesAPageOnce() {
        byte[] gzip = pages.of(PAGE, "a", ContentCoding.GZIP);

        assertThat(pages.of(PAGE, "a", ContentCoding.GZIP)).isSameAs(gzip);
        assertThat(pages.of(PAGE, "b", ContentCoding.GZIP)).isNotSameAs(gzip).isEqualTo(gzip);
    }

    @Test
    void keepsACopyForEachCoding() {
        assertThat(Compression.codings()).contains(ContentCoding.BROTLI);
        byte[] text = "A page. ".repeat(100).getBytes(StandardCharsets.UTF_8);
        byte[] gzip = pages.of(text, "a", ContentCoding.GZIP);
        byte[] brotli = pages.of(text, "a", ContentCoding.BROTLI);

        assertThat(brotli).isNotEqualTo(gzip);
        assertThat(pages.of(text, "a", ContentCoding.GZIP)).isSameAs(gzip);
        assertThat(pages.of(text, "a", ContentCoding.BROTLI)).isSameAs(brotli);
    }

    /** Also after some have made room already: two megabytes hold twenty of these, and not twenty-one. */
    @Test
    void keepsNoMoreThanThereIsRoomFor() {
        var copies = IntStream.range(0, 60)
                .mapToObj(i -> pages.of(noise(i, 100_000), "page " + i, ContentCoding.GZIP))
                .toList();

        for (int i = 59; i >= 40; i--) { // the last ones first, so that no look drops what is looked at next
            assertThat(pages.of(noise(i, 100_000), "page " + i, ContentCoding.GZIP))
                    .isSameAs(copies.get(i));
        }
        assertThat(pages.of(noise(39, 100_000), "page 39", ContentCoding.GZIP)).isNotSameAs(copies.get(39));
    }

    @Test
    void keepsTheCopiesThatWereAskedForLast() {
        byte[] used = pages.of(PAGE, "used", ContentCoding.GZIP);
        byte[] unused = pages.of(PAGE, "unused", ContentCoding.GZIP);
        for (int i = 0; i < 30; i++) {
            pages.of(noise(i, 100_000), "page " + i, ContentCoding.GZIP);
            assertThat(pages.of(PAGE, "used", ContentCoding.GZIP)).isSameAs(used);
        }

        assertThat(pages.of(PAGE, "unused", ContentCoding.GZIP)).isNotSameAs(unused);
    }

    @Test
    void keepsNoCopyThatTakesTheRoomOfManyOthers() {
        byte[] large = noise(2, 300_000);

        assertThat(pages.of(large, "large", ContentCoding.GZIP))
                .isNotSameAs(pages.of(large, "large", ContentCoding.GZIP));
    }

    /** Bytes that cannot be compressed. */
    private static byte[] noise(long seed, int length) {
        byte[] noise = new byte[length];
        new Random(seed).nextBytes(noise);
        return noise;
    }
}
