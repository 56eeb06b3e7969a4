package org.feedwright.authoring.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.feedwright.authoring.problem.Note;
import org.feedwright.authoring.problem.TooMuch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text costs grows as it does, and what would cost too much is refused. */
class MarkdownCostTest {
    static Stream<String> bodies() {
        return Stream.of(
                "[a]: <b".repeat(20_000),
                "[a]: b \"c\n".repeat(14_000),
                "a\n\n".repeat(40_000),
                "Disclaimer\n\n" + "a\n\n".repeat(40_000),
                "## Highlights\n\n- " + "<sup>2".repeat(30_000),
                "![".repeat(9_000) + "x" + "](u)".repeat(9_000),
                "*a ".repeat(60_000),
                "1*a".repeat(60_000),
                "**次。".repeat(30_000),
                "https://example.org/，".repeat(10_000),
                "<a b={ ".repeat(40_000),
                "<a b={x}>".repeat(20_000),
                "<a href=\"b\">".repeat(15_000),
                "<a b=\"".repeat(40_000),
                "{/* ".repeat(60_000),
                "{/* a */} ".repeat(20_000),
                "{::comment}\n\n".repeat(7_000),
                "> {::comment}\n\n".repeat(7_000),
                "<div markdown=\"1\">\n\n".repeat(7_000),
                "<p a={b} />\n".repeat(14_000),
                "*[a]: b\n".repeat(100) + "\n" + "a ".repeat(100_000),
                "*[a]: b\n\n".repeat(7_000));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void isReadInTwoSecondsOfTheProcessor(String body) {
        long begun = processorTime();
        Markdown.body(body, "A title", true, true);
        assertThat(Duration.ofNanos(processorTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void tellsOfAFootnoteThatIsEscapedInOnePlaceOnly() {
        var notes = Markdown.body("One \\[^a] and two [^a], three \\[^b].", "A title", true, true)
                .notes();

        assertThat(notes).extracting(Note::what).containsExactly("the footnote [^a] is not defined");
    }

    @Test
    void looksAtEachSignOfFootnotesOnceOrTwice() {
        var text = new CountedText("[^".repeat(50_000) + "a]");

        assertThat(Footnotes.written(text)).hasSize(1);
        assertThat(text.looks).isLessThan(4 * text.length());
    }

    /** A text that counts how often one of its signs was looked at. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a", "a\n", "a\n\n", "![", "|"})
    void refusesWhatWouldFillTheMemory(String piece) {
        assertThatThrownBy(() -> Markdown.body(piece.repeat(300_000), "A title", true, true))
                .isInstanceOf(TooMuch.class);
    }

    @Test
    void refusesTablesOfMillionsOfEmptyCells() {
        String table = "a|".repeat(1000) + "\n" + "-|".repeat(1000) + "\n" + "a\n".repeat(1000);
        assertThatThrownBy(() -> Markdown.body(table, "A title", true, true))
                .isInstanceOf(TooMuch.class)
                .hasMessageContaining("cells");
    }

    @Test
    void refusesOneLongAddressWithThousandsOfReferences() {
        String body = "[a] ".repeat(10_000) + "\n\n[a]: https://example.org/" + "y".repeat(100_000);
        assertThatThrownBy(() -> Markdown.body(body, "A title", true, true)).isInstanceOf(TooMuch.class);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
