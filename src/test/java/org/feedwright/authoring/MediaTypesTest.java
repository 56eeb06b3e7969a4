package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/a.mp3?b=c.png#d.ogg, audio/mpeg",
        "https://example.org/a.mp3#t=1.png, audio/mpeg",
        "https://example.org/a.b/c?d.mp3, ''",
        "https://example.org/a, ''",
        "a.FLAC, audio/flac",
        "a.heic, image/heic",
        "a.jxl, image/jxl",
        "a.m4b, audio/mp4",
        "a.opus, audio/ogg",
        "a.srt, application/x-subrip",
        "a.vtt, text/vtt",
        "a.wav, audio/wav",
        "a.png.mp3, audio/mpeg",
    })
    void areToldByTheEndOfThePath(String address, String type) {
        assertThat(MediaTypes.of(address).orElse("")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"a.mp3, audio/mpeg", "a b#c.mp3, audio/mpeg", "in.mp3/a, application/octet-stream"})
    void haveOneForWhatIsServed(String path, String type) {
        assertThat(MediaTypes.servedAs(path)).isEqualTo(type);
    }
}
