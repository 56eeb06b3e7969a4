package org.feedwright.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.feedwright.search.Tokenizer.Phrase;
import org.feedwright.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPhrasesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solar wind | solar + wind",
                "solar OR wind power | solar/wind + power",
                "a OR b OR c | a/b/c",
                "solar -wind -\"sea wind\" | solar - wind, sea wind",
                "\"solar  wind\" | solar wind",
                "“solar wind” | solar wind",
                "or OR and | or/and",
                "\"OR\" | or",
                "a \"OR\" b | a + or + b",
                "state-of-the-art | state of the art",
                "say\"so it\"is | say + so it + is",
                "a - b & c | a + b + c",
                "title:x NEAR(a, b) ^c d* {e f} : g | title x + near a + b + c + d + e + f + g",
                "x' or 1=1; drop table place | x + or + 1 1 + drop + table + place",
                "a:* & !b <-> c \\d | a + b + c + d",
                "😀 smile | smile",
            })
    void isUnderstood(String q, String meaning) {
        assertThat(meaning(SearchPhrases.parse(q))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | q has no letter or digit.",
                "' \t ' | q has no letter or digit.",
                "😀 *** | q has no letter or digit.",
                "\"\" | q has no letter or digit.",
                "-solar | q says only what is left out.",
                "\"solar wind | A quotation mark in q has no partner.",
                "solar \" | A quotation mark in q has no partner.",
                "-\" | A quotation mark in q has no partner.",
                "OR solar | In q, OR stands between two words",
                "solar OR | In q, OR stands between two words",
                "a OR OR b | In q, OR stands between two words",
                "a -b OR c | In q, OR stands between two words",
                "a OR -b | In q, what is left out (-b) cannot follow OR.",
                "a b c d e f g h i j k l m n o p -q | q has more than 16 words and phrases.",
            })
    void isRefusedWithAReason(String q, String reason) {
        assertThatThrownBy(() -> SearchPhrases.parse(q))
                .isInstanceOf(QueryRefused.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void isRefusedIfItIsTooLong() {
        assertThat(SearchPhrases.parse("x".repeat(200)).wanted()).hasSize(1);
        assertThatThrownBy(() -> SearchPhrases.parse("x".repeat(201))).hasMessageStartingWith("q has more than 200");
        assertThatThrownBy(() -> SearchPhrases.parse("x ".repeat(5_000))).hasMessageStartingWith("q has more than 200");
    }

    @Test
    void hasAtMostSixteenWordsAndPhrases() {
        assertThat(SearchPhrases.parse("a b c d e f g h i j k l m n o OR p").wanted())
                .hasSize(15);
        assertThat(SearchPhrases.parse("a b c d e f g h i j k l m n o -p").unwanted())
                .hasSize(1);
        assertThatThrownBy(() -> SearchPhrases.parse("a b c d e f g h i j k l m n o OR p OR q"))
                .hasMessageStartingWith("q has more than 16 words and phrases.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  solar \t OR  wind ' | solar OR wind",
                "“solar  wind” - & -sea | \"solar wind\" -sea",
                "so\"la r\"-\"x y\"z | so \"la r\" -\"x y\" z",
            })
    void isWrittenWithoutWhatMeansNothing(String q, String text) {
        assertThat(SearchPhrases.parse(q).text()).isEqualTo(text);
    }

    @ExtendWith(Seeded.class)
    @Test
    void isUnderstoodOrRefusedWhateverIsWritten(RandomGenerator random) {
        String signs = "ab é東京\"\"'-*^:()&|!<>\\~{}+%_\u0000\u0001\ud83d\ude00\ud800ORNOT\t,.;";
        for (int i = 0; i < 20_000; i++) {
            String q = random.ints(random.nextInt(1, 30), 0, signs.length())
                    .mapToObj(at -> String.valueOf(signs.charAt(at)))
                    .collect(Collectors.joining());
            try {
                var wording = SearchPhrases.parse(q);
                assertThat(SearchPhrases.parse(wording.text())).as(q).isEqualTo(wording);
            } catch (QueryRefused e) {
                assertThat(e.reason()).as(q).isNotBlank();
            }
        }
    }

    private static String meaning(SearchPhrases wording) {
        String wanted = wording.wanted().stream()
                .map(any -> any.stream().map(SearchPhrasesTest::words).collect(Collectors.joining("/")))
                .collect(Collectors.joining(" + "));
        return wording.unwanted().isEmpty() ? wanted : wanted + " - " + phrases(wording.unwanted());
    }

    private static String phrases(List<Phrase> phrases) {
        return phrases.stream().map(SearchPhrasesTest::words).collect(Collectors.joining(", "));
    }

    private static String words(Phrase phrase) {
        return String.join(" ", phrase.tokens());
    }
}
