package org.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLanguageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar",
                "he",
                "fa",
                "ur",
                "ar-EG",
                "FA-ir",
                "yi",
                "ji",
                "ps",
                "sd",
                "ug",
                "dv",
                "ckb",
                "iw",
                "arz",
                "ar-arz",
                "az-Arab",
                "pa-Arab-PK",
                "pa-PK",
                "uz-AF",
                "he_IL",
                "und-Hebr",
                "ff-Adlm",
                "dv-Thaa",
                "ar-u-nu-latn"
            })
    void readsFromRightToLeft(String tag) {
        assertThat(TextLanguage.of(tag)).isEqualTo(new TextLanguage(tag, "rtl"));
        assertThat(TextLanguage.of(tag).isRightToLeft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "tr",
                "zh-Hant",
                "ar-Latn",
                "fr-CA",
                "x-private",
                "",
                "en-x-arab",
                "pa-IN",
                "sd-IN",
                "sd-Deva",
                "ug-KZ",
                "dv-Latn",
                "ha",
                "not a tag"
            })
    void readsFromLeftToRight(String tag) {
        assertThat(TextLanguage.of(tag)).isEqualTo(new TextLanguage(tag, "ltr"));
        assertThat(TextLanguage.of(tag).isRightToLeft()).isFalse();
    }

    @Test
    void goesByTheLettersWhereNobodySaid() {
        assertThat(TextLanguage.of(null)).isEqualTo(new TextLanguage(null, "auto"));
        assertThat(TextLanguage.of(null).isRightToLeft()).isFalse();
    }
}
