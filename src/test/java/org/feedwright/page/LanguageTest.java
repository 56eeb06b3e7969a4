package org.feedwright.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @ValueSource(strings = {"ar", "he", "fa", "ur", "ar-EG", "FA-ir", "yi", "az-Arab", "pa-Arab-PK", "ps", "ckb", "iw"})
    void readsFromRightToLeft(String tag) {
        assertThat(Language.of(tag)).isEqualTo(new Language(tag, "rtl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "tr", "zh-Hant", "ar-Latn", "fr-CA", "x-private", ""})
    void readsFromLeftToRight(String tag) {
        assertThat(Language.of(tag)).isEqualTo(new Language(tag, "ltr"));
    }

    @Test
    void goesByTheLettersWhereNobodySaid() {
        assertThat(Language.of(null)).isEqualTo(new Language(null, "auto"));
    }
}
