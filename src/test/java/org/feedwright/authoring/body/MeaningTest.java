package org.feedwright.authoring.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.feedwright.authoring.html.PartIds;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where CommonMark would falsify what authors mean. In the tables, {@code \n} is a line feed. */
class MeaningTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "5*3*2 m => 5*3*2 m",
                "5**3**2 => 5**3**2",
                "2*n + 3*m => 2*n + 3*m",
                "2*π + 3*π => 2*π + 3*π",
                "2*ж + 3*ж => 2*ж + 3*ж",
                "(a)*(2) and 3*(b)*(4) => (a)*(2) and 3*(b)*(4)",
                "*p*53 => <em>p</em>53",
                "the 5*th* => the 5<em>th</em>",
                "2**bold**3 => 2<strong>bold</strong>3",
                "5*很*好 => 5<em>很</em>好",
                "a*b*c => a<em>b</em>c",
                "(a)**(2)** => (a)<strong>(2)</strong>",
                "3~5 % ~~10~~ => 3~5 % <del>10</del>",
                "𝟗*𝟖*𝟕 => 𝟗*𝟖*𝟕",
            })
    void multipliesBetweenNumbers(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo("<p>" + html + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "これは**太字。**次の文 => <p>これは<strong>太字。</strong>次の文</p>",
                "𠮷**「𠮷」**𠮷 => <p>𠮷<strong>「𠮷」</strong>𠮷</p>",
                "𠮷**(b)**𠮷 => <p>𠮷<strong>(b)</strong>𠮷</p>",
                "これは~~線。~~次 => <p>これは<del>線。</del>次</p>",
                "한국어**(bold)**는 => <p>한국어<strong>(bold)</strong>는</p>",
                "a**(b)**c => <p>a**(b)**c</p>",
                "`太**。**次` => <p><code>太**。**次</code></p>",
                "```太**。**次\\n太**。**次\\n``` => <pre><code class=\"language-太**。**次\">太**。**次\\n</code></pre>",
                "太\\n\\n    太**。**次 => <p>太</p>\\n<pre><code>太**。**次\\n</code></pre>",
                "[太](https://example.org/太**。**次 \"太**。**次\") => <p><a href=\"https://example.org/太**。**次\" title=\"太**。**次\">太</a></p>",
                "![太](太**。**次.png \"太**。**次\") => <p><img src=\"太**。**次.png\" alt=\"太\" title=\"太**。**次\"></p>",
                "<b title=\"太**。**次\">太</b> => <p><b title=\"太**。**次\">太</b></p>",
                "<div title=\"太**。**次\">太</div> => <div title=\"太**。**次\">太</div>",
            })
    void emphasizesInScriptsWithoutSpaces(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo(lines(html)).doesNotContain("\uFFFE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "见 https://example.org/c，然后 => 见 <a href=\"https://example.org/c\">https://example.org/c</a>，然后",
                "見よhttps://example.org/c｡ => 見よ<a href=\"https://example.org/c\">https://example.org/c</a>｡",
                "https://example.org/c･d => <a href=\"https://example.org/c\">https://example.org/c</a>･d",
                "https://example.org/二〇二六々〡 => <a href=\"https://example.org/二〇二六々〡\">https://example.org/二〇二六々〡</a>",
                "https://example.org/c…d => <a href=\"https://example.org/c\">https://example.org/c</a>…d",
                "«https://example.org/c» => «<a href=\"https://example.org/c\">https://example.org/c</a>»",
                "https://example.org/c—d => <a href=\"https://example.org/c\">https://example.org/c</a>—d",
                "mail a@example.org，b => mail <a href=\"mailto:a@example.org\">a@example.org</a>，b",
                "www.example.org，b => <a href=\"http://www.example.org\">www.example.org</a>，b",
            })
    void endsAddressesBeforePunctuation(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo("<p>" + html + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "&#146; &#x92; &#X92; &#0000146; => ’ ’ ’ ’",
                "&#8217; &#x1F600; => ’ 😀",
                "&#146 &#; &#x; => &amp;#146 &amp;#; &amp;#x;",
                "a&#0;b&#xFFFE;c => a�bc",
                "`&#146;` => <code>&amp;#146;</code>",
            })
    void readsReferencesAsBrowsersDo(String markdown, String html) {
        assertThat(html(markdown)).isEqualTo("<p>" + html + "</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "## A\\n## A\\n## A-1\\n## A => a a-1 a-1-1 a-2",
                "## A-1\\n## A\\n## A => a-1 a a-2",
                "## fn-1\\n## fnref-1\\n## fnord => heading-fn-1 heading-fnref-1 fnord",
                "## !?\\n## … => section section-1",
                "## कि किताब\\n## a_b => कि-किताब a_b",
                "<p id=\"a\"></p>\\n\\n## A => a-1",
                "## 𝒜 b => 𝒜-b",
            })
    void givesEachHeadingAnIdOfItsOwn(String markdown, String ids) {
        var headings = Jsoup.parseBodyFragment(html(markdown)).select("h2");
        assertThat(String.join(" ", headings.eachAttr("id"))).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '\0',
            value = {
                "It's “so” | # It’s \"so\"",
                "It’s so | # It‘s so",
                "A title | # A *title*",
                "Größe | # Gro\u0308ße",
                "A  title | A `title`\\n===",
                "2*3_4 | # 2*3_4",
            })
    void knowsTheTitleHoweverItIsWritten(String title, String heading) {
        assertThat(Markdown.body(lines(heading) + "\n\nText", title, true, true)
                        .prose()
                        .html())
                .isEqualTo("<p>Text</p>");
        assertThat(Markdown.body(lines(heading) + "\n\nText", "Another", true, true)
                        .prose()
                        .html())
                .startsWith("<h1");
        assertThat(Markdown.body(lines(heading), title, true, true).prose().html())
                .as("nothing else is there")
                .startsWith("<h1");
    }

    @Test
    void givesAPartOfItsOwnIdsOfItsOwn() {
        assertThat(Markdown.prose("## A", PartIds.DISCLAIMER).html()).isEqualTo("<h2 id=\"disclaimer.a\">A</h2>");
        assertThat(Markdown.prose("## A\n[b](#a)", PartIds.correction(2)).html())
                .isEqualTo("<h2 id=\"correction-2.a\">A</h2>\n<p><a href=\"#correction-2.a\">b</a></p>");
    }

    private static String html(String markdown) {
        return Markdown.body(lines(markdown), "T", true, true).prose().html();
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
