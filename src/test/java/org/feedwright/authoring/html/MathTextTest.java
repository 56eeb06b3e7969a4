package org.feedwright.authoring.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A formula on a line says the same, whatever stands beside what. */
class MathTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "<mn>2</mn><mn>3</mn> => 2 3",
                "<mn>٢</mn><mn>٣</mn> => ٢ ٣",
                "<mn>2</mn><mi>x</mi> => 2x",
                "<mn>2</mn><mo>\u2062</mo><mn>3</mn> => 2·3",
                "<mn>2</mn><mo>\u2062</mo><mi>x</mi> => 2x",
                "<mi>sin</mi><mo>\u2061</mo><mi>x</mi> => sin x",
                "<mfrac><mn>1</mn><mn>2</mn></mfrac><mi>x</mi> => (1/2)x",
                "<mfrac><mn>1</mn><mn>2</mn></mfrac><mo>+</mo><mi>x</mi> => 1/2+x",
                "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mrow><mn>2</mn><mi>c</mi></mrow></mfrac> => (a+b)/(2c)",
                "<mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac> => (n choose k)",
                "<mfrac linethickness=\"0.0px\"><mi>n</mi><mi>k</mi></mfrac> => (n choose k)",
                "<mfrac linethickness=\"2px\"><mi>n</mi><mi>k</mi></mfrac> => n/k",
                "<msup><mn>10</mn><mn>6</mn></msup><mi>x</mi> => 10^6 x",
                "<msup><mn>10</mn><mrow><mo>-</mo><mn>6</mn></mrow></msup> => 10^-6",
                "<msup><mrow><mi>a</mi><mi>b</mi></mrow><mn>2</mn></msup> => (ab)^2",
                "<msup><mi>ab</mi><mn>2</mn></msup> => ab^2",
                "<msub><mi>x</mi><mn>1</mn></msub><mn>2</mn> => x_1 2",
                "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup> => x_1^2",
                "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi> => ∑_(i=1)^n i",
                "<msqrt><mn>2</mn></msqrt><mn>3</mn> => √2 3",
                "<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt> => √(a+b)",
                "<mroot><mn>8</mn><mn>3</mn></mroot><mn>2</mn> => √[3]8 2",
                "<mroot><mn>8</mn><mn>3</mn></mroot><mi>x</mi> => √[3]8 x",
                "<msqrt><mn>8</mn></msqrt><mi>x</mi> => √8 x",
                "<msub><mi>a</mi><mi>b</mi></msub><mi>x</mi> => a_b x",
                "<munder><mi>a</mi><mi>b</mi></munder><mi>x</mi> => a_b x",
                "<mover><mi>a</mi><mi>b</mi></mover><mi>x</mi> => a^b x",
                "<mmultiscripts><mi>a</mi><mi>b</mi></mmultiscripts><mi>x</mi> => a_b x",
                "<mover><mi>x</mi><mo>¯</mo></mover> => x\u0304",
                "<mover><mi>x</mi><mo>→</mo></mover> => x\u20D7",
                "<mover><mi>𝑥</mi><mo>^</mo></mover> => 𝑥\u0302",
                "<mover><mi>ab</mi><mo>¯</mo></mover> => ab^¯",
                "<mmultiscripts><mi>C</mi><none/><none/><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts> => _6^14 C",
                "<mmultiscripts><mi>x</mi><mn>1</mn><mn>2</mn></mmultiscripts> => x_1^2",
                "<mfenced><mi>a</mi><mi>b</mi></mfenced> => (a, b)",
                "<mfenced open=\"[\" close=\"\" separators=\"\"><mi>a</mi><mi>b</mi></mfenced> => [ab",
                "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable> => 1, 2; 3, 4",
                "<menclose notation=\"updiagonalstrike\"><mn>8</mn></menclose><mn>9</mn> => 9",
                "<menclose notation=\"box\"><mn>8</mn></menclose> => 8",
                "<semantics><mi>x</mi><annotation>y</annotation></semantics> => x",
                "<mphantom><mi>x</mi></mphantom><mi>y</mi> => y",
                "<mspace/><mi>a</mi><mspace/><mi>b</mi> => a b",
                "<mtext>a  b</mtext> => a b",
            })
    void writesWhatItMeans(String math, String line) {
        assertThat(of("<math>" + math + "</math>")).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"<math alttext=' x '></math>, x", "<math alttext='x'><mi>y</mi></math>, y", "<math></math>, ''"})
    void saysWhatItIsCalledWhereNothingIsInIt(String math, String line) {
        assertThat(of(math)).isEqualTo(line);
    }

    private static String of(String html) {
        return MathText.of(Objects.requireNonNull(Jsoup.parseBodyFragment(html).selectFirst("math")));
    }
}
