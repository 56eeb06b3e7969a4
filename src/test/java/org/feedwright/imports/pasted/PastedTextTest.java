package org.feedwright.imports.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTextTest {
    private static final String TEXT = "Müller’s café – 5 °C, “so to speak”\nEin Fluß: 10 µm für 3 €";

    private static String read(String text, String charset) {
        return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "ISO-8859-15", "windows-1251", "IBM437", "IBM850", "KOI8-R"})
    void repairsExactlyWhatLostNothing(String charset) {
        assertThat(WrongCharset.repair(read(TEXT, charset)).text()).isEqualTo(TEXT);
    }

    @Test
    void repairsDamageUponDamage() {
        assertThat(WrongCharset.repair(read(read(TEXT, "ISO-8859-1"), "ISO-8859-1")).text())
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller’s café – 5 °C",
                "Привет, мир – Ёлка",
                "ข่าวเศรษฐกิจไทย",
                "中国稀土集团的报告，联通",
                "Ελλάδα και Κύπρος",
                "Plain text, 5 > 3"
            })
    void leavesSoundTextAlone(String text) {
        assertThat(WrongCharset.repair(text)).isEqualTo(new Repair(text, List.of()));
        assertThat(ThaiDamage.repair(text).text()).isEqualTo(text);
    }

    @Test
    void guessesByContextWhatWasReadAsThai() {
        var repair = ThaiDamage.repair("Chinaโs new โquality forces.โ\nApplicationsโfrom Exchangesโข");

        assertThat(repair.text()).isEqualTo("China’s new “quality forces.”\nApplications—from Exchanges™");
        assertThat(repair.steps()).hasSize(2).first().asString().startsWith("line 1: 'Chinaโs new");
    }

    @Test
    void guessesNothingBesideDigitsAndSaysSo() {
        var repair = ThaiDamage.repair("From 5โ10 tonnes");

        assertThat(repair.text()).isEqualTo("From 5โ10 tonnes");
        assertThat(repair.steps()).singleElement().asString().contains("nothing tells what it was");
    }

    @Test
    void findsThePartsAndLeavesOutWhatIsAroundThem() {
        var furniture = Furniture.of("""
                A Title of a Report
                By Ann O'Hara and Bo Li
                January 26, 2026
                Share
                Highlights
                - One * two.
                - Three.
                The first sentence is here (opens in a new tab) and ends.
                Why it matters
                The second has 3*4 in it.
                Disclaimer: Look twice.
                2 Comments
                Nice""".lines().toList());
        var text = PastedText.of(furniture.lines());

        assertThat(text.title()).isEqualTo("A Title of a Report");
        assertThat(text.authors()).containsExactly("Ann O'Hara", "Bo Li");
        assertThat(text.published()).hasToString("2026-01-26T00:00Z");
        assertThat(text.highlights()).containsExactly("One * two.", "Three.");
        assertThat(text.disclaimer()).isEqualTo("Look twice.");
        assertThat(text.body()).isEqualTo("""
                The first sentence is here and ends.

                ## Why it matters

                The second has 3\\*4 in it.""");
        assertThat(furniture.dropped()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/06/2013", "06.05.2013", "On Monday", "32 January 2026", "It began on January 26, 2026"})
    void takesNoDateThatLeavesADoubt(String line) {
        assertThat(StatedDate.of(line)).isNull();
    }
}
