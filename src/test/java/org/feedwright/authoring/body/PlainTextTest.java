package org.feedwright.authoring.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.feedwright.article.Highlight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text without markup. In the tables, {@code \n} is a line feed. */
class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "*a* <b> & _c_ => <p>*a* &lt;b&gt; &amp; _c_</p>",
                "One.\\nTwo. => <p>One.</p>\\n<p>Two.</p>",
                "One\\n\\n \\n\\nTwo => <p>One</p>\\n<p>Two</p>",
                "See https://example.org/a_b. => <p>See <a href=\"https://example.org/a_b\">https://example.org/a_b</a>.</p>",
                "(https://example.org/a_(b)) => <p>(<a href=\"https://example.org/a_(b)\">https://example.org/a_(b)</a>)</p>",
                "见 https://example.org/c，然后 => <p>见 <a href=\"https://example.org/c\">https://example.org/c</a>，然后</p>",
                "“https://example.org/c” => <p>“<a href=\"https://example.org/c\">https://example.org/c</a>”</p>",
                "*https://example.org/c*, => <p>*<a href=\"https://example.org/c\">https://example.org/c</a>*,</p>",
                "~~https://example.org/c~~ => <p>~~<a href=\"https://example.org/c\">https://example.org/c</a>~~</p>",
                "`https://example.org/c` => <p>`<a href=\"https://example.org/c\">https://example.org/c</a>`</p>",
                "‘https://example.org/c’ => <p>‘<a href=\"https://example.org/c\">https://example.org/c</a>’</p>",
                "https://example.org/c… => <p><a href=\"https://example.org/c\">https://example.org/c</a>…</p>",
                "https://example.org/?a=1&b=2 => <p><a href=\"https://example.org/?a=1&amp;b=2\">https://example.org/?a=1&amp;b=2</a></p>",
                "HTTPS://example.org/ ftp://example.org/ => <p><a href=\"HTTPS://example.org/\">HTTPS://example.org/</a> ftp://example.org/</p>",
            })
    void showsEverySignAsItIs(String text, String html) {
        assertThat(html(text)).isEqualTo(lines(html));
    }

    /** A line of 100 characters may have been wrapped there, one of 101 not; and two thirds of it are almost all. */
    @Test
    void knowsAWrappedTextByTheWidthOfItsLines() {
        String full = "x".repeat(90);

        assertThat(html(full + "y".repeat(10) + "\n" + full + "\nend.")).doesNotContain("</p>\n<p>");
        assertThat(html(full + "y".repeat(11) + "\n" + full + "\nend.")).contains("</p>\n<p>");
        assertThat(html(full + "\n" + "x".repeat(60) + "\nend.")).doesNotContain("</p>\n<p>");
        assertThat(html(full + "\n" + "x".repeat(59) + "\nend.")).contains("</p>\n<p>");
        assertThat(html(full + ".\n" + full + ".\nend."))
                .as("each ends a sentence")
                .contains("</p>\n<p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "*", "+", "•", "‣", "·", "–", "—", "1.", "12)", "999."})
    void takesPointsOutThatBeginWithASign(String sign) {
        var body = body("Highlights\n\n" + sign + " One\n  goes on\n" + sign + " Two\n\nText.");

        assertThat(body.highlights()).extracting(Highlight::text).containsExactly("One goes on", "Two");
        assertThat(body.prose().html()).isEqualTo("<p>Text.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Highlights:",
                "HIGHLIGHTS",
                "**Highlights**",
                "## Highlights ##",
                "Highlights\n====",
                "Highlights\n----------"
            })
    void knowsTheHeadingOfHighlights(String heading) {
        assertThat(body(heading + "\n- One\nText.").highlights())
                .extracting(Highlight::text)
                .containsExactly("One");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Highlights of the year\n- One",
                "Highlights\nOne",
                "Text\n\nHighlights\n- One",
                "Highlights\n====\n\nOne"
            })
    void leavesWhatIsNoListOfHighlights(String text) {
        var body = body(text);

        assertThat(body.highlights()).isEmpty();
        assertThat(body.prose().html()).contains("Highlights", "One");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Disclaimer: No advice.",
                "DISCLAIMER:\nNo advice.",
                "**Disclaimer:** No advice.",
                "Disclaimer\n\nNo advice."
            })
    void takesTheDisclaimerOut(String disclaimer) {
        var body = body("Text.\n\n" + disclaimer);

        assertThat(Objects.requireNonNull(body.disclaimer()).prose().html()).isEqualTo("<p>No advice.</p>");
        assertThat(body.prose().html()).isEqualTo("<p>Text.</p>");
    }

    @Test
    void takesTheDisclaimerOutOfAWrappedText() {
        String full = "x".repeat(90);
        var body = body(full + "\n" + full + "\n" + full + "\nDisclaimer: " + "y".repeat(70) + "\nat all.");

        assertThat(Objects.requireNonNull(body.disclaimer()).prose().source()).isEqualTo("y".repeat(70) + "\nat all.");
        assertThat(body.prose().html()).contains(full).doesNotContain("isclaimer", "y");
    }

    @Test
    void leavesSectionsThatAreNotWanted() {
        var body = PlainText.body("Highlights\n- One\n\nDisclaimer: No advice.", false, false);

        assertThat(body.highlights()).isEmpty();
        assertThat(body.disclaimer()).isNull();
        assertThat(body.prose().html()).contains("Highlights", "One", "Disclaimer: No advice.");
    }

    private static String html(String text) {
        return body(lines(text)).prose().html();
    }

    private static Body body(String text) {
        return PlainText.body(text, true, true);
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
