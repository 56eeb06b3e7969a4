package org.feedwright.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.feedwright.article.Highlight;
import org.junit.jupiter.api.Test;

class EntryHtmlTest {
    private static final List<Highlight> HIGHLIGHTS = List.of(new Highlight("R&D <3"), new Highlight("two"));

    @Test
    void listsHighlights() {
        assertThat(EntryHtml.list(HIGHLIGHTS)).isEqualTo("<ul><li>R&amp;D &lt;3</li><li>two</li></ul>");
        assertThat(EntryHtml.list(List.of())).isEmpty();
    }

    @Test
    void setsADisclaimerApartUnderItsHeading() {
        assertThat(EntryHtml.apart("<p>Verify it.</p>")).isEqualTo("<hr><h2>Disclaimer</h2><p>Verify it.</p>");
        assertThat(EntryHtml.apart("")).isEmpty();
    }

    @Test
    void saysTheSameInPlainText() {
        assertThat(EntryHtml.text(HIGHLIGHTS, "")).isEqualTo("R&D <3\ntwo");
        assertThat(EntryHtml.text(HIGHLIGHTS, "<p>Verify &amp;\n <em>check</em>.</p><p>Twice.</p>"))
                .isEqualTo("R&D <3\ntwo\n\nDisclaimer: Verify & check. Twice.");
        assertThat(EntryHtml.text(List.of(), "<p>Verify it.</p>")).isEqualTo("Disclaimer: Verify it.");
        assertThat(EntryHtml.text(List.of(), "")).isEmpty();
    }

    @Test
    void saysEveryNumberAsItIs() {
        assertThat(EntryHtml.text(
                        List.of(),
                        "<p>10<sup>6</sup> t, H<sub>2</sub>O, 1<sup>st</sup>, <del>10</del> 8, 1<br>2, said<sup><a"
                                + " href=\"#fn1\">1</a></sup></p><table><tr><td>3</td><td>5</td></tr></table>"
                                + "<img alt=\"chart\">"))
                .isEqualTo("Disclaimer: 10⁶ t, H₂O, 1st, 8, 1 2, said¹ 3 5 chart");
    }

    @Test
    void describesAnImageByItsTitle() {
        assertThat(EntryHtml.image("a\"b.png", "<3 \"x\""))
                .isEqualTo("<p><img src=\"a&quot;b.png\" alt=\"&lt;3 &quot;x&quot;\"></p>");
    }
}
