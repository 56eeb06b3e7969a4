package org.feedwright.authoring.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.feedwright.article.Highlight;
import org.feedwright.authoring.problem.Note;
import org.feedwright.authoring.template.Range;
import org.feedwright.authoring.template.Translation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlBodyTest {
    @Test
    void keepsCodeByteForByte() {
        String code = "<pre>a\n\n\n    b &lt; c\n\n*d*\n</pre>";
        assertThat(body("<p>Text</p>\n" + code, "T").prose().html()).isEqualTo("<p>Text</p>\n" + code);
        assertThat(body("<p>Text</p>\n" + code, "T").prose().source()).isEqualTo("<p>Text</p>\n" + code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "<h1>A <em>title</em></h1><p>Text</p> => A title|<p>Text</p>",
                "<header><h1>A title</h1></header><p>Text</p> => A title|<header></header><p>Text</p>",
                "<!DOCTYPE html><html><head><title>A title</title><style>p{}</style></head><body class=x><p>Text</p></body></html> => A title|<p>Text</p>",
                "<p>Text</p> => null|<p>Text</p>",
            })
    void offersTheFirstHeadingOrElseThePagesTitle(String html, String parts) {
        var body = body(html, "");
        assertThat(body.heading() + "|" + body.prose().html()).isEqualTo(parts);
        assertThat(body.notes()).isEmpty();
    }

    @Test
    void doesNotRepeatTheTitle() {
        assertThat(body("<h1>The title</h1><p>Text</p>", "The title").prose().html())
                .isEqualTo("<p>Text</p>");
        assertThat(body("<h1>Another</h1><p>Text</p>", "The title").prose().html())
                .contains("Another");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "<h2>Highlights</h2>|<ul><li>10<sup>6</sup> t</li><li>b</ul>|<p>Text</p> => <p>Text</p>",
                "<div><p><b>Highlights:</b></p>|<ul><li>10<sup>6</sup> t<li>b</ul>|<p>Text</p></div> => <div>||<p>Text</p></div>",
            })
    void takesHighlightsOut(String html, String left) {
        var body = body(html.replace('|', '\n'), "T");
        assertThat(body.highlights()).extracting(Highlight::text).containsExactly("10⁶ t", "b");
        assertThat(body.prose().html().replaceAll("\\s", ""))
                .isEqualTo(left.replace("|", "").replaceAll("\\s", ""));
        assertThat(body.prose().source()).doesNotContain("10<sup>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "<p>Text</p><p>Disclaimer: Not <b>advice</b>.</p> => <p>Not <b>advice</b>.</p>",
                "<p>Text</p><p><strong>Disclaimer:</strong> Not advice. => <p>Not advice.</p>",
                "<p>Text</p><h3>Disclaimer</h3><p>Not advice.</p> => <p>Not advice.</p>",
                "<p>Text</p><p><b>Disclaimer</b></p><p>Not advice.</p> => <p>Not advice.</p>",
                "<article><p>Text<h3>Disclaimer</h3><p>Not advice.</article> => <p>Not advice.</p>",
            })
    void takesTheDisclaimerOut(String html, String disclaimer) {
        var body = body(html, "T");
        assertThat(Objects.requireNonNull(body.disclaimer()).prose().html()).isEqualTo(disclaimer);
        assertThat(body.prose().html()).contains("Text").doesNotContain("isclaimer", "advice");
        assertThat(body.prose().source()).contains("Text").doesNotContain("isclaimer", "advice");
    }

    /** A line heads one paragraph; else all that follows any mention of a disclaimer would be taken. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "<p>Text</p><p>Disclaimer</p><p>One.</p><p>Two.</p> => null",
                "<p>Text</p><h3>Disclaimer</h3><p>One.</p><p>Two.</p> => <p>One.</p><p>Two.</p>",
                "<p>Text</p><h3>Disclaimer</h3><p>One.</p><h3>More</h3><p>Two.</p> => null",
                "<section><p>Text</p><h3>Disclaimer</h3><p>One.</p></section> => <p>One.</p>",
                "<main><article><div><p>Text</p><p>Disclaimer: One.</p></div></article></main> => <p>One.</p>",
                "<p>Text</p><section><p>Disclaimer: One.</p></section> => null",
                "<p>Text</p><h3>Disclaimer</h3> => null",
            })
    void takesNoMoreThanTheDisclaimer(String html, String disclaimer) {
        var body = body(html, "T");
        assertThat(
                        body.disclaimer() == null
                                ? "null"
                                : body.disclaimer().prose().html())
                .isEqualTo(disclaimer);
        if (body.disclaimer() == null) {
            assertThat(body.prose().html()).isEqualTo(html);
        }
    }

    @Test
    void leavesSectionsThatAreNotWanted() {
        String html = "<h2>Highlights</h2><ul><li>a</li></ul><p>Text</p><p>Disclaimer: b</p>";
        var body = HtmlBody.body(Translation.none(html), "T", false, false);
        assertThat(body.prose().html()).isEqualTo(html);
        assertThat(body.highlights()).isEmpty();
        assertThat(body.disclaimer()).isNull();
    }

    @Test
    void takesWhatStandsBeforeTheMarkForTheSummary() {
        var body = body("<div><p>Text <b>a</b>.</p><!--more--><p>Rest</p></div>", "T");
        assertThat(body.summary()).isEqualTo("Text a.");
        assertThat(body.prose().html()).isEqualTo("<div><p>Text <b>a</b>.</p><p>Rest</p></div>");
    }

    @Test
    void keepsWhatHasAMeaning() {
        String html =
                "<figure><picture><source srcset=\"a.webp\"><img src=\"a.png\" alt=\"a\"></picture><figcaption>b</figcaption></figure>"
                        + "<details><summary>c</summary>d</details><p><kbd>e</kbd> <abbr title=\"f\">g</abbr> <mark>h</mark></p>";
        assertThat(body(html, "T").prose().html()).isEqualTo(html);
        assertThat(body(html.replace("<img", "<img loading=\"lazy\""), "T")
                        .prose()
                        .html())
                .isEqualTo(html);
    }

    @Test
    void saysThatAnElementIsNotKnown() {
        var body = body("<Tabs><TabItem>Text</TabItem></Tabs>", "T");
        assertThat(body.prose().html()).isEqualTo("Text");
        assertThat(body.notes()).extracting(Note::sign).containsExactly("<tabs", "<tabitem");
        assertThat(body.notes().getFirst().line("a\n<Tabs>")).isEqualTo(2);
    }

    @Test
    void findsCode() {
        assertThat(HtmlBody.code("a <pre><code>b</code></pre> <code>c</code> <pre-x>"))
                .containsExactly(new Range(6, 21), new Range(33, 35));
    }

    private static Body body(String html, String title) {
        return HtmlBody.body(Translation.none(html), title, true, true);
    }
}
