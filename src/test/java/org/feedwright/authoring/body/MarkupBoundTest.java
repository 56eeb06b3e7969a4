package org.feedwright.authoring.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.feedwright.authoring.problem.TooMuch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each bound is tried with exactly what it allows, and with one more. */
class MarkupBoundTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "\\n => 100000 => lines",
                "* => 200000 => signs of markup",
                "![ => 10000 => pictures",
                "a\\n => 15000 => lines",
            })
    void refusesOneMore(String piece, int most, String what) {
        String text = piece.replace("\\n", "\n");
        int parted = piece.startsWith("a") ? 1 : 0; // the end of the text is in a line of its own

        assertThatCode(() -> MarkupBound.check(text.repeat(most - parted) + "a".repeat(parted)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> MarkupBound.check(text.repeat(most + 1)))
                .isInstanceOfSatisfying(
                        TooMuch.class, tooMuch -> assertThat(tooMuch.what()).contains(what));
    }

    @Test
    void takesMoreLinesThatEmptyOnesPart() {
        assertThatCode(() -> MarkupBound.check("a\n".repeat(15_000) + " \t\n" + "a\n".repeat(15_000)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesOneCellMore() {
        String head = "|a|\n|-|\n"; // three columns
        int rows = (200_000 - 3) / 3;

        assertThatCode(() -> MarkupBound.check((head + "\n\n").repeat(3) + head + "|\n".repeat(100)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> MarkupBound.check(head + "b\n".repeat(rows + 1)))
                .isInstanceOf(TooMuch.class);
    }

    @Test
    void letsATextGrowTwentyTimes() {
        var text = new BoundedText(0);
        text.append("x".repeat(100_000));
        assertThatThrownBy(() -> text.append('x')).isInstanceOf(TooMuch.class);

        var longer = new BoundedText(10);
        longer.append("x".repeat(100_200));
        assertThatThrownBy(() -> longer.append("xy", 1, 2)).isInstanceOf(TooMuch.class);
    }
}
