package org.feedwright.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.text.HtmlText;
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
