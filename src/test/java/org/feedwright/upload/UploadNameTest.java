package org.feedwright.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "img/photo.jpg", "a b.png", "größe.png", "图.png", "a#b.png", "_a.png"})
    void isOneThatArticlesCanWrite(String name) {
        assertThat(UploadName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a.png",
                "a.png ",
                "/a.png",
                "img/",
                "a//b.png",
                "../a.png",
                "a/../b.png",
                "./a.png",
                ".a.png",
                "img/.a.png",
                "50%.png",
                "a\\b.png",
                "a/ /b.png",
                "https://example.org/a.png"
            })
    void isRefusedWhereNoArticleCouldNameIt(String name) {
        assertThatThrownBy(() -> UploadName.of(name))
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(UploadRefused.Reason.NAME));
    }

    @Test
    void isComposedAndOfTwoHundredBytes() {
        assertThat(UploadName.of("gro\u0308ße.png")).isEqualTo("größe.png");
        assertThat(UploadName.of("ö".repeat(98) + ".png")).hasSize(102);
        assertThatThrownBy(() -> UploadName.of("ö".repeat(98) + "a.png")).isInstanceOf(UploadRefused.class);
        assertThat(UploadName.of("o\u0308".repeat(98) + ".png"))
                .as("its length is that of the composed form")
                .hasSize(102);
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, a.png",
        "img/a.png, a.png",
        "C:\\img\\a.png, a.png",
        "/img\\in/a.png, a.png",
        "in/img\\a.png, a.png"
    })
    void isTheLastPartOfAPath(String path, String name) {
        assertThat(UploadName.last(path)).isEqualTo(name);
    }
}
