package org.feedwright.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedNameTest {
    @ParameterizedTest
    @CsvSource({
        "The Ferry Log & Notes, the-ferry-log-notes",
        "_Über uns_, uber-uns",
        "2020, 2020",
        "a--b, a-b",
        "稀土 x, x"
    })
    void isMadeOfATitle(String title, String name) {
        assertThat(FeedName.ofTitle(title)).contains(new FeedName(name));
    }

    @Test
    void isMadeOfNoTitleWithoutLetters() {
        assertThat(FeedName.ofTitle("稀土 …")).isEmpty();
        assertThat(FeedName.ofTitle("")).isEmpty();
    }

    @Test
    void isShortAndEndsWithALetter() {
        assertThat(FeedName.ofTitle("word ".repeat(40)).orElseThrow().value())
                .isEqualTo("word-word-word-word-word-word-word-word-word-word-word-word");
    }
}
