package org.feedwright.authoring.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.feedwright.authoring.html.CleanHtml;
import org.feedwright.authoring.html.PartIds;
import org.feedwright.testing.Seeded;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Markdown becomes is as clean as if it had been cleaned again, also where it is not cleaned at all. */
class CleanMarkdownTest {
    private static final List<String> PIECES = List.of(
            "# Head\n\n",
            "\n\n",
            "\n",
            "- item\n",
            "  - within\n",
            "12) twelfth\n",
            "> quoted ",
            "    code & <b>\n",
            "```java\" onclick=\"x\na < b\n```\n",
            "---\n",
            "*",
            "**",
            "~~",
            "`",
            "``",
            "\\",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "&",
            "\"",
            "'",
            "word ",
            "two words",
            "[a](https://example.org/?a=1&b#c)",
            "[a](https://example.org/\"x \"title \\\" onclick=x\")",
            "[a](<https://example.org/ b>)",
            "[a](javascript:alert(1))",
            "[a](JAVASCRIPT&colon;alert(1))",
            "[a](&#106;avascript:alert(1))",
            "[a](/relative)",
            "[a][ref]",
            "\n\n[ref]: https://example.org/ref 'A \"title\"'\n\n",
            "<https://example.org/auto>",
            "<javascript:alert(1)>",
            "https://example.org/bare",
            "![a](https://example.org/a.png \"t\")",
            "![a](data:text/html,x)",
            "<script>alert(1)</script>",
            "<b onclick=\"x\">bold</b>",
            "\n<div onclick=x>\n",
            "<img src=x onerror=alert(1)>",
            "<!-- -->",
            "&lt;script&gt;",
            "&#60;script&#62;",
            "&#x1;&#xFFFE;&#0;",
            "|a|b|\n|-|:-:|\n|1|2|\n",
            "a[^1]",
            "\n\n[^1]: A note\n\n",
            "\u00A0–“é日本\uD83D\uDE00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "*a* <b onclick=\"x\">b</b>",
                "[a](javascript:alert(1))",
                "[a](https://example.org/) and [b](javascript:alert(1))",
                "![a](javascript:alert(1))",
                "> - <img src=x onerror=alert(1)>"
            })
    void neverActs(String source) {
        assertThat(Markdown.prose(source, PartIds.BODY).html()).doesNotContain("script", "onclick", "onerror");
    }

    @ExtendWith(Seeded.class)
    @Test
    void isCleanWhateverIsThrownTogether(RandomGenerator random) {
        for (int i = 0; i < 20_000; i++) {
            String source = IntStream.range(0, 1 + random.nextInt(12))
                    .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining());
            String html = Markdown.prose(source, PartIds.BODY).html();
            assertThat(asTree(html)).as(source).isEqualTo(asTree(CleanHtml.of(html)));
        }
    }

    private static String asTree(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        return document.body().html();
    }
}
