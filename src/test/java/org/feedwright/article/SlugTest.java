package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    private static final String KEPT = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    @Test
    void keepsLettersDigitsAndUnderlinesEverywhereAndPointsAndDashesWithin() {
        for (char c = 0; c < 0x80; c++) {
            boolean isKept = KEPT.indexOf(c) >= 0;
            boolean isKeptWithin = isKept || c == '.' || c == '-';
            assertThat(Slug.of("a" + c + "b")).isEqualTo(isKeptWithin ? "a" + c + "b" : "a-b");
            assertThat(Slug.of("1" + c + "2")).isEqualTo(isKeptWithin ? "1" + c + "2" : "1-2");
            assertThat(Slug.of(c + "b")).isEqualTo(isKept ? c + "b" : "b");
            assertThat(Slug.of("a" + c)).isEqualTo(isKept ? "a" + c : "a");
            assertThat(Slug.isValid("a" + c + "b")).isEqualTo(isKeptWithin);
            assertThat(Slug.isValid(c + "b")).isEqualTo(isKept);
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "日本語, 日本語",
        "Größe & Gewicht, Größe-Gewicht",
        "e\u0301t\u00e9, \u00e9t\u00e9",
        "--a..b--, a..b",
        "'???', ''",
    })
    void isMadeOfTheLettersOfAnyScript(String text, String slug) {
        assertThat(Slug.of(text)).isEqualTo(slug);
    }

    @Test
    void hasAtMostAsManyBytesAsTheNameOfAFile() {
        String longest = "ü".repeat(127) + "x";

        assertThat(Slug.isValid(longest)).isTrue();
        assertThat(new Slug(longest)).hasToString(longest);
        assertThat(Slug.isValid(longest + "x")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slug(longest + "x"))
                .withMessageEndingWith("is longer than 255 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "-a", "a/b"})
    void isRefusedWhereItIsNone(String text) {
        assertThat(Slug.isValid(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Slug(text))
                .withMessage("'" + text + "' is not a slug");
    }

    @Test
    void isEncodedAsASegmentOfAnAddress() {
        assertThat(new Slug("größe").encoded()).isEqualTo("gr%C3%B6%C3%9Fe");
    }
}
