package org.feedwright.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read aloud of HTML where there is one line of plain text. */
class HtmlLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "10<sup>6</sup> t => 10⁶ t",
                "x<sup>2n</sup>y => x^2n y",
                "CO<sub>2</sub> => CO₂",
                "a<br>b => a b",
                "<p>a</p><p>b</p> => a b",
                "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table> => 1 2; 3",
                "Prices<table><tr><td>1</td></tr><tr><td>2</td></tr></table> => Prices 1; 2",
                "Prices<ul><li>copper 5</li><li>zinc 6</li></ul> => Prices: copper 5; zinc 6",
                "Prices:<ul><li>copper 5</li><li>zinc 6</li></ul> => Prices: copper 5; zinc 6",
                "Prices…<ul><li>copper.</li><li>zinc</li></ul> => Prices… copper. zinc",
                "价格。<ul><li>铜！</li><li>锌</li></ul> => 价格。 铜！ 锌",
                "<ul><li>copper</li></ul>after => copper after",
                "8<del>10</del>12 => 8 12",
                "8<s>10</s>.5 => 8 .5",
                "8<strike>10</strike>, then => 8, then",
                "a<script>b</script>c => a c",
                "<q>a</q> => “a”",
                "<ruby>漢<rt>kan</rt></ruby> => 漢(kan)",
                "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> => 漢(kan)",
                "<img alt=\"a picture\"> => a picture",
                "a <img src=\"b.png\"> c => a c",
                "<svg aria-label=\"a\"><title>b</title></svg> => a",
                "<svg><title>b</title><text>c</text></svg> => b",
                "<svg><text>c</text></svg>d => d",
                "Text<a href=\"#fnref-1\">↩</a> => Text",
                "Text<a href=\"#fnref-1-2\">12↩</a> => Text",
                "<a href=\"b\">Back to the beginning ↩</a> => Back to the beginning ↩",
                "a<span hidden>b</span>c => a c",
                "a<span aria-hidden=\"true\">b</span>c => a c",
                "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> => 1/2",
                "<math><mfrac><mrow><mn>1</mn><mo>+</mo><mn>2</mn></mrow><mn>3</mn></mfrac></math> => (1+2)/3",
                "<math><msup><mn>10</mn><mn>6</mn></msup></math> => 10⁶",
                "<math><msub><mi>x</mi><mn>1</mn></msub></math> => x₁",
                "<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math> => x₁²",
                "<math><msqrt><mn>2</mn></msqrt></math> => √2",
                "a &amp; b &lt;c&gt; => a & b <c>",
                "a &#146;b&#xFFFE; => a ’b",
                "plain  text => plain text",
                "<b></b> => ",
            })
    void saysWhatTheHtmlSays(String html, String line) {
        assertThat(HtmlLine.of(html)).isEqualTo(line == null ? "" : line);
    }
}
