package org.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.feedwright.testing.XmlCharacters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which characters may stand in XML, range by range. */
class XmlTextTest {
    /** Beside each of these, and alone: a text with nothing forbidden in it is looked at another way. */
    private static final List<String> NEIGHBOURS =
            List.of("", "a", "\0", "\u001F", "\uFFFE", "\uFFFF", "\uD800", "\u0081", "\u0092", "\u0085", "😀");

    /** The first and the last of each range that is allowed or not, in hexadecimal, and what comes of it. */
    @ParameterizedTest
    @CsvSource({
        "0, ''",
        "8, ''",
        "9, 9",
        "A, A",
        "B, ''",
        "C, ''",
        "D, D",
        "E, ''",
        "1F, ''",
        "20, 20",
        "7E, 7E",
        "7F, 7F",
        "80, 20AC",
        "81, ''",
        "82, 201A",
        "84, 201E",
        "85, 85",
        "86, 2020",
        "8C, 152",
        "8D, ''",
        "8E, 17D",
        "8F, ''",
        "90, ''",
        "91, 2018",
        "92, 2019",
        "9C, 153",
        "9D, ''",
        "9E, 17E",
        "9F, 178",
        "A0, A0",
        "D7FF, D7FF",
        "D800, ''",
        "DBFF, ''",
        "DC00, ''",
        "DFFF, ''",
        "E000, E000",
        "FEFF, FEFF",
        "FFFD, FFFD",
        "FFFE, ''",
        "FFFF, ''",
        "10000, 10000",
        "1FFFE, 1FFFE",
        "1FFFF, 1FFFF",
        "FFFFF, FFFFF",
        "10FFFD, 10FFFD",
        "10FFFF, 10FFFF"
    })
    void keepsWhatIsAllowedAndNothingElse(String from, String to) {
        String character = Character.toString(Integer.parseInt(from, 16));
        String kept = to.isEmpty() ? "" : Character.toString(Integer.parseInt(to, 16));

        assertThat(XmlText.legal(character)).isEqualTo(kept);
        assertThat(XmlText.legal("a" + character + "b")).isEqualTo("a" + kept + "b");
        for (String neighbour : NEIGHBOURS) {
            String beside = XmlCharacters.legal(neighbour);
            boolean isPair = neighbour.equals("\uD800") && Character.isLowSurrogate(character.charAt(0));
            if (!isPair) {
                assertThat(XmlText.legal(neighbour + character)).isEqualTo(beside + kept);
            }
            assertThat(XmlText.legal(character + neighbour)).isEqualTo(kept + beside);
        }
    }

    /** Every character of the basic plane and the ends of all others, each alone, and first, within and last on a line. */
    @Test
    void agreesWithTheSpecificationOnEveryCharacter() {
        var differing = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c < 0x10000 || (c & 0xFFFF) < 2 || (c & 0xFFFF) > 0xFFFB)
                .filter(c -> !isAsSpecified(Character.toString(c)))
                .mapToObj("U+%04X"::formatted)
                .toList();

        assertThat(differing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\f", "\u0081", "\uFFFE", "\uD800", "\uDC00"})
    void findsTheFirstCharacterThatIsLeftOut(String illegal) {
        assertThat(XmlText.firstIllegal(illegal)).isZero();
        assertThat(XmlText.firstIllegal("é\t\r\n\u0085\u0095🦊" + illegal + "a" + illegal))
                .isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb\r\n", "é\u0095\u0085\uFFFD", "🦊"})
    void findsNoneWhereAllStay(String legal) {
        assertThat(XmlText.firstIllegal(legal)).isEqualTo(-1);
    }

    private static boolean isAsSpecified(String text) {
        return XmlText.legal(text).equals(XmlCharacters.legal(text))
                && Stream.of(text + "a", "a" + text + "b", "a" + text, "a " + text + " \uFFFEb")
                        .allMatch(line -> XmlText.line(line).equals(XmlCharacters.line(line)));
    }

    @ParameterizedTest
    @CsvSource({"80, 20AC", "85, 2026", "8A, 160", "95, 2022", "9F, 178", "81, 0", "7F, 7F", "A0, A0", "1F600, 1F600"})
    void tellsWhatAReferenceMeans(String from, String to) {
        assertThat(XmlText.meant(Integer.parseInt(from, 16))).isEqualTo(Integer.parseInt(to, 16));
    }
}
