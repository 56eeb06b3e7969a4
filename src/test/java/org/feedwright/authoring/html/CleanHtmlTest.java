package org.feedwright.authoring.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.feedwright.authoring.problem.TooMuch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanHtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> -> 1/2",
                "<math><msup><mn>10</mn><mrow><mo>−</mo><mn>6</mn></mrow></msup></math> -> 10^−6",
                "<math><msup><mn>10</mn><mn>6</mn></msup><mn>2</mn></math> -> 10^6 2",
                "<math><mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math> -> 1 1/2",
                "<math><mfrac><mn>1</mn><mn>2</mn></mfrac><mi>x</mi></math> -> (1/2)x",
                "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math> -> (a+b)/2",
                "<math><msqrt><mn>2</mn></msqrt><mo>=</mo><mroot><mi>x</mi><mn>3</mn></mroot></math> -> √2=√[3]x",
                "<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math> -> x_1^2",
                "<math><mn>2</mn><mo>&InvisibleTimes;</mo><mn>3</mn></math> -> 2·3",
                "<math><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable></math> -> '1, 2; 3'",
                "<math><menclose notation=updiagonalstrike><mn>1</mn></menclose><mn>2</mn></math> -> 2",
                "<math><semantics><mi>x</mi><annotation-xml encoding=text/html><p>no</p></annotation-xml></semantics></math> -> x"
            })
    void writesFormulasOnALine(String html, String text) {
        assertThat(CleanHtml.of(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p hidden>x</p>",
                "<p style='display : NONE !important'>x</p>",
                "<p style='display:block; /* */ display:none'>x</p>",
                "<p style=visibility:hidden>x</p>",
                "<p style='font-size:0px'>x</p>",
                "<dialog>x</dialog>",
                "<template>x</template>",
                "<title>x</title>",
                "<datalist><option>x</datalist>",
                "<select><option>x</select>",
                "<textarea>x</textarea>",
                "<noscript>x</noscript>",
                "<iframe>x</iframe>",
                "<noembed>x</noembed>",
                "<svg aria-hidden=true aria-label=x></svg>",
                "<iframe src=https://x.example width=1 height=1></iframe>",
                "<a aria-hidden=true href=#x>x</a>"
            })
    void dropsWithItsText(String html) {
        assertThat(CleanHtml.of(html)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p hidden=until-found>x</p>",
                "<p style='display:none;display:block'>x</p>",
                "<p style='color:red'>x</p>",
                "<p aria-hidden=true>x</p>",
                "<dialog open>x</dialog>",
                "<x-card>x</x-card>",
                "<object>x</object>",
                "<canvas>x</canvas>",
                "<font>x</font>"
            })
    void keepsWhatIsShown(String html) {
        assertThat(CleanHtml.of(html)).contains("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x&gt;'>",
                "<svg></p><style><a title='</style><img src onerror=x>'>",
                "<math><annotation-xml encoding=text/html><style></math><img src onerror=x>",
                "<noscript><p title='</noscript><img src=x onerror=x>'>",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=x>",
                "<xmp><p title='</xmp><img src=x onerror=x>'>",
                "<textarea></textarea><title><p title='</title><img src=x onerror=x>'>"
            })
    void staysCleanWhenItIsReadAgain(String hostile) {
        String clean = CleanHtml.of(hostile);
        var again = org.jsoup.Jsoup.parseBodyFragment(clean);
        assertThat(again.select("[onerror], style, math, svg, form, noscript, xmp"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b><p>",
                "<a href=x><div>",
                "<style></style>",
                "<svg>",
                "<math><msup>",
                "<object data=a>",
                "<noscript><img>",
                "<p hidden>",
                "<table>x",
                "<x-y src=a>",
                "<span aria-hidden=true>",
                "<form><label>"
            })
    void costsLittleHoweverOftenSomethingIsWritten(String piece) {
        assertTimeout(Duration.ofSeconds(30), () -> {
            try {
                CleanHtml.of(piece.repeat(500_000 / piece.length()));
            } catch (TooMuch _) {
                // said in words, and at once
            }
        });
    }

    @Test
    void refusesWhatWouldBecomeTooMuch() {
        String reopened = "<p><b title='" + "x".repeat(100_000) + "'>" + "<p>x".repeat(1_000);
        assertThatExceptionOfType(TooMuch.class)
                .isThrownBy(() -> CleanHtml.of(reopened))
                .withMessage("it becomes more than 6,000,000 characters of HTML");
        assertThatExceptionOfType(TooMuch.class)
                .isThrownBy(() -> CleanHtml.of("<i></i>".repeat(200_001)))
                .withMessage("it has more than 200,000 HTML elements");
    }
}
