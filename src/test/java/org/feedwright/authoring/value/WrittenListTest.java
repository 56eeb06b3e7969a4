package org.feedwright.authoring.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenListTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "- one                     | one",
                "- one/- two               | one;two",
                "*  one/+ two/• three      | one;two;three",
                "1. one/2) two/999. three  | one;two;three",
                "/- one//- two/            | one/;two",
                "- one/  and more/- two    | one/  and more;two",
                "- one/and more            | one/and more",
                "- one/- two - three       | one;two - three",
            })
    void hasAnItemForEachDash(String text, String items) {
        assertThat(WrittenList.items(text.replace('/', '\n')))
                .containsExactly(items.replace('/', '\n').split(";", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "one",
                "-one",
                "one\n- two",
                "1000. one",
                "- ",
                "- one - two",
                "- one * two\n- three",
                "1 one"
            })
    void isOneTextWhereItDoesNotBeginAsAList(String text) {
        assertThat(WrittenList.items(text)).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({
        "- one - two, true",
        "• one • two, true",
        "- one, false",
        "one - two, false",
        "-one - two, false",
        "- one -two, false"
    })
    void isFoldedWhereDashesStandInOneLine(String text, boolean isFolded) {
        assertThat(WrittenList.isFolded(text)).isEqualTo(isFolded);
    }
}
