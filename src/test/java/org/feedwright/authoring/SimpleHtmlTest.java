package org.feedwright.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleHtmlTest {
    private static final List<String> PIECES = List.of(
            "<p>",
            "</p>",
            "<p>",
            "</p>",
            "<em>",
            "</em>",
            "<strong>",
            "</strong>",
            "<del>",
            "</del>",
            "<h2>",
            "</h2>",
            "<ul>\n",
            "</ul>\n",
            "<ol>",
            "</ol>",
            "<li>",
            "</li>",
            "<blockquote>\n",
            "</blockquote>",
            "<pre>",
            "</pre>",
            "<code class=\"language-c++\">",
            "<code>",
            "</code>",
            "<a href=\"https://example.org/?a=1&amp;b#c\">",
            "<a href=\"javascript:alert(1)\">",
            "<a href=\"/x\" title=\"y\">",
            "</a>",
            "<br />",
            "<hr />",
            "<br>",
            "<img src=\"a.png\" alt=\"a\" />",
            "<script>",
            "</script>",
            "<table>",
            "<td>",
            "<b>",
            "<P>",
            "</div>",
            "&amp;",
            "&quot;",
            "&lt;",
            "&gt;",
            "&copy;",
            "&",
            "\"",
            "'",
            ">",
            "<",
            " ",
            "\n",
            "\n",
            "\t",
            "\r",
            "word",
            "two words",
            "\u00A0",
            "–",
            "“x”",
            "é",
            "日本",
            "\uD83D\uDE00",
            "\u0085",
            "\u00AD",
            "\u2028");

    @Nested
    class Markdown_of_the_common_kind {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<p>Plain &quot;text&quot; &amp; <em>more <strong>of</strong> it</em>.</p>\n",
                    "<h2>Head</h2>\n<p>A <a href=\"https://example.org/a?b=1&amp;c=2\">link</a>,<br />\nnext line</p>\n<hr />\n",
                    "<ul>\n<li>One</li>\n<li>\n<p>Two</p>\n<ul>\n<li><code>x</code></li>\n</ul>\n</li>\n</ul>\n",
                    "<blockquote>\n<p>Quoted</p>\n</blockquote>\n<pre><code class=\"language-java\">a &lt; b;\n\nc\n</code></pre>\n",
                    "<p>Non\u00A0breaking, 日本語 and \uD83D\uDE00</p>\n",
                    ""
                })
        void is_cleaned_without_a_tree_and_comes_out_the_same(String html) {
            assertThat(SimpleHtml.cleaned(html)).contains(CleanHtml.byTree(html));
        }
    }

    @Nested
    class What_could_act_or_is_misplaced {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<p><script>x</script></p>",
                    "<p onclick=\"x\">y</p>",
                    "<p><a href=\"javascript:x\">y</a></p>",
                    "<p><a href=\"https://a\" onclick=\"x\">y</a></p>",
                    "<p><a href=\"https://a\"><a href=\"https://b\">y</a></a></p>",
                    "<p>One<p>two</p></p>",
                    "<p><em>One</p></em>",
                    "<ul>text</ul>",
                    "<li>no list</li>",
                    "<pre>\nfirst line feed</pre>",
                    "<p>open",
                    "</p>",
                    "<p>&copy;</p>"
                })
        void is_left_to_the_tree(String html) {
            assertThat(SimpleHtml.cleaned(html)).isEmpty();
        }
    }

    @Test
    void says_of_every_character_what_the_tree_says() {
        IntStream.rangeClosed(1, 0x2FFFF)
                .mapToObj(SimpleHtmlTest::paragraph)
                .forEach(html -> SimpleHtml.cleaned(html)
                        .ifPresent(clean -> assertThat(clean).isEqualTo(CleanHtml.byTree(html))));
    }

    @Test
    void says_of_whatever_is_thrown_together_what_the_tree_says() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        int simple = 0;
        for (int i = 0; i < 100_000; i++) {
            int most = 1 + random.nextInt(i % 2 == 0 ? 6 : 20);
            String html = i % 3 == 0
                    ? nested(random, 3)
                    : IntStream.range(0, most)
                            .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                            .reduce("", String::concat);
            var clean = SimpleHtml.cleaned(html);
            if (clean.isPresent()) {
                simple++;
                assertThat(clean.get()).as("seed %d: %s", seed, html).isEqualTo(CleanHtml.byTree(html));
            }
        }
        assertThat(simple).as("seed %d", seed).isGreaterThan(5_000);
    }

    /** Elements that are closed where they should be, though they may not be where they should. */
    private static String nested(Random random, int depth) {
        var html = new StringBuilder();
        for (int children = random.nextInt(4); children > 0; children--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            if (depth > 0 && piece.matches("(?s)<[a-z].*") && !piece.contains("/>")) {
                String name = piece.replaceAll("(?s)<([a-z0-9]+).*", "$1");
                html.append(piece)
                        .append(nested(random, depth - 1))
                        .append("</")
                        .append(name)
                        .append(">");
            } else {
                html.append(piece);
            }
        }
        return html.toString();
    }

    private static String paragraph(int character) {
        return "<p>a" + Character.toString(character) + "b</p>";
    }
}
