package org.feedwright.authoring.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedSlugTest {
    @ParameterizedTest
    @CsvSource({"a, a", "/news/a/, a", "news/a//, a", "news//a, a", "' a b ', a-b", "größe, größe", "a/B, B"})
    void isTheLastPartOfAPath(String text, String slug) {
        assertThat(StatedSlug.of(text)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "…", "a/…"})
    void isRefusedWhereNothingCanStandInAnAddress(String text) {
        assertThatThrownBy(() -> StatedSlug.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
