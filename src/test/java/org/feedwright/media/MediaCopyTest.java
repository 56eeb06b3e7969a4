package org.feedwright.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

class MediaCopyTest {
    private static final Instant TIME = Instant.parse("2026-01-26T12:00:00Z");

    @TempDir
    private Path directory;

    private static MediaCopy copy(String type, boolean isPublic) {
        return new MediaCopy(new ByteArrayResource(new byte[3]), type, 3, TIME, "\"tag\"", isPublic);
    }

    /** It may be written once more before its second is over. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-26T11:59:59.999Z, false",
        "2026-01-26T12:00:00Z, false",
        "2026-01-26T12:00:00.999Z, false",
        "2026-01-26T12:00:01Z, true",
        "2026-01-26T12:00:01.001Z, true"
    })
    void isDatedFromTheEndOfItsSecondOn(Instant now, boolean isDated) {
        var copy = copy("image/png", true);

        assertThat(copy.isDated(now)).isEqualTo(isDated);
        assertThat(copy.changed(now)).isEqualTo(isDated ? TIME : TIME.plusSeconds(1));
        assertThat(copy.answer(200, now).value("Last-Modified"))
                .isEqualTo(isDated ? "Mon, 26 Jan 2026 12:00:00 GMT" : null);
        assertThat(copy.answer(304, now).value("ETag")).isEqualTo("\"tag\"");
    }

    /** Two files of one length may be written in one second. */
    @Test
    void hasAnotherTagForEveryTimeThatTheDiskTellsApart() throws IOException {
        var file = Files.writeString(directory.resolve("a.png"), "one");
        Files.setLastModifiedTime(file, FileTime.from(TIME.plusMillis(1)));
        var first = MediaCopy.of(file, "image/png");
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, FileTime.from(TIME.plusMillis(2)));
        var second = MediaCopy.of(file, "image/png");

        assertThat(first.modified()).isEqualTo(TIME).isEqualTo(second.modified());
        assertThat(second.entityTag()).isNotEqualTo(first.entityTag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "image/jpeg",
                "audio/mpeg",
                "video/mp4",
                "text/plain;charset=utf-8",
                "text/vtt;charset=utf-8",
                "text/css;charset=utf-8",
                "text/csv",
                "application/pdf",
                "application/json",
                "application/zip",
                "application/octet-stream"
            })
    void hasNoPolicyWhereItOnlyShowsOrPlays(String type) {
        assertThat(copy(type, true).fields()).doesNotContainKey("Content-Security-Policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/svg+xml",
                "image/svg",
                "text/html;charset=utf-8",
                "text/plainer",
                "text/xml",
                "application/xml",
                "application/xhtml+xml",
                "application/javascript",
                "application/pdfx",
                "text/javascript",
                "multipart/x-mixed-replace"
            })
    void isOpenedWithoutAnyRightsWhereItMayAct(String type) {
        assertThat(copy(type, true).fields().get("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
    }

    @Test
    void isKeptAndFoundByNobodyBeforeReadersAreShownItsAddress() {
        assertThat(copy("image/png", true).fields())
                .containsEntry("Cache-Control", "public, max-age=300")
                .doesNotContainKey("X-Robots-Tag");
        assertThat(copy("image/png", false).fields())
                .containsEntry("Cache-Control", "private, no-cache")
                .containsEntry("X-Robots-Tag", "noindex");
        assertThat(copy("image/png", false).answer(200, TIME).fields())
                .filteredOn(field -> field.name().equals("Cache-Control"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, text/plain;charset=utf-8",
        "text/plain;charset=iso-8859-1, text/plain;charset=iso-8859-1",
        "image/png, image/png",
    })
    void hasTheCharsetThatItsAuthorStates(String stated, String type) throws IOException {
        var file = Files.writeString(directory.resolve("a"), "one");

        assertThat(MediaCopy.of(file, stated).type()).isEqualTo(type);
    }
}
