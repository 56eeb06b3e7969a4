package org.feedwright.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.feedwright.text.HtmlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rare-Earth news, 2026 | rare earth news 2026",
                "ÉNERGIE Énergie énergie | energie energie energie",
                "Straße STRASSE ẞ | strasse strasse ss",
                "ΟΔΟΣ οδός | οδοσ οδοσ",
                "İstanbul ISTANBUL | istanbul istanbul",
                "ﬁne ① Ｆｕｌｌ | fine 1 full",
                "o'neill C++ #x 😀 | o neill c x",
                "soft\u00ADhyphen | softhyphen",
                "東京都 | 東京 京都 都",
                "AI技術 2.0 | ai 技術 術 2 0",
                "大 | 大",
                "ガス ｶﾞｽ | ガス ス ガス ス",
                "کتاب‌ها شَرق | کتابها شرق",
                "हिन्दी | हिन्दी",
            })
    void partsAndFolds(String text, String tokens) {
        assertThat(String.join(" ", Tokenizer.of(text))).isEqualTo(tokens);
    }

    @Test
    void partsAtEverySignThatIsNeitherLetterNorDigit() {
        for (char c = 0; c <= 0x80; c++) {
            boolean isOfWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            for (String before : List.of("1", "a", "e\u0301")) {
                String first = before.substring(0, 1);
                assertThat(Tokenizer.of(before + c + "2"))
                        .as("U+%04X behind %s", (int) c, before)
                        .isEqualTo(
                                isOfWord
                                        ? List.of(first + String.valueOf(c).toLowerCase(Locale.ROOT) + "2")
                                        : List.of(first, "2"));
            }
        }
    }

    @Test
    void partsAtDashesAndQuotationMarksButNotWithinWords() {
        for (char c = 0x2010; c <= 0x2028; c++) {
            assertThat(Tokenizer.of("a" + c + "B" + c + "\u00e9"))
                    .as("U+%04X", (int) c)
                    .containsExactly("a", "b", "e");
        }
        assertThat(Tokenizer.of("a\u200Fb")).as("a mark of direction").containsExactly("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0300", "\u036F", "\u0591", "\u05C7", "\u0610", "\u061A", "\u064B", "\u065F", "\u0670"})
    void leavesOutTheFirstAndTheLastAccentOfEachScript(String accent) {
        assertThat(Tokenizer.of("x" + accent + "y")).containsExactly("xy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0483", "\u0816", "\u0901"})
    void keepsTheMarksOfOtherScripts(String mark) {
        assertThat(Tokenizer.of("x" + mark + "y")).containsExactly("x" + mark + "y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rare-Earth | rare earth | false",
                "東京都 | 東京 京都 | false",
                "東京 news | 東京 京 news | false",
                "都 | 都 | true",
                "news 都 | news 都 | true",
                "都 news | 都 news | false",
            })
    void looksForTheSame(String text, String tokens, boolean isPrefix) {
        var phrase = Tokenizer.phrase(text);

        assertThat(String.join(" ", phrase.tokens())).isEqualTo(tokens);
        assertThat(phrase.isPrefix()).isEqualTo(isPrefix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>one</p><p>two</p> | one two",
                "<p>so<b>l</b>ar <a href=\"x>y\" title='a<b'>po</a>wer</p> | solar power",
                "<ul><li>a&amp;b</li><li>&eacute;t&eacute; &lt;c&gt;</li></ul> | a b ete c",
                "one<br>two<hr/>three | one two three",
                "broken < a | broken",
            })
    void readsWhatHtmlSays(String html, String tokens) {
        assertThat(String.join(" ", Tokenizer.of(HtmlText.of(html)))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "\uD801\uDC28"})
    void cutsAWordBehindItsSixtyFourthCharacterAndNoneInTwo(String letter) {
        assertThat(Tokenizer.of(letter.repeat(64)))
                .hasSize(1)
                .first()
                .satisfies(token ->
                        assertThat(token.codePointCount(0, token.length())).isEqualTo(64));
        assertThat(Tokenizer.of(letter.repeat(65))).isEqualTo(Tokenizer.of(letter.repeat(64)));
    }
}
