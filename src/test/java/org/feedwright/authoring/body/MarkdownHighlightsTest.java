package org.feedwright.authoring.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.article.Highlight;
import org.junit.jupiter.api.Test;

class MarkdownHighlightsTest {
    @Test
    void takesTheItemsOfAText() {
        assertThat(Markdown.highlights("- first, 10<sup>6</sup>\n- *second*\n"))
                .extracting(Highlight::text)
                .containsExactly("first, 10⁶", "second");
    }

    @Test
    void leavesATextThatIsNoListAsItIs() {
        assertThat(Markdown.highlights("5*3*2 <b>\n\nand more"))
                .extracting(Highlight::text)
                .containsExactly("5*3*2 <b> and more");
    }

    @Test
    void readsMarkupAsALine() {
        assertThat(Markdown.line("A *b*, `c_d` and ~~e~~ 3~5 %")).isEqualTo("A b, c_d and 3~5 %");
    }
}
