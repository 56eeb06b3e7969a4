package org.feedwright.authoring.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedwright.article.Highlight;
import org.feedwright.authoring.problem.Note;
import org.junit.jupiter.api.Test;

/** No footnote's text is lost, wherever its reference stands. */
class FootnotesTest {
    @Test
    void areToldOfWhereTheyAreNotDefined() {
        var body = body("a[^1] b[^2] \\[^3] `[^4]` c[^1]");

        assertThat(body.notes())
                .extracting(Note::what)
                .containsExactly("the footnote [^1] is not defined", "the footnote [^2] is not defined");
        assertThat(body.prose().html()).isEqualTo("<p>a[^1] b[^2] [^3] <code>[^4]</code> c[^1]</p>");
    }

    @Test
    void areToldOfFiftyTimes() {
        assertThat(body(numbered(50, "a[^%d]")).notes()).hasSize(50);
        assertThat(body(numbered(51, "a[^%d]")).notes()).hasSize(50);
        assertThat(body("a\n\n" + numbered(51, "[^%d]: b\n")).notes()).hasSize(50);
    }

    @Test
    void stayWhereTheyStandIfNothingRefersToThem() {
        var body = body("a\n\n[^2]: c[^1]\n\n[^1]: b\n\n[^3]:\n    ```\n    d\n    ```");

        assertThat(body.notes())
                .extracting(Note::what)
                .containsExactly("the footnote [^2] is never referred to", "the footnote [^3] is never referred to");
        assertThat(body.prose().html())
                .startsWith("<p>a</p>\n<p>[^2]: c<sup")
                .contains("<p>[^3]: </p>\n<pre><code>d\n</code></pre>", "<p>b ");
    }

    @Test
    void areToldOfWhereALabelIsDefinedTwice() {
        var body = body("a[^1]\n\n[^1]: b\n\n[^1]: c");

        assertThat(body.notes()).extracting(Note::what).containsExactly("the footnote [^1] is defined twice");
        assertThat(body.prose().html()).contains("<p>[^1]: c</p>", "<p>b ");
    }

    @Test
    void standBehindTheirReferenceInAHighlight() {
        var body = body("## Highlights\n\n- One[^1] and[^1] on[^2]\n- Two[^x]\n\nText.\n\n[^1]: b[^2]\n\n[^2]: *c*");

        assertThat(body.highlights()).extracting(Highlight::text).containsExactly("One (b (c)) and on", "Two[^x]");
        assertThat(body.prose().html()).isEqualTo("<p>Text.</p>");
        assertThat(body.prose().source()).isEqualTo("Text.");
    }

    @Test
    void standBelowEachPartThatNeedsThem() {
        var body = body("Text.[^1]\n\nDisclaimer: None.[^1][^2]\n\n[^1]: One.\n\n[^2]: Two.");
        var disclaimer = Objects.requireNonNull(body.disclaimer()).prose();

        assertThat(body.prose().html()).contains("One.").doesNotContain("Two.");
        assertThat(disclaimer.html()).contains("One.", "Two.").contains("href=\"#disclaimer.fn");
        assertThat(body.prose().source()).isEqualTo("Text.[^1]\n\n\n[^1]: One.");
        assertThat(disclaimer.source()).isEqualTo("Disclaimer: None.[^1][^2]\n\n[^2]: Two.");
    }

    private static String numbered(int count, String each) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> each.replace("%d", String.valueOf(number)))
                .collect(Collectors.joining(" \n"));
    }

    private static Body body(String markdown) {
        return Markdown.body(markdown, "T", true, true);
    }
}
