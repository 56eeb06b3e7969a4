package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.feedwright.article.Enclosure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentTest {
    private static Attachment of(String address, String type, long length, @Nullable Duration duration) {
        return Attachment.of(new Enclosure(address, type, length, null, duration))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "audio/mpeg, audio",
        "video/mp4, video",
        "image/png, image",
        "imagery/x, file",
        "application/pdf, file",
        "text/plain, file"
    })
    void isShownByItsKind(String type, String kind) {
        assertThat(of("https://example.org/a", type, 1, null).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a/b.pdf, b.pdf",
        "https://example.org/a/b.pdf?x=/y.png#z/v, b.pdf",
        "https://example.org/a/#x/y, https://example.org/a/#x/y",
        "https://example.org/, https://example.org/"
    })
    void isCalledAsItsFileIs(String address, String name) {
        assertThat(of(address, "application/pdf", 1, null).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"999, 999 bytes", "1000, 1 kB", "999499, 999 kB", "1000000, 1.0 MB", "12345678, 12.3 MB"})
    void saysHowLargeItIs(long length, String size) {
        assertThat(of("https://example.org/a", "application/pdf", length, null).about())
                .isEqualTo("application/pdf, " + size);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0:00", "PT59.9S, 0:59", "PT60S, 1:00", "PT59M59S, 59:59", "PT1H, 1:00:00", "PT25H1M2S, 25:01:02"
    })
    void saysHowLongItPlays(Duration duration, String time) {
        assertThat(of("https://example.org/a", "audio/mpeg", 0, duration).about())
                .isEqualTo("audio/mpeg, " + time);
    }

    @Test
    void isNoneAtAnAddressThatRuns() {
        assertThat(Attachment.of(new Enclosure("javascript:x", "audio/mpeg", 1, "x")))
                .isEmpty();
    }
}
